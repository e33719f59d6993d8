package io.vestnik.tabular;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot carry, written as {@code _x000D_} in texts of a workbook (ECMA-376, ST_Xstring). */
final class Escapes {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String undo(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher matcher = ESCAPED.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
