package io.vestnik.platform.links.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;

/** The texts of a page for somebody of whom only the browser's languages and perhaps the country of the phone are known. */
record PageWords(Locale locale, MessageSource messages) {
    static final Locale RUSSIAN = Locale.of("ru");

    /** Where most people read Russian. */
    private static final Set<String> COUNTRIES = Set.of("RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "MD");

    /**
     * The first of the browser's languages that we speak; where it names none, that of the country.
     *
     * @param country ISO letters; empty where it is not known, which is taken for Russia
     */
    static PageWords of(HttpServletRequest request, String country, MessageSource messages) {
        List<Locale> asked =
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
        Locale byCountry = country.isEmpty() || COUNTRIES.contains(country) ? RUSSIAN : Locale.ENGLISH;
        Locale locale = asked.stream()
                .map(it -> Locale.of(it.getLanguage()))
                .filter(it -> it.equals(RUSSIAN) || it.equals(Locale.ENGLISH))
                .findFirst()
                .orElse(byCountry);
        return new PageWords(locale, messages);
    }

    /** The text of a key of the bundle, below {@code links.}. */
    public String of(String key, Object... values) {
        return messages.getMessage("links." + key, values, locale);
    }

    public String language() {
        return locale.getLanguage();
    }
}
