package io.vestnik.platform.links.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;

/** The texts of a page for somebody of whom only the browser's languages and perhaps the country of the phone are known. */
record PageWords(Locale locale, MessageSource messages) {
    static final Locale RUSSIAN = Locale.of("ru");

    /** Countries whose own language we speak. */
    private static final Map<String, String> OWN =
            Map.of("BY", "be", "UA", "uk", "KZ", "kk", "UZ", "uz", "KG", "ky", "AM", "hy");

    /** Others where most people read Russian. */
    private static final Set<String> COUNTRIES = Set.of("RU", "TJ", "TM", "AZ", "MD");

    /**
     * The first of the browser's languages that we speak: its owner has chosen them; where it names none, that of the country.
     *
     * @param country ISO letters; empty where it is not known, which is taken for Russia
     */
    static PageWords of(HttpServletRequest request, String country, MessageSource messages) {
        List<Locale> asked =
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
        Locale locale = asked.stream()
                .map(it -> Locale.of(it.getLanguage()))
                .filter(PageWords::speaks)
                .findFirst()
                .orElseGet(() -> ofCountry(country));
        return new PageWords(locale, messages);
    }

    private static boolean speaks(Locale locale) {
        return locale.equals(RUSSIAN) || locale.equals(Locale.ENGLISH) || Tongues.speaks(locale);
    }

    private static Locale ofCountry(String country) {
        String own = OWN.get(country);
        if (own != null) {
            return Locale.of(own);
        }
        return country.isEmpty() || COUNTRIES.contains(country) ? RUSSIAN : Locale.ENGLISH;
    }

    /** The text of a key of the bundle, below {@code links.}. */
    public String of(String key, Object... values) {
        String pattern = Tongues.text(locale, key);
        return pattern == null
                ? messages.getMessage("links." + key, values, locale)
                : new MessageFormat(pattern, locale).format(values);
    }

    public String language() {
        return locale.getLanguage();
    }
}
