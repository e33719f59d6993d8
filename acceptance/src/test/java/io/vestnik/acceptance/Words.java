package io.vestnik.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the pages say in one language, by the key of the message bundles. */
final class Words {

    private final String language;
    private final Map<String, String> words = new HashMap<>();

    Words(String language) {
        this.language = language;
        boolean russian = language.equals(Screen.RUSSIAN);
        Path folder = Launched.root().resolve("platform/src/main/resources/messages");
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(folder, "*.properties")) {
            for (Path bundle : bundles) {
                if (bundle.toString().endsWith("_ru.properties") == russian) {
                    add(bundle);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
    }

    String of(String key, Object... arguments) {
        String pattern = Objects.requireNonNull(words.get(key), () -> "no bundle says " + key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.of(language)).format(arguments);
    }

    /** What comes before the first argument of a pattern. */
    String start(String key) {
        String pattern = of(key);
        int argument = pattern.indexOf('{');
        return (argument < 0 ? pattern : pattern.substring(0, argument)).strip();
    }
}
