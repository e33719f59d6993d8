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
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
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
        for (String word : APART.split(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))) {
            if (!word.isEmpty() && words.size() < MOST) {
                words.add(word.length() <= LONGEST ? word : word.substring(0, LONGEST));
            }
        }
    }
}
