package io.vestnik.platform.numbering.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds our region in what the register writes: settlement, district and subject stand behind each other with a bar between
 * them, several subjects with a star, a comma or "и", and each in more than one spelling. The last part names the subject;
 * of several subjects the first one counts.
 */
final class RegionNames {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}]+");

    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, String> districts = new HashMap<>();

    /** By each of these words in lower case the subject is recognised. */
    void subject(Collection<String> words, String key) {
        words.forEach(word -> once(subjects, word, key));
    }

    /** By each of these words, where the subject is this one, a district with a time zone of its own is recognised. */
    void district(String subject, Collection<String> words, String key) {
        words.forEach(word -> once(districts, subject + " " + word, key));
    }

    /** The key of the region; none when its subject is not known. */
    Optional<String> key(String written) {
        List<String> parts =
                List.of(written.toLowerCase(Locale.ROOT).replace('ё', 'е').split("\\|", -1));
        for (String part : parts.reversed()) {
            String subject = first(subjects, "", part);
            if (subject != null) {
                String district = first(districts, subject + " ", written.toLowerCase(Locale.ROOT));
                return Optional.of(district == null ? subject : district);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String first(Map<String, String> table, String before, String text) {
        for (String word : NOT_A_WORD.split(text)) {
            String key = table.get(before + word);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    private static void once(Map<String, String> table, String word, String key) {
        if (table.put(word, key) != null) {
            throw new IllegalStateException("Two regions are called " + word);
        }
    }
}
