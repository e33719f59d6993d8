package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.smsc.domain.EventNotice;
import io.vestnik.platform.smsc.domain.EventNoticeDesk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Notices of events. */
class SmscPingTests extends AsSmscProgram {
    private record Kept(long id, String phone) {}

    private Kept kept(String failure) throws Exception {
        String phone = phone();
        String name = name("Watch");
        String group = member(get("phones", "add_group=1&name=" + name + "&fmt=3"), "id");
        get("phones", "add=1&phone=" + phone + "&grp=" + group);
        EventNoticeDesk desk = context.getBean(EventNoticeDesk.class);
        EventNotice notice =
                new EventNotice(0, name, new GroupId(Long.parseLong(group)), failure, "{name} is back, {host}", 0);
        assertThat(desk.keep(client(), notice)).isEqualTo(EventNoticeDesk.Answer.DONE);
        long id = desk.list(client().account()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return new Kept(id, phone);
    }

    @Test
    void tellsTheGroupWhatFailedAndThatItWorksAgain() throws Exception {
        Kept kept = kept("{name} at {host} fails: {info}");
        String asked = "id=" + kept.id() + "&host=10.0.0.1&fmt=1&name=Shop";
        String info = URLEncoder.encode("{host} $1 \\", StandardCharsets.UTF_8);
        assertThat(get("ping", asked + "&info=" + info)).matches("\\d+,1");
        assertThat(sentTo(kept.phone()).text()).isEqualTo("Shop at 10.0.0.1 fails: {host} $1 \\");
        assertThat(get("ping", asked + "&info=" + info)).isEqualTo("0,-9");
        assertThat(get("ping", asked + "&ok=1")).matches("\\d+,1");
        assertThat(sentTo(kept.phone()).text()).isEqualTo("Shop is back, 10.0.0.1");
    }

    @Test
    void firesNothingThatIsNotThereOrAnotherAccounts() throws Exception {
        Kept kept = kept("Fails");
        assertThat(getAs("partner", "ping", "id=" + kept.id() + "&fmt=1")).isEqualTo("0,-3");
        for (String unknown : new String[] {"id=999999999", "id=0"}) {
            assertThat(get("ping", unknown + "&fmt=1")).isEqualTo("0,-3");
        }
        for (String wrong : new String[] {"", "id=a", "id=-1", "id=" + kept.id() + "&ok=2"}) {
            assertThat(get("ping", wrong + "&fmt=1")).isEqualTo("0,-1");
        }
        assertThat(messagesTo(kept.phone())).isEmpty();
        assertThat(get("ping", "id=" + kept.id() + "&fmt=1")).matches("\\d+,1");
        EventNoticeDesk desk = context.getBean(EventNoticeDesk.class);
        assertThat(desk.remove(client(), kept.id())).isTrue();
        assertThat(get("ping", "id=" + kept.id() + "&name=later&fmt=1")).isEqualTo("0,-3");
    }

    @Test
    void refusesWhatWouldMakeATextTooLong() throws Exception {
        Kept kept = kept("{info}".repeat(166));
        assertThat(post(
                        "/sys/ping.php",
                        "application/x-www-form-urlencoded",
                        ("apikey=" + key("client") + "&fmt=1&id=" + kept.id() + "&info=" + "a".repeat(256))
                                .getBytes(CYRILLIC)))
                .isEqualTo("0,-1");
        assertThat(messagesTo(kept.phone())).isEmpty();
    }
}
