package io.vestnik.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.WebTest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.transaction.TransactionSystemException;

@WebTest
class UnreachableTests {

    private final MockMvcTester mvc;
    private final ApplicationContext context;

    @Autowired
    UnreachableTests(MockMvcTester mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
    }

    @Test
    void tellsADatabaseThatIsAwayFromOneThatRefuses() {
        assertThat(Unreachable.is(new CannotGetJdbcConnectionException("away"))).isTrue();
        assertThat(Unreachable.is(new ServletException(new SQLException("terminating", "57P01"))))
                .isTrue();
        assertThat(Unreachable.is(new IllegalStateException(new SQLException("broken pipe", "08006"))))
                .isTrue();
        assertThat(Unreachable.is(new TransactionSystemException("rollback failed", new SQLException("closed"))))
                .isTrue();
        assertThat(Unreachable.is(new DuplicateKeyException("twice", new SQLException("twice", "23505"))))
                .isFalse();
        assertThat(Unreachable.is(new IllegalStateException())).isFalse();
    }

    @Test
    void asksToComeAgainWhateverFilterFoundTheDatabaseAway() throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain away = (request, answer) -> {
            throw new CannotGetJdbcConnectionException("away");
        };
        new Unreachable().doFilter(new MockHttpServletRequest("GET", "/contacts"), response, away);
        assertThat(response.getStatus()).isEqualTo(503);

        FilterChain broken = (request, answer) -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> new Unreachable()
                        .doFilter(new MockHttpServletRequest("GET", "/x"), new MockHttpServletResponse(), broken))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void looksForNoSessionOnceTheDatabaseIsKnownToBeAway() {
        HttpSessionIdResolver ids = context.getBean(HttpSessionIdResolver.class);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/contacts");
        request.setCookies(new Cookie("vestnik", "c2Vzc2lvbg=="));
        assertThat(ids.resolveSessionIds(request)).containsExactly("session");
        Unreachable.tell(request);
        assertThat(ids.resolveSessionIds(request)).isEmpty();
    }

    @Test
    void showsAPageToPeopleAndAProblemToPrograms() {
        assertThat(failed("/contacts"))
                .hasStatus(503)
                .hasHeader("Retry-After", "10")
                .bodyText()
                .contains("Сервер занят")
                .doesNotContain("??");
        assertThat(failed("/api/v1/balance"))
                .hasStatus(503)
                .hasHeader("Retry-After", "10")
                .bodyText()
                .contains("urn:vestnik:problem:http-503");
    }

    @Test
    void letsTheBrowserKeepAPageForTheTimeWithoutAServer() {
        for (String language : new String[] {"ru", "en"}) {
            assertThat(mvc.get().uri("/shell/offline").header("Accept-Language", language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("lang=\"" + language + "\"", "/static/shell/shell")
                    .doesNotContain("??", "_csrf");
        }
        assertThat(mvc.get().uri("/offline.js"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/javascript")
                .bodyText()
                .contains("'/shell/offline'");
    }

    @Test
    void hasAnIconWhereBrowsersLookForIt() {
        assertThat(mvc.get().uri("/favicon.ico"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("image/svg+xml")
                .headers()
                .doesNotContainHeader("Set-Cookie");
    }

    private MockMvcRequestBuilder failed(String path) {
        return mvc.get()
                .uri("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 503)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path);
    }
}
