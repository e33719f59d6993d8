package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Requests as the public library of Standard Webhooks reads them. */
class EnvelopeTests {
    private static final String URL = "https://shop.example/told";

    private final Secret old = Secret.fresh();
    private final Secret fresh = Secret.fresh();
    private final Instant now = Clock.systemUTC().instant(); // the library goes by it too
    private final Target target = new Target(
            7,
            new AccountId(1),
            URL,
            EndpointForm.STANDARD,
            Hears.USUAL,
            100,
            0,
            EndpointState.ON,
            List.of(new Target.Signer(fresh, Instant.MAX), new Target.Signer(old, now.plusSeconds(60))),
            false,
            1);
    private final Event event =
            Event.of(new Event.News("balance.low", "{\"balance\":\"1.0000\",\"name\":\"Тест\"}"), 1, now);

    private static void verify(Secret secret, OutboundHttp.Request request) throws Exception {
        Map<String, List<String>> headers = request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        new Webhook(secret.text()).verify(new String(request.body(), StandardCharsets.UTF_8), headers);
    }

    @Test
    void areBelievedByTheLibraryWithEitherSecretWhileTheyChange() throws Exception {
        for (List<Event> events : List.of(List.of(event), List.of(event, event))) {
            OutboundHttp.Request request = Envelope.of(target, events, URL, now);
            verify(fresh, request);
            verify(old, request);
        }
        verify(fresh, Envelope.test(target, URL, now));
    }

    @Test
    void areNotBelievedWithAnotherSecretOrAfterTheirTime() {
        OutboundHttp.Request request = Envelope.of(target, List.of(event), URL, now);
        assertThatThrownBy(() -> verify(Secret.fresh(), request)).isInstanceOf(WebhookVerificationException.class);
        OutboundHttp.Request late = Envelope.of(target, List.of(event), URL, now.minusSeconds(3_600));
        assertThatThrownBy(() -> verify(fresh, late)).isInstanceOf(WebhookVerificationException.class);
    }
}
