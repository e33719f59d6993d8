package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.domain.ConsentColumn;
import io.vestnik.platform.contacts.domain.NewField;
import io.vestnik.platform.contacts.domain.TablePreviews.Look;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a person has chosen before a load: how to look at the table, and what its columns are.
 *
 * @param charset one of {@link #CHARSETS}, or empty: detected
 * @param separator a key of {@link #SEPARATORS}, or empty: detected
 * @param sheets what was chosen of sheets, by number; empty before anything was chosen
 * @param group the name of the group
 * @param consent what is said of consents for the whole file
 */
record LoadChoice(
        String charset,
        String separator,
        Map<Integer, SheetChoice> sheets,
        String group,
        Existing existing,
        ConsentChoice consent) {
    static final List<String> CHARSETS = List.of("UTF-8", "windows-1251", "KOI8-R", "IBM866", "UTF-16LE");
    static final Map<String, Character> SEPARATORS = new LinkedHashMap<>();

    static {
        SEPARATORS.put("semicolon", ';');
        SEPARATORS.put("comma", ',');
        SEPARATORS.put("tab", '\t');
        SEPARATORS.put("bar", '|');
    }

    /**
     * What was chosen of a sheet.
     *
     * @param loaded whether it is loaded at all
     * @param header whether the first row names the columns
     * @param columns key of the field by column
     */
    record SheetChoice(boolean loaded, boolean header, Map<Integer, String> columns) {
        /** Whether a column tells of a consent. */
        boolean tellsOfConsents() {
            return columns.values().stream().anyMatch(ConsentColumn::isOne);
        }

        /** Whether a column tells when people agreed. */
        boolean tellsWhen() {
            return columns.containsValue(ConsentColumn.AT.key());
        }

        /** Whether a field was chosen for two columns. */
        boolean repeated() {
            Set<String> taken = new HashSet<>();
            return columns.values().stream().anyMatch(key -> !NewField.isPlaceholder(key) && !taken.add(key));
        }
    }

    /** To what the people of the whole file agreed, as it was typed; each may be empty. */
    record ConsentChoice(String channel, String at, String source, String wording) {
        /** Whether something was typed; the channel is a choice that is always made. */
        boolean typed() {
            return !(at + source + wording).isEmpty();
        }

        private static ConsentChoice of(MultiValueMap<String, String> sent) {
            return new ConsentChoice(
                    value(sent, "consent.channel"),
                    value(sent, "consent.at").strip(),
                    value(sent, "consent.source").strip(),
                    value(sent, "consent.wording").strip());
        }
    }

    /**
     * Reads what was sent; what is not among the choices is as if it was not sent.
     *
     * @param keys the fields that a column can be
     * @param there how many sheets the table has
     */
    static LoadChoice of(MultiValueMap<String, String> sent, Set<String> keys, int there) {
        Map<Integer, SheetChoice> sheets = new TreeMap<>();
        for (int sheet = 0; sheet < there; sheet++) {
            String prefix = prefix(sheet);
            Map<Integer, String> columns = new TreeMap<>();
            for (Map.Entry<String, List<String>> entry : sent.entrySet()) {
                String column = entry.getKey().startsWith(prefix + "column.")
                        ? entry.getKey().substring(prefix.length() + "column.".length())
                        : "";
                String key = entry.getValue().isEmpty() ? "" : entry.getValue().getFirst();
                if (column.matches("\\d{1,4}") && keys.contains(key)) {
                    columns.put(Integer.valueOf(column), key);
                }
            }
            boolean shown = sent.containsKey("sheets")
                    ? sent.getOrDefault("sheets", List.of()).contains("" + sheet)
                    : there == 1;
            sheets.put(
                    sheet, new SheetChoice(shown, value(sent, prefix + "header").equals("true"), columns));
        }
        boolean chosen =
                sheets.values().stream().anyMatch(sheet -> !sheet.columns().isEmpty());
        return new LoadChoice(
                charset(sent),
                separator(sent),
                chosen ? sheets : Map.of(),
                value(sent, "group").strip(),
                existing(sent),
                ConsentChoice.of(sent));
    }

    /** How to look at the table. */
    static Look look(MultiValueMap<String, String> sent) {
        String charset = charset(sent);
        return new Look(charset.isEmpty() ? null : Charset.forName(charset), SEPARATORS.get(separator(sent)));
    }

    /** What stands in front of the names of a sheet's fields. */
    static String prefix(int sheet) {
        return sheet == 0 ? "" : "s" + sheet + ".";
    }

    private static String charset(MultiValueMap<String, String> sent) {
        String charset = value(sent, "charset");
        return CHARSETS.contains(charset) ? charset : "";
    }

    private static String separator(MultiValueMap<String, String> sent) {
        String separator = value(sent, "separator");
        return SEPARATORS.containsKey(separator) ? separator : "";
    }

    private static Existing existing(MultiValueMap<String, String> sent) {
        String asked = value(sent, "existing").toUpperCase(Locale.ROOT);
        for (Existing existing : Existing.values()) {
            if (existing.name().equals(asked)) {
                return existing;
            }
        }
        return Existing.FILL;
    }

    private static String value(MultiValueMap<String, String> sent, String name) {
        @Nullable String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
