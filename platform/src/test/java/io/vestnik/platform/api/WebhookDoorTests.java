package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookDoorTests extends AsProgram {
    @Test
    void addsChangesAndTellsAgain() {
        String id = body(post("/api/v1/webhooks", "{\"url\": \"https://shop.example/hook\", \"form\": \"smsc\"}"))
                .replaceFirst("(?s).*\"id\":\"(\\d+)\".*", "$1");
        String there = "/api/v1/webhooks/" + id;
        assertThat(get(there)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"form": "smsc", "events": "final", "inbound": true, "senders": false, "batch": 1, "wait_ms": 0, "version": 1}""");
        String changed = """
                {"url": "https://shop.example/other", "events": "none", "balance_below": "500", "senders": true, "version": %d}""";
        assertThat(put(there, changed.formatted(1))).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"url": "https://shop.example/other", "form": "standard", "events": "none", "balance_below": "500.0000",
                 "senders": true, "version": 2}""");
        assertThat(put(there, changed.formatted(1))).hasStatus(409).bodyJson().isLenientlyEqualTo("{\"current\": 2}");
        assertThat(post(there + "/secret", "")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"secret": "whsec_dGVzdA=="}""");
        assertThat(delete(there + "/secrets/7")).hasStatus(404);
        assertThat(delete(there + "/secrets/" + id)).hasStatus(204);
        assertThat(post(there + "/off", "")).hasStatusOk();
        assertThat(post(there + "/on", "")).hasStatusOk();
        assertThat(post(there + "/resend", "{\"from\": \"2026-11-20T00:00:00Z\", \"all\": true}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"events\": 2}");
        assertThat(delete(there)).hasStatus(204);
        assertThat(put(there, changed.formatted(1))).hasStatus(404);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(post("/api/v1/webhooks", "{\"events\": \"some\", \"form\": \"xml\", \"balance_below\": \"-1\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"errors": [{"pointer": "/form", "code": "unknown"}, {"pointer": "/events", "code": "unknown"},
                            {"pointer": "/balance_below", "code": "bad_amount"}]}""");
    }
}
