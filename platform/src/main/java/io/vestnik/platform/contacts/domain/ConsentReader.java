package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.tabular.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads consents out of the rows of a table: what a cell tells stands above what was told for all. */
final class ConsentReader {
    private static final Pattern BETWEEN = Pattern.compile("[,;/|+&]");
    private static final Set<String> AGREED = Set.of("согласен", "согласна", "agreed", "given");
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("смс", "sms"),
            Map.entry("почта", "email"),
            Map.entry("e-mail", "email"),
            Map.entry("эл. почта", "email"),
            Map.entry("электронная почта", "email"),
            Map.entry("звонок", "call"),
            Map.entry("звонки", "call"),
            Map.entry("голосовые сообщения", "voice"),
            Map.entry("вайбер", "viber"),
            Map.entry("вконтакте", "vk"),
            Map.entry("вк", "vk"),
            Map.entry("одноклассники", "ok"),
            Map.entry("телеграм", "telegram"),
            Map.entry("ватсап", "whatsapp"));

    private final Map<ConsentColumn, Integer> columns = new EnumMap<>(ConsentColumn.class);
    private final Agreed agreed;
    private final ZoneId zone;
    private final Instant now;
    private long leftOut;

    /**
     * A reader for one sheet.
     *
     * @param zone where a day begins
     * @param now nobody agreed later
     */
    ConsentReader(Map<Integer, String> fields, Agreed agreed, ZoneId zone, Instant now) {
        this.agreed = agreed;
        this.zone = zone;
        this.now = now;
        for (ConsentColumn column : ConsentColumn.values()) {
            fields.forEach((number, key) -> {
                if (key.equals(column.key())) {
                    columns.put(column, number);
                }
            });
        }
    }

    /**
     * What the row tells: one consent a channel; none when the person did not agree, when nobody says since when, or when a cell
     * cannot be understood: half a consent is none.
     */
    List<Consent> read(Row row, String phone) {
        Instant at = given(row) ? at(row) : null;
        if (at == null) {
            return List.of();
        }
        String source = cell(row, ConsentColumn.SOURCE, agreed.source());
        String wording = cell(row, ConsentColumn.WORDING, agreed.wording());
        String evidence = cell(row, ConsentColumn.EVIDENCE, "");
        if (!Consent.fits(source, Consent.LONGEST)
                || !Consent.fits(evidence, Consent.LONGEST)
                || !Consent.fits(wording, Consent.LONGEST_WORDING)) {
            leftOut++;
            return List.of();
        }
        return channels(row).stream()
                .map(channel -> new Consent(phone, channel, true, at, source, wording, evidence))
                .toList();
    }

    /** How many cells could not be understood since it was last asked. */
    long takeLeftOut() {
        long taken = leftOut;
        leftOut = 0;
        return taken;
    }

    private boolean given(Row row) {
        if (!columns.containsKey(ConsentColumn.GIVEN)) {
            return true;
        }
        String said = cell(row, ConsentColumn.GIVEN, "").toLowerCase(Locale.ROOT);
        if (said.isEmpty()) {
            return false;
        }
        Optional<String> answer = AGREED.contains(said) ? Optional.of(OwnValues.YES) : OwnValues.yesNo(said);
        leftOut += answer.isEmpty() ? 1 : 0;
        return answer.filter(OwnValues.YES::equals).isPresent();
    }

    private @Nullable Instant at(Row row) {
        String written = cell(row, ConsentColumn.AT, "");
        if (written.isEmpty()) {
            return agreed.at();
        }
        Optional<Instant> at = CellReader.moment(written, zone).filter(it -> !it.isAfter(now));
        leftOut += at.isEmpty() ? 1 : 0;
        return at.orElse(null);
    }

    private Set<String> channels(Row row) {
        String written = cell(row, ConsentColumn.CHANNEL, "").toLowerCase(Locale.ROOT);
        if (written.isEmpty()) {
            return Set.of(agreed.channel());
        }
        Set<String> channels = new LinkedHashSet<>();
        for (String part : BETWEEN.split(written)) {
            String name = part.strip();
            String channel = CALLED.getOrDefault(name, name);
            if (StopScope.CHANNELS.contains(channel)) {
                channels.add(channel);
            } else if (!name.isEmpty()) {
                leftOut++;
                return Set.of();
            }
        }
        return channels;
    }

    private String cell(Row row, ConsentColumn column, String otherwise) {
        Integer number = columns.get(column);
        String text = number == null ? "" : CellReader.text(row.cell(number)).strip();
        return text.isEmpty() ? otherwise : text;
    }
}
