package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.platform.contacts.StopScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A load to start: of one sheet, or of several when {@code sheets} are given.
 *
 * @param columns the field of each column, counted from 0
 * @param existing what becomes of those who are there: "skip", "fill" (usual) or "overwrite"
 * @param consent to what all these people agreed; a column such as {@code consent_at} stands above it
 */
record LoadRequest(
        @Nullable String file,
        @Nullable Integer sheet,

        @JsonProperty("header_rows") @Nullable Integer headerRows,

        @Nullable Map<String, String> columns,
        @Nullable List<SheetRequest> sheets,
        @Nullable String group,
        @Nullable String existing,
        LoadRequest.@Nullable AgreedRequest consent) {
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_HEADER_ROWS = 100;
    private static final int MOST_SHEETS = 12;

    /** One of several sheets; its number is counted from 0. */
    record SheetRequest(
            @Nullable Integer sheet,

            @JsonProperty("header_rows") @Nullable Integer headerRows,

            @Nullable Map<String, String> columns) {}

    /**
     * What holds for the whole file.
     *
     * @param at when they agreed; none where a column tells
     */
    record AgreedRequest(
            @Nullable String channel,
            @Nullable Instant at,
            @Nullable String source,
            @Nullable String wording) {}

    /** The sheets to load; what is wrong with them goes to the errors, and nothing of it is among them. */
    List<Sheet> sheets(List<FieldError> errors) {
        List<SheetRequest> several = sheets;
        if (several == null) {
            return sheet(new SheetRequest(sheet, headerRows, columns), "", errors)
                    .toList();
        }
        if (sheet != null
                || headerRows != null
                || columns != null
                || several.isEmpty()
                || several.size() > MOST_SHEETS) {
            errors.add(
                    new FieldError("/sheets", "out_of_range", "1 to " + MOST_SHEETS + ", without a sheet beside them"));
            return List.of();
        }
        List<Sheet> read = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < several.size(); i++) {
            String pointer = "/sheets/" + i;
            if (!numbers.add(Objects.requireNonNullElse(several.get(i).sheet(), 0))) {
                errors.add(new FieldError(pointer + "/sheet", "sheet_twice", null));
            } else {
                sheet(several.get(i), pointer, errors).forEach(read::add);
            }
        }
        return read;
    }

    private static Stream<Sheet> sheet(SheetRequest request, String pointer, List<FieldError> errors) {
        int before = errors.size();
        Map<Integer, String> columns = columns(request, pointer, errors);
        int number = number(request.sheet(), 0, Short.MAX_VALUE, pointer + "/sheet", errors);
        int headerRows = number(request.headerRows(), 1, MOST_HEADER_ROWS, pointer + "/header_rows", errors);
        return errors.size() > before ? Stream.empty() : Stream.of(new Sheet(number, headerRows, columns));
    }

    private static Map<Integer, String> columns(SheetRequest request, String pointer, List<FieldError> errors) {
        Map<Integer, String> columns = new HashMap<>();
        Set<String> fields = new HashSet<>();
        for (Map.Entry<String, String> column : Objects.requireNonNullElse(request.columns(), Map.<String, String>of())
                .entrySet()) {
            String at = pointer + "/columns/" + column.getKey();
            if (!column.getKey().matches("\\d{1,3}") || Integer.parseInt(column.getKey()) >= MOST_COLUMNS) {
                errors.add(new FieldError(at, "not_a_column", null));
            } else if (!fields.add(column.getValue())) {
                errors.add(new FieldError(at, "field_twice", column.getValue()));
            } else {
                columns.put(Integer.parseInt(column.getKey()), column.getValue());
            }
        }
        if (!fields.contains("phone")) {
            errors.add(new FieldError(pointer + "/columns", "no_phone_column", null));
        }
        return columns;
    }

    private static int number(@Nullable Integer given, int usual, int most, String pointer, List<FieldError> errors) {
        int number = Objects.requireNonNullElse(given, usual);
        if (number < 0 || number > most) {
            errors.add(new FieldError(pointer, "out_of_range", "0 to " + most));
        }
        return number;
    }

    /** What becomes of those who are there already. */
    Existing existing(List<FieldError> errors) {
        if (existing == null) {
            return Existing.FILL;
        }
        for (Existing one : Existing.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(existing)) {
                return one;
            }
        }
        errors.add(new FieldError("/existing", "unknown", "skip, fill, overwrite"));
        return Existing.FILL;
    }

    /** To what these people agreed; none when nothing is said of it. */
    @Nullable
    Agreed agreed(String by, Instant now, List<FieldError> errors) {
        AgreedRequest said = consent;
        if (said == null) {
            return null;
        }
        int before = errors.size();
        String channel = Objects.requireNonNullElse(said.channel(), StopScope.CHANNELS.getFirst());
        if (!StopScope.CHANNELS.contains(channel)) {
            errors.add(new FieldError("/consent/channel", "unknown", String.join(", ", StopScope.CHANNELS)));
        }
        if (said.at() != null && said.at().isAfter(now)) {
            errors.add(new FieldError("/consent/at", "in_the_future", null));
        }
        String source = text(said.source(), Consent.LONGEST, "/consent/source", errors);
        String wording = text(said.wording(), Consent.LONGEST_WORDING, "/consent/wording", errors);
        return errors.size() > before ? null : new Agreed(by, channel, said.at(), source, wording);
    }

    private static String text(@Nullable String given, int most, String pointer, List<FieldError> errors) {
        String text = Objects.requireNonNullElse(given, "").strip();
        if (text.length() > most || text.indexOf('\0') >= 0) {
            errors.add(new FieldError(pointer, "too_long", Integer.toString(most)));
        }
        return text;
    }
}
