package io.vestnik.phone;

/** How numbers are shown to people. */
final class PhoneFormat {
    private static final int SHOWN_AT_THE_END = 2;
    private static final int SHOWN_AFTER_THE_CODE = 3;

    private PhoneFormat() {}

    static String display(String digits) {
        if (digits.length() != 11 || digits.charAt(0) != '7') {
            return WorldPlan.display(digits);
        }
        return "+7 " + digits.substring(1, 4) + ' ' + digits.substring(4, 7) + '-' + digits.substring(7, 9) + '-'
                + digits.substring(9);
    }

    /** Shows the country code, three digits after it, and the last two; of a short number only the last two digits. */
    static String masked(String digits) {
        StringBuilder shown = new StringBuilder(display(digits));
        int space = shown.indexOf(" ");
        int codeEnd = space < 0 ? 1 : space;
        int national = count(shown, codeEnd);
        int from = national >= 8 ? SHOWN_AFTER_THE_CODE : 0;
        int to = national - SHOWN_AT_THE_END;
        int seen = 0;
        for (int i = codeEnd; i < shown.length(); i++) {
            if (digit(shown.charAt(i))) {
                if (seen >= from && seen < to) {
                    shown.setCharAt(i, '*');
                }
                seen++;
            }
        }
        return shown.toString();
    }

    private static int count(CharSequence text, int from) {
        int digits = 0;
        for (int i = from; i < text.length(); i++) {
            digits += digit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
