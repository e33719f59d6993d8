package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "vestnik.dev=true")
@AutoConfigureMockMvc
class ShellPagesTests {

    @Configuration(proxyBeanMethods = false)
    @Import(ShellSlice.class)
    static class Slice {}

    private final MockMvcTester mvc;

    @Autowired
    ShellPagesTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void showsEveryPartInTheFrame() {
        assertThat(mvc.get().uri("/dev/gallery").with(user("anna").authorities()))
                .hasStatusOk()
                .headers()
                .hasValue("Vary", "HX-Request")
                .hasValue("X-Frame-Options", "DENY");
        assertThat(mvc.get().uri("/dev/gallery"))
                .bodyText()
                .contains("<html lang=\"ru\"", "class=\"v-menu\"", "id=\"content\"")
                .doesNotContain("??")
                .doesNotContain("style=")
                .doesNotContain("<script>");
    }

    @Test
    void refusesScriptsAndStylesOfThePageItself() {
        assertThat(mvc.get().uri("/dev/gallery"))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
    }

    @Test
    void isNotKeptByCaches() {
        assertThat(mvc.get().uri("/dev/gallery"))
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", it -> assertThat(it.getFirst()).contains("no-store"));
    }

    @Test
    void answersHtmxWithTheContentOnly() {
        assertThat(mvc.get().uri("/dev/gallery").header("HX-Request", "true"))
                .bodyText()
                .contains("id=\"content\"", "<title>")
                .doesNotContain("class=\"v-menu\"");
    }

    @Test
    void answersTheBackButtonWithTheWholePage() {
        assertThat(mvc.get()
                        .uri("/dev/gallery")
                        .header("HX-Request", "true")
                        .header("HX-History-Restore-Request", "true"))
                .bodyText()
                .contains("class=\"v-menu\"");
    }

    @Test
    void speaksTheLanguageOfTheBrowserUnlessOneWasChosen() {
        assertThat(mvc.get().uri("/dev/gallery").header("Accept-Language", "de,en;q=0.8,ru;q=0.5"))
                .bodyText()
                .contains("<html lang=\"en\"");
        assertThat(mvc.get().uri("/dev/gallery").header("Accept-Language", "en").cookie(new Cookie("language", "ru")))
                .bodyText()
                .contains("<html lang=\"ru\"");
    }

    @Test
    void remembersTheLanguageAndGoesBackToThisServerOnly() {
        assertThat(mvc.post()
                        .uri("/shell/language")
                        .param("language", "en")
                        .param("back", "/x?y=1")
                        .with(csrf()))
                .hasRedirectedUrl("/x?y=1")
                .cookies()
                .hasValue("language", "en");
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            assertThat(mvc.post()
                            .uri("/shell/language")
                            .param("language", "en")
                            .param("back", elsewhere)
                            .with(csrf()))
                    .hasRedirectedUrl("/");
        }
    }

    @Test
    void showsOnlyWhatTheViewerMayOpen() {
        assertThat(mvc.get().uri("/dev/gallery").with(user("anna").authorities(() -> "contacts:view")))
                .bodyText()
                .contains("href=\"/contacts\"")
                .doesNotContain("href=\"/campaigns\"");
    }

    @Test
    void asksForASignInWithoutLosingWhatWasTyped() {
        assertThat(mvc.get().uri("/contacts")).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in");
        assertThat(mvc.get().uri("/contacts").header("HX-Request", "true")).hasStatus(401);
        assertThat(mvc.get().uri("/contacts"))
                .cookies()
                .doesNotContainCookie("vestnik")
                .doesNotContainCookie("JSESSIONID");
    }

    @Test
    void saysBeforeAFormGoesWhetherTheSessionStillLives() {
        assertThat(mvc.get().uri("/shell/present").header("HX-Request", "true")).hasStatus(401);
        assertThat(mvc.get().uri("/shell/present").header("HX-Request", "true").with(user("anna")))
                .hasStatus(204)
                .headers()
                .containsHeader("X-XSRF-TOKEN");
    }

    @Test
    void tellsAnExpiredFormApartFromAMissingRight() {
        assertThat(mvc.post().uri("/shell/language").param("language", "en").header("HX-Request", "true"))
                .hasStatus(401);
        assertThat(mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .requestAttr("vestnik.form.expired", true))
                .hasStatus(403)
                .bodyText()
                .contains("Форма устарела");
    }

    @Test
    void tellsProgramsWhatIsWrong() {
        assertThat(mvc.get().uri("/api/v1/nothing"))
                .hasStatus(401)
                .hasContentType("application/problem+json;charset=UTF-8")
                .bodyJson()
                .hasPathSatisfying("$.type", it -> assertThat(it).isEqualTo("urn:vestnik:problem:no-key"))
                .hasPath("$.request");
    }

    @Test
    void showsAPageForWhatIsNotThere() {
        assertThat(mvc.get()
                        .uri("/error")
                        .with(user("anna"))
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/contacts/1"))
                .hasStatus(404)
                .bodyText()
                .contains("Такой страницы нет", "class=\"v-menu\"");
    }

    @Test
    void refusesFormsWithoutAToken() {
        assertThat(mvc.post().uri("/shell/language").param("language", "en")).hasStatus(403);
    }

    @Test
    void servesFilesUnderNamesThatChangeWithTheirContent() {
        assertThat(mvc.get().uri("/dev/gallery")).bodyText().containsPattern("/static/shell/shell-[0-9a-f]{32}\\.css");
        assertThat(mvc.get().uri("/static/shell/shell.css"))
                .hasStatusOk()
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", it -> assertThat(it.getFirst()).contains("max-age=31536000"));
        assertThat(mvc.get().uri("/static/echarts/echarts.min.js")).hasStatusOk();
    }

    @Test
    void refusesHostsItDoesNotKnow() {
        assertThat(mvc.get().uri("http://evil.example/health").header("Host", "evil.example"))
                .hasStatus(400);
        assertThat(mvc.get().uri("/health")).hasStatusOk().bodyJson().hasPath("$.status");
    }
}
