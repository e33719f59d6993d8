package io.vestnik.platform.texts;

import io.vestnik.platform.texts.Texts.Placeholder;
import io.vestnik.sms.Transliteration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the form that a placeholder asks for by the word after its colon. */
final class Forms {
    private static final String PATRONYMIC = "patronymic";
    private static final String LATIN = "latin";
    private static final String LATIN_IN_RUSSIAN = "латиницей";
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final String NO_COUNTRY = "ZZ";

    private Forms() {}

    /** The form of this word; null where values of this kind have no such form. An empty word is the usual form. */
    static @Nullable Form of(Placeholder placeholder, String written) {
        String word = key(written);
        if (!isLatin(word)) {
            return plain(placeholder, word, null);
        }
        if (placeholder.kind() == ValueKind.LINK) {
            return null;
        }
        String rest = word.substring(0, word.lastIndexOf(' ') + 1).strip();
        Form form = plain(placeholder, rest, placeholder.speech().currency());
        return form == null ? null : latin(form);
    }

    /** Whether the word ends by asking for Latin letters. */
    static boolean isLatin(String written) {
        String word = key(written);
        String last = word.substring(word.lastIndexOf(' ') + 1);
        return last.equals(LATIN) || last.equals(LATIN_IN_RUSSIAN);
    }

    /** What to add to the word of a placeholder to have its values in Latin letters; empty where they have no others. */
    static String latinFor(Placeholder placeholder, String written) {
        boolean letters = switch (placeholder.kind()) {
            case TEXT, NAME, SEX, YES_NO, COUNTRY -> true;
            case LINK -> false;
            case NUMBER -> key(written).equals("деньги");
            case DATE -> key(written).startsWith("день");
        };
        if (!letters || isLatin(written)) {
            return "";
        }
        return placeholder.name().chars().allMatch(c -> c < 0x80) ? LATIN : LATIN_IN_RUSSIAN;
    }

    /** Whether the field beside the name is asked for, and which. */
    static @Nullable String beside(Placeholder placeholder, String written) {
        String word = key(written);
        boolean asked = word.startsWith("с отчеством") || word.startsWith("with patronymic");
        return placeholder.kind() == ValueKind.NAME && asked ? PATRONYMIC : null;
    }

    /**
     * A form in the letters of the field.
     *
     * @param currency what is written in the place of the sign of a currency; null for the sign
     */
    private static @Nullable Form plain(Placeholder placeholder, String word, @Nullable String currency) {
        String field = placeholder.field();
        Speech speech = placeholder.speech();
        if (word.isEmpty()) {
            return usual(placeholder);
        }
        return switch (placeholder.kind()) {
            case NAME ->
                word.equals("с отчеством") || word.equals("with patronymic")
                        ? new Form.Beside(field, PATRONYMIC)
                        : null;
            case NUMBER -> number(field, word, speech, currency);
            case DATE -> DateForm.of(field, word);
            case TEXT, SEX, YES_NO, COUNTRY, LINK -> null;
        };
    }

    private static Form usual(Placeholder placeholder) {
        String field = placeholder.field();
        Speech speech = placeholder.speech();
        return switch (placeholder.kind()) {
            case TEXT, NAME, LINK -> new Form.Kept(field);
            case NUMBER -> NumberForm.of(field, speech.locale(), NumberForm.ALL, "");
            case DATE -> DateForm.usual(field, speech.locale());
            case SEX, YES_NO -> new Form.Worded(field, speech.words());
            case COUNTRY -> new Country(field, speech.locale(), new ConcurrentHashMap<>());
        };
    }

    private static @Nullable Form number(String field, String word, Speech speech, @Nullable String currency) {
        return switch (word) {
            case "0" -> NumberForm.of(field, speech.locale(), 0, "");
            case "0,00" -> NumberForm.of(field, RUSSIAN, 2, "");
            case "0.00" -> NumberForm.of(field, Locale.ENGLISH, 2, "");
            case "деньги" -> {
                String sign = currency == null
                        ? Currency.getInstance(speech.currency()).getSymbol(RUSSIAN)
                        : currency;
                yield NumberForm.of(field, RUSSIAN, NumberForm.OF_MONEY, " " + sign);
            }
            // The code and not the sign: it is in the alphabet of the network.
            case "money" -> NumberForm.of(field, Locale.ENGLISH, NumberForm.OF_MONEY, " " + speech.currency());
            default -> null;
        };
    }

    private static Form latin(Form form) {
        return (text, values) -> {
            int from = text.length();
            if (!form.append(text, values)) {
                return false;
            }
            String said = text.substring(from);
            text.setLength(from);
            text.append(Transliteration.PASSPORT.apply(said));
            return true;
        };
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** The name of a country; nothing where there is none, such as of satellite phones. */
    private record Country(String field, Locale locale, Map<String, String> names) implements Form {
        @Override
        public boolean append(StringBuilder text, Map<String, String> values) {
            String code = Form.filled(values, field);
            if (code == null || code.length() != 2 || code.equals(NO_COUNTRY)) {
                return false;
            }
            text.append(names.computeIfAbsent(code, it -> Locale.of("", it).getDisplayCountry(locale)));
            return true;
        }
    }
}
