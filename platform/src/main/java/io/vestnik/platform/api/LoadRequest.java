package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.platform.contacts.StartedBy;
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
import java.util.regex.Pattern;
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

        @Nullable Map<String, @Nullable String> columns,
        @Nullable List<@Nullable SheetRequest> sheets,
        @Nullable String group,
        @Nullable String existing,
        LoadRequest.@Nullable AgreedRequest consent) {
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_HEADER_ROWS = 100;
    private static final int MOST_SHEETS = 12;
    private static final String EMPTY = "empty";

    /** Each number in one way of writing, so that a column is there once. */
    private static final Pattern COLUMN = Pattern.compile("0|[1-9]\\d{0,2}");

    /** One of several sheets; its number is counted from 0. */
    record SheetRequest(
            @Nullable Integer sheet,

            @JsonProperty("header_rows") @Nullable Integer headerRows,

            @Nullable Map<String, @Nullable String> columns) {}

    /**
     * What holds for the whole file.
     *
     * @param at when they agreed; none where a column tells
     */
    record AgreedRequest(
            @Nullable String channel,
            @Nullable Instant at,
            @Nullable String source,
            @Nullable String wording) {
        /** Columns tell all. */
        private static final AgreedRequest NOTHING = new AgreedRequest(null, null, null, null);
    }

    /** The sheets to load; what is wrong with them goes to the errors, and nothing of it is among them. */
    List<Sheet> sheets(List<FieldError> errors) {
        List<@Nullable SheetRequest> several = sheets;
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
            SheetRequest one = several.get(i);
            if (one == null) {
                errors.add(new FieldError(pointer, EMPTY, null));
            } else if (!numbers.add(Objects.requireNonNullElse(one.sheet(), 0))) {
                errors.add(new FieldError(pointer + "/sheet", "sheet_twice", null));
            } else {
                sheet(one, pointer, errors).forEach(read::add);
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
        for (Map.Entry<String, @Nullable String> column : Objects.requireNonNullElse(
                        request.columns(), Map.<String, @Nullable String>of())
                .entrySet()) {
            String at = pointer + "/columns/" + column.getKey();
            String field = column.getValue();
            if (!COLUMN.matcher(column.getKey()).matches() || Integer.parseInt(column.getKey()) >= MOST_COLUMNS) {
                errors.add(new FieldError(at, "not_a_column", null));
            } else if (field == null) {
                errors.add(new FieldError(at, EMPTY, null));
            } else if (!fields.add(field)) {
                errors.add(new FieldError(at, "field_twice", field));
            } else {
                columns.put(Integer.parseInt(column.getKey()), field);
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

    /** Whether consents are to be noted: something is said of them, or a column tells of them. */
    boolean notesConsents(List<Sheet> read) {
        return consent != null || read.stream().anyMatch(Sheet::tellsOfConsents);
    }

    /**
     * To what these people agreed; none when nothing is said of it.
     *
     * @param read the sheets; without a moment for all, each of those that tell of consents has to tell when
     */
    @Nullable
    Agreed agreed(StartedBy by, Instant now, List<Sheet> read, List<FieldError> errors) {
        if (!notesConsents(read)) {
            return null;
        }
        AgreedRequest said = Objects.requireNonNullElse(consent, AgreedRequest.NOTHING);
        int before = errors.size();
        String channel = Objects.requireNonNullElse(said.channel(), StopScope.CHANNELS.getFirst());
        if (!StopScope.CHANNELS.contains(channel)) {
            errors.add(new FieldError("/consent/channel", "unknown", String.join(", ", StopScope.CHANNELS)));
        }
        Instant at = said.at();
        if (at != null && !Consent.possible(at, now)) {
            errors.add(
                    at.isAfter(now)
                            ? new FieldError("/consent/at", "in_the_future", null)
                            : new FieldError("/consent/at", "out_of_range", "from 1900"));
        }
        // What is wrong with a sheet is said first: it may be the column that tells when.
        if (at == null && errors.isEmpty() && !everyoneTellsWhen(read)) {
            errors.add(new FieldError(
                    "/consent/at", EMPTY, "or a column consent_at in each sheet that tells of consents"));
        }
        String source = text(said.source(), Consent.LONGEST, "/consent/source", errors);
        String wording = text(said.wording(), Consent.LONGEST_WORDING, "/consent/wording", errors);
        return errors.size() > before ? null : new Agreed(by, channel, at, source, wording);
    }

    private boolean everyoneTellsWhen(List<Sheet> read) {
        return read.stream().allMatch(sheet -> sheet.tellsWhen() || !sheet.tellsOfConsents())
                && read.stream().anyMatch(Sheet::tellsWhen);
    }

    private static String text(@Nullable String given, int most, String pointer, List<FieldError> errors) {
        String text = Objects.requireNonNullElse(given, "").strip();
        if (!Consent.fits(text, most)) {
            errors.add(new FieldError(pointer, "too_long", Integer.toString(most)));
        }
        return text;
    }
}
