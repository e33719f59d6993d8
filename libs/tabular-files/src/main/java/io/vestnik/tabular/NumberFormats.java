package io.vestnik.tabular;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which cell styles of a workbook show their numbers as dates (ECMA-376 §18.8.30). */
final class NumberFormats {

    /** Excel itself stops at 65,490 styles of a workbook. */
    private static final int MAX_STYLES = 70_000;

    /** What is shown literally: quoted, escaped, padding, colours, conditions and currencies; elapsed time is kept. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*+\"|\\\\.|[_*].|\\[(?![hms]+\\])[^\\]]*+\\]");

    private static final Pattern DATE_PART = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    private final BitSet dates = new BitSet();

    private NumberFormats() {}

    /** No style is a date. */
    static NumberFormats none() {
        return new NumberFormats();
    }

    /** Codes by number, and the number of each style's format in the order of the styles. */
    static NumberFormats of(Map<Integer, String> codes, List<Integer> styles) {
        NumberFormats formats = new NumberFormats();
        for (int style = 0; style < styles.size(); style++) {
            String code = codes.get(styles.get(style));
            formats.dates.set(style, code == null ? isBuiltInDate("" + styles.get(style)) : isDate(code));
        }
        return formats;
    }

    /** Reads the part of styles. */
    static NumberFormats read(XmlCursor xml) {
        NumberFormats formats = new NumberFormats();
        Map<String, Boolean> custom = new HashMap<>();
        int styles = 0;
        boolean within = false;
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "numFmt" ->
                    custom.put(xml.attributeOrNothing("numFmtId"), isDate(xml.attributeOrNothing("formatCode")));
                case "cellXfs" -> within = true;
                case "xf" -> {
                    String id = xml.attributeOrNothing("numFmtId");
                    if (within && custom.getOrDefault(id, isBuiltInDate(id))) {
                        formats.dates.set(styles);
                    }
                    styles += within ? 1 : 0;
                }
                case "cellStyles", "dxfs", "cellStyleXfs" -> within = false;
                default -> {}
            }
            if (styles > MAX_STYLES || custom.size() > MAX_STYLES) {
                throw new UnreadableTableException(RefusalReason.DAMAGED, "over " + MAX_STYLES + " styles");
            }
        }
        return formats;
    }

    /** Formats that have a number instead of a code; those from 27 on are dates of eastern editions. */
    private static boolean isBuiltInDate(String id) {
        if (!id.matches("[0-9]{1,3}")) {
            return false;
        }
        int number = Integer.parseInt(id);
        return (number >= 14 && number <= 22)
                || (number >= 27 && number <= 36)
                || (number >= 45 && number <= 47)
                || (number >= 50 && number <= 58);
    }

    static boolean isDate(String code) {
        // Only the section of positive numbers counts: no date is negative.
        String bare = LITERAL.matcher(code).replaceAll("");
        int section = bare.indexOf(';');
        return DATE_PART
                .matcher(section < 0 ? bare : bare.substring(0, section))
                .find();
    }

    /** Whether the style of a cell's attribute {@code s} shows a date. */
    boolean isDateStyle(String style) {
        return !style.isEmpty()
                && style.length() < 7
                && style.chars().allMatch(c -> c >= '0' && c <= '9')
                && dates.get(Integer.parseInt(style));
    }

    boolean isDateStyle(int style) {
        return dates.get(style);
    }
}
