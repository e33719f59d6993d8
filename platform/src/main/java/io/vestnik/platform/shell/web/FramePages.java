package io.vestnik.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the frame itself asks for: the language, kept in a cookie for a year, and whether the person is still signed in. */
@Controller
class FramePages {

    private static final Duration YEAR = Duration.ofDays(365);

    /** Whether the session still lives, and its present token: asked before a form goes, so that nothing typed is lost. */
    @GetMapping("/shell/present")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<Void> present(CsrfToken token) {
        return ResponseEntity.noContent()
                .header(token.getHeaderName(), token.getToken())
                .build();
    }

    @PostMapping("/shell/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale chosen = Languages.spoken(language, Locale.of("ru"));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Languages.COOKIE, chosen.getLanguage())
                        .path("/")
                        .maxAge(YEAR)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
        return "redirect:" + (ofThisServer(back) ? back : "/");
    }

    /** A path of this server; an address of another one, also as {@code //host} or with a backslash, is refused. */
    static boolean ofThisServer(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.length() <= 2_000
                && path.chars().noneMatch(Character::isISOControl);
    }
}
