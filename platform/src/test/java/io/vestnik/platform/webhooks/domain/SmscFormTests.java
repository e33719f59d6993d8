package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.SmscStatus;
import io.vestnik.sms.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmscFormTests {
    private static Event event(String recipient, String sender, Event.@Nullable Said said, @Nullable MessageMark mark) {
        return new Event(
                new MessageId(250_111_222_333L),
                null,
                sender,
                recipient,
                said == null ? "order-7" : null,
                said == null ? MessageState.UNDELIVERED : MessageState.DELIVERED,
                said == null ? "11" : null,
                2,
                Money.of("3.50"),
                Instant.parse("2016-10-18T12:34:12Z"),
                mark,
                said,
                null,
                Body.Kind.TEXT);
    }

    @Test
    void signsWhatSomebodyWroteAsItsReadersCheckIt() {
        Event written = event("123", "234", new Event.Said("text", "", ""), null);

        assertThat(SmscForm.signed(written, "zxc"))
                .startsWith("id=250111222333&phone=123&mes=text&to=234&")
                .endsWith("&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd")
                .contains("&md5=" + SmscForm.digest("MD5", "123:text:234:zxc") + "&");
    }

    @Test
    void tellsAStateWithTheClientsOwnIdAndTheTimeOfMoscow() {
        assertThat(SmscForm.signed(event("79161234567", "SHOP & CO", null, null), "zxc"))
                .isEqualTo(
                        "id=order-7&phone=79161234567&status=20&time=18.10.2016+15%3A34%3A12&ts=1476794052&err=11&cnt=2"
                                + "&cost=3.5&sender=SHOP+%26+CO&type=0&flag=0&md5="
                                + SmscForm.digest("MD5", "order-7:79161234567:20:zxc") + "&sha1="
                                + SmscForm.digest("SHA-1", "order-7:79161234567:20:zxc"));
    }

    @Test
    void tellsAFollowedLinkAsAStateOfItsOwn() {
        assertThat(SmscForm.fields(event("79161234567", "SHOP", null, MessageMark.CLICKED)))
                .contains("&status=4&");
    }

    @Test
    void hasWordsForStatesLinksAndInboundMessagesOnly() {
        Event.Said said = new Event.Said("text", "", "");
        Event state = event("79161234567", "SHOP", null, null);
        Event named = event("123", "234", new Event.Said("text", "", "vote"), null);
        Event unsubscribed = event("79161234567", "SHOP", null, MessageMark.UNSUBSCRIBED);
        Event news = Event.of(new Event.News("balance.low", "{}"), 7, Instant.EPOCH);

        Target own = target("https://shop.example/hook", null);
        assertThat(List.of(
                        state,
                        event("123", "234", said, null),
                        event("79161234567", "SHOP", null, MessageMark.CLICKED)))
                .allMatch(own::tells);
        assertThat(List.of(unsubscribed, news, named)).noneMatch(own::tells);
        assertThat(target(null, null).tells(named))
                .as("the address of the rule is told once")
                .isTrue();
    }

    @Test
    void signsWithTheSecretBeforeUntilItsDayIsOverThenWithTheNewOne() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        Event state = event("79161234567", "SHOP", null, null);
        Target rotating = target("https://shop.example/hook", now);

        assertThat(body(rotating, state, now.minusSeconds(1)))
                .isEqualTo(SmscForm.signed(
                        state, rotating.secrets().getLast().secret().text()));
        assertThat(body(rotating, state, now))
                .isEqualTo(SmscForm.signed(state, rotating.newest().text()));
    }

    private static String body(Target target, Event event, Instant at) {
        byte[] body = Envelope.of(target, List.of(event), "https://shop.example/hook", at)
                .body();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Target target(@Nullable String url, @Nullable Instant oldUntil) {
        Target.Signer newest = new Target.Signer(Secret.fresh(), Instant.MAX);
        return new Target(
                7,
                new AccountId(1),
                url,
                EndpointForm.SMSC,
                Hears.USUAL,
                1,
                0,
                EndpointState.ON,
                oldUntil == null ? List.of(newest) : List.of(newest, new Target.Signer(Secret.fresh(), oldUntil)),
                false,
                1);
    }

    @Test
    void knowsEveryState() {
        assertThat(MessageState.values())
                .extracting(state -> SmscStatus.of(state, null))
                .containsExactly(-1, -1, -1, -1, 0, 0, 0, 1, 2, 20, 3, 20, -2);
        assertThat(SmscStatus.of(MessageState.REJECTED, "11")).isEqualTo(22);
        assertThat(SmscStatus.of(MessageState.REJECTED, "stopped")).isEqualTo(23);
        assertThat(SmscStatus.of(MessageState.REJECTED, "72")).isEqualTo(23);
    }

    /** The code of a network, or our word; its state; the number in the list of the service. */
    @ParameterizedTest
    @CsvSource({
        "11, REJECTED, 249",
        "80, REJECTED, 249",
        "10, REJECTED, 254",
        "73, REJECTED, 254",
        "8, REJECTED, 220",
        "20, REJECTED, 220",
        "88, REJECTED, 220",
        "69, REJECTED, 255",
        "13, REJECTED, 255",
        "stopped, REJECTED, 250",
        "virtual, DELIVERED, 200",
        "lifetime, EXPIRED, 245",
        "unknown, UNDELIVERED, 255",
        "1, UNDELIVERED, 1",
        "006, UNDELIVERED, 6",
        "11, UNDELIVERED, 11",
        "13, UNDELIVERED, 13",
        "21, EXPIRED, 21",
        "27, EXPIRED, 6",
        "32, UNDELIVERED, 12",
        "200, UNDELIVERED, 255",
        "000, UNDELIVERED, 255",
        "1024, UNDELIVERED, 255",
    })
    void numbersFailuresByWhatTheyMean(String error, MessageState state, int number) {
        assertThat(SmscStatus.error(state, error)).isEqualTo(number);
    }
}
