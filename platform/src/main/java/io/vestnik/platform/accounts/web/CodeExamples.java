package io.vestnik.platform.accounts.web;

import io.vestnik.platform.shell.PublicAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How a program sends a message, in the languages that people ask about: {@code accounts/examples} with the address and a key put in. */
@Component
class CodeExamples {

    private static final Map<String, String> LANGUAGES = languages();

    private final PublicAddress address;
    private final Map<String, String> texts = new LinkedHashMap<>();

    CodeExamples(PublicAddress address) {
        this.address = address;
        LANGUAGES.keySet().forEach(file -> texts.put(file, read(file)));
    }

    /**
     * An example.
     *
     * @param code short name of the language
     */
    record Example(String code, String title, String text) {}

    /** All of them with this key, or with what stands for one. */
    List<Example> with(String token) {
        String url = address.of("");
        return texts.entrySet().stream()
                .map(it -> new Example(
                        it.getKey(),
                        LANGUAGES.getOrDefault(it.getKey(), ""),
                        it.getValue().replace("{url}", url).replace("{token}", token)))
                .toList();
    }

    private static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("curl", "curl");
        languages.put("java", "Java");
        languages.put("python", "Python");
        languages.put("php", "PHP");
        languages.put("js", "JavaScript");
        return languages;
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("accounts/examples/" + file + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
