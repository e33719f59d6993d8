package io.vestnik.platform.smsc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.smsc.domain.EventNotice;
import io.vestnik.platform.smsc.domain.EventNoticeDesk;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class EventNoticePagesTests {
    private static final String HOME = "/smsc/notices";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    EventNoticeDesk desk;

    private Who client() {
        return SignIns.who("client", context);
    }

    private GroupId group(String name) {
        return context.getBean(Contacts.class)
                .groupNamed(client().account(), name)
                .id();
    }

    private MockMvcRequestBuilder get(String path) {
        return mvc.get().uri(path).with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder save(String path, String name, String group, String failure, int version) {
        return mvc.post()
                .uri(path)
                .param("name", name)
                .param("group", group)
                .param("failure", failure)
                .param("recovery", "Works")
                .param("version", Integer.toString(version))
                .with(csrf())
                .with(SignIns.as("client", context));
    }

    private EventNotice named(String name) {
        return desk.list(client().account()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsChangesAndDeletesANotice() {
        String group = group("On duty").toString();
        assertThat(save(HOME, "Shop watch", group, "{name} fails", 0)).hasRedirectedUrl(HOME);
        long id = named("Shop watch").id();
        for (String language : new String[] {"ru", "en"}) {
            assertThat(get(HOME).header("Accept-Language", language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Shop watch", "On duty", "{name} fails")
                    .doesNotContain("??");
            assertThat(get(HOME + "/new").header("Accept-Language", language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("{host}")
                    .doesNotContain("??", "ping.php?");
            assertThat(get(HOME + "/" + id).header("Accept-Language", language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("/sys/ping.php?", "id=" + id)
                    .doesNotContain("??");
        }
        assertThat(save(HOME + "/" + id, "Shop watch", group, "{name} is down", 1))
                .hasRedirectedUrl(HOME);
        assertThat(named("Shop watch").failure()).isEqualTo("{name} is down");
        assertThat(save(HOME + "/" + id, "Shop watch", group, "stale", 1))
                .hasStatus(422)
                .bodyText()
                .contains("изменили");
        assertThat(mvc.post().uri(HOME + "/" + id + "/delete").with(csrf()).with(SignIns.as("client", context)))
                .hasRedirectedUrl(HOME);
        assertThat(get(HOME + "/" + id)).hasStatus(404);
    }

    @Test
    void saysWhatIsWrongWithOne() {
        assertThat(save(HOME, "", "", " ", 0))
                .hasStatus(422)
                .bodyText()
                .contains("От 1 до 100 знаков", "Выберите группу контактов", "От 1 до 1000 знаков");
        assertThat(save(HOME, "Nobody's group", "999999999", "Fails", 0))
                .hasStatus(422)
                .bodyText()
                .contains("Выберите группу контактов");
        assertThat(save(HOME, "n".repeat(101), group("On duty").toString(), "f".repeat(1_001), 0))
                .hasStatus(422);
    }

    @Test
    void isForThoseWhoWriteTexts() {
        Who who = client();
        Who viewer = new Who(who.account(), who.user(), null, who.name(), Set.of("campaigns:view"));
        assertThat(mvc.get().uri(HOME).with(SignIns.as(viewer))).hasStatus(403);
    }
}
