package io.vestnik.platform.shell;

import java.util.Locale;

/** Which form of a word goes with a whole number; the rules are those of the Unicode CLDR for Russian and English. */
public final class Plural {

    private Plural() {}

    /**
     * Picks the form for the number: in Russian from {@code one|few|many}, in English from {@code one|other}. Refuses another
     * count of forms.
     */
    public static String pick(long number, String forms, Locale locale) {
        String[] each = forms.split("\\|", -1);
        boolean russian = locale.getLanguage().equals("ru");
        if (each.length != (russian ? 3 : 2)) {
            throw new IllegalArgumentException("Wrong count of plural forms for " + locale + ": " + forms);
        }
        return each[russian ? russianForm(number) : number == 1 ? 0 : 1];
    }

    private static int russianForm(long number) {
        long tens = Math.abs(number % 100);
        long ones = tens % 10;
        if (ones == 1 && tens != 11) {
            return 0;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
    }
}
