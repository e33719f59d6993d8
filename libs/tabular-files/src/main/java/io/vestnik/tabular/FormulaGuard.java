package io.vestnik.tabular;

/** The apostrophe that makes a text of what a spreadsheet would run as a formula (OWASP, CSV Injection). */
final class FormulaGuard {

    static final char SIGN = '\'';

    /** With these in front Excel, LibreOffice and Google Sheets take a text for a formula; the last four are full-width. */
    private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /**
     * Whether a text begins as a formula, be it behind spaces, or with a tab or a line's end, which some programs pass over. One
     * behind apostrophes counts too, so that taking one off gives back what was there.
     */
    static boolean isFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\r' || c == '\n') {
                return true;
            }
            if (c != SIGN && !Character.isWhitespace(c)) {
                return STARTS.indexOf(c) >= 0;
            }
        }
        return false;
    }

    /** The text without the apostrophe that was put in front of it; another one stays. */
    static String undo(String text) {
        return text.length() > 1 && text.charAt(0) == SIGN && isFormula(text.substring(1)) ? text.substring(1) : text;
    }
}
