package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.TablePreviews.Look;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a person has chosen before a load: how to look at the table, and what its columns are.
 *
 * @param charset one of {@link #CHARSETS}, or empty: detected
 * @param separator a key of {@link #SEPARATORS}, or empty: detected
 * @param header whether the first row names the columns
 * @param columns field by column; empty before anything was chosen
 * @param group the name of the group
 */
record LoadChoice(
        int sheet,
        String charset,
        String separator,
        boolean header,
        Map<Integer, ContactField> columns,
        String group,
        boolean repeated) {
    static final List<String> CHARSETS = List.of("UTF-8", "windows-1251", "KOI8-R", "IBM866", "UTF-16LE");
    static final Map<String, Character> SEPARATORS = new LinkedHashMap<>();

    static {
        SEPARATORS.put("semicolon", ';');
        SEPARATORS.put("comma", ',');
        SEPARATORS.put("tab", '\t');
        SEPARATORS.put("bar", '|');
    }

    private static final String COLUMN = "column.";

    /** Reads what was sent; what is not among the choices is as if it was not sent. */
    static LoadChoice of(MultiValueMap<String, String> sent) {
        Map<Integer, ContactField> columns = new TreeMap<>();
        Set<ContactField> taken = EnumSet.noneOf(ContactField.class);
        boolean repeated = false;
        for (String name : sent.keySet()) {
            Optional<ContactField> field =
                    Optional.ofNullable(sent.getFirst(name)).flatMap(ContactField::ofKey);
            if (name.matches("column\\.\\d{1,4}") && field.isPresent()) {
                columns.put(Integer.valueOf(name.substring(COLUMN.length())), field.get());
                repeated |= !taken.add(field.get());
            }
        }
        String charset = value(sent, "charset");
        String separator = value(sent, "separator");
        String sheet = value(sent, "sheet");
        return new LoadChoice(
                sheet.matches("\\d{1,4}") ? Integer.parseInt(sheet) : 0,
                CHARSETS.contains(charset) ? charset : "",
                SEPARATORS.containsKey(separator) ? separator : "",
                value(sent, "header").equals("true"),
                columns,
                value(sent, "group").strip(),
                repeated);
    }

    Look look() {
        return new Look(sheet, charset.isEmpty() ? null : Charset.forName(charset), separatorSign());
    }

    @Nullable
    Character separatorSign() {
        return SEPARATORS.get(separator);
    }

    private static String value(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
