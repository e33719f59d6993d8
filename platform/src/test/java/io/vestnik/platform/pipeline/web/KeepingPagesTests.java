package io.vestnik.platform.pipeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.domain.TextTerms;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class KeepingPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    TextTerms terms;

    private MvcTestResult keep(String days) {
        return mvc.post()
                .uri("/pipeline/keeping")
                .param("days", days)
                .with(SignIns.as("client", context))
                .with(csrf())
                .exchange();
    }

    @Test
    void keepsTextsForAsLongAsTheOwnerOfTheAccountSays() {
        Who client = SignIns.who("client", context);
        assertThat(mvc.get().uri("/pipeline/keeping").with(SignIns.as(client)))
                .hasStatusOk()
                .bodyText()
                .contains("Как у всех: 92 дня", "7 дней");
        assertThat(keep("7")).hasRedirectedUrl("/pipeline/keeping");
        assertThat(terms.of(client.account())).hasValue(7);
        assertThat(terms.of(SignIns.who("partner", context).account())).isEmpty();
        keep("usual");
        assertThat(terms.of(client.account())).isEqualTo(OptionalInt.empty());
    }

    @Test
    void refusesATermThatIsNotOffered() {
        assertThat(keep("0")).hasStatus(400);
        assertThat(keep("9999")).hasStatus(400);
        assertThat(keep("ever")).hasStatus(400);
    }

    @Test
    void isForTheOwnerAlone() {
        Who owner = SignIns.who("client", context);
        Who viewer = new Who(owner.account(), owner.user(), null, owner.name(), Set.of("messages:view"));
        assertThat(mvc.get().uri("/pipeline/keeping").with(SignIns.as(viewer))).hasStatus(403);
    }
}
