package io.vestnik.platform.shell.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: the cookie's, then the first of the browser's that we speak, then Russian. */
class Languages implements LocaleResolver {

    static final String COOKIE = "language";

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final List<Locale> SPOKEN = List.of(RUSSIAN, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return spoken(cookie.getValue(), RUSSIAN);
                }
            }
        }
        if (request.getHeader("Accept-Language") == null) {
            return RUSSIAN;
        }
        for (Enumeration<Locale> asked = request.getLocales(); asked.hasMoreElements(); ) {
            Locale spoken = Locale.of(asked.nextElement().getLanguage());
            if (SPOKEN.contains(spoken)) {
                return spoken;
            }
        }
        return RUSSIAN;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is changed by its cookie");
    }

    static Locale spoken(String code, Locale otherwise) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(code))
                .findFirst()
                .orElse(otherwise);
    }
}
