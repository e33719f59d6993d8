package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words by which people are found: lower case, ё as е, letters and digits only. */
public final class SearchWords {
    /** Yes, no and days are asked for by conditions: as words they would find everybody. */
    private static final Pattern WORDLESS = Pattern.compile("yes|no|\\d{4}-\\d{2}-\\d{2}");

    private static final int LONGEST = 40;
    private static final int MOST = 60;

    private SearchWords() {}

    /** The words of a text, each once. */
    public static List<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        collect(words, text);
        return List.copyOf(words);
    }

    /** The words of a person as they are kept, each with the account in front. */
    public static String of(AccountId account, Person person) {
        Set<String> words = new LinkedHashSet<>();
        collect(words, person.surname());
        collect(words, person.name());
        collect(words, person.patronymic());
        collect(words, person.email());
        collect(words, person.comment());
        person.others().values().stream()
                .filter(value -> !WORDLESS.matcher(value).matches())
                .sorted()
                .forEach(value -> collect(words, value));
        StringBuilder kept = new StringBuilder();
        for (String word : words) {
            kept.append(kept.isEmpty() ? "" : " ").append(key(account, word));
        }
        return kept.toString();
    }

    /** A word as it is kept. */
    public static String key(AccountId account, String word) {
        return account.value() + "/" + word;
    }

    private static void collect(Set<String> words, @Nullable String text) {
        if (text == null) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        int start = 0;
        for (int at = 0; at < lower.length() && words.size() < MOST; ) {
            int sign = lower.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (!ofWord(sign)) {
                add(words, lower, start, at);
                start = next;
            }
            at = next;
        }
        add(words, lower, start, lower.length());
    }

    private static void add(Set<String> words, String text, int start, int end) {
        if (start < end && words.size() < MOST) {
            words.add(text.substring(start, Math.min(end, start + LONGEST)));
        }
    }

    private static boolean ofWord(int sign) {
        if (Character.isLetterOrDigit(sign)) {
            return true;
        }
        int type = Character.getType(sign);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
