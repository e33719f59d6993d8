package io.vestnik.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the page in one language, and its HTML with the words put in. */
final class PageText {
    private static final Pattern PLACE = Pattern.compile("([#$])\\{([a-z.A-Z-]+)}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String language;
    private final ResourceBundle words;

    private PageText(String language, ResourceBundle words) {
        this.language = language;
        this.words = words;
    }

    /** English where it is asked for, by the address or else by the browser; Russian otherwise. */
    static PageText in(String asked, String acceptLanguage) {
        String wish = asked.isEmpty() ? acceptLanguage : asked;
        boolean english = wish.toLowerCase(Locale.ROOT).startsWith("en");
        Locale locale = english ? Locale.ROOT : Locale.of("ru");
        return new PageText(
                english ? "en" : "ru", ResourceBundle.getBundle("io.vestnik.simulator.page", locale, NO_FALLBACK));
    }

    String language() {
        return language;
    }

    String word(String key) {
        return words.getString(key);
    }

    /** The page with words for {@code #{key}} and values, HTML already, for {@code ${name}}. */
    String page(Map<String, String> values) {
        Matcher places = PLACE.matcher(new String(resource("page.html"), StandardCharsets.UTF_8));
        return places.replaceAll(place -> {
            String name = place.group(2);
            return Matcher.quoteReplacement(
                    place.group(1).equals("#") ? escaped(word(name)) : values.getOrDefault(name, ""));
        });
    }

    static byte[] resource(String name) {
        try (InputStream in = PageText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as it may stand in HTML, attributes included. */
    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
