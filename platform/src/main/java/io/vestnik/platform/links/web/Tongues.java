package io.vestnik.platform.links.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts of pages for recipients in languages that the cabinet does not speak: {@code links/words-be.properties} and its like. */
final class Tongues {
    private static final Map<String, Properties> TEXTS = List.of("be", "uk", "kk", "uz", "ky", "hy").stream()
            .collect(Collectors.toMap(Function.identity(), Tongues::read));

    private Tongues() {}

    /** Whether there are texts in it. */
    static boolean speaks(Locale locale) {
        return TEXTS.containsKey(locale.getLanguage());
    }

    /** The text of a key, as a pattern; null where it is another language, or one that lacks it. */
    static @Nullable String text(Locale locale, String key) {
        Properties texts = TEXTS.get(locale.getLanguage());
        return texts == null ? null : texts.getProperty(key);
    }

    static Properties read(String language) {
        String file = "/links/words-" + language + ".properties";
        try (InputStream content = Tongues.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("No texts " + file);
            }
            Reader reader = new InputStreamReader(content, StandardCharsets.UTF_8);
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException("The texts " + file + " cannot be read", e);
        }
    }
}
