package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTests {

    /** The example that libraries of Standard Webhooks test themselves with. */
    @Test
    void signsAsTheStandardDoes() {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void makesSecretsThatDifferAndNeverPrintsThem() {
        Secret one = Secret.fresh();
        assertThat(one.text()).startsWith("whsec_").isNotEqualTo(Secret.fresh().text());
        assertThat(one).hasToString("whsec_…");
        assertThat(new Secret(one.text()).text()).isEqualTo(one.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_?"})
    void refusesWhatIsNoSecret(String text) {
        assertThatThrownBy(() -> new Secret(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void waitsLongerAfterEachFailureAndAsLongAsTheReceiverWishes() {
        Duration before = Duration.ZERO;
        for (int tries = 1; tries <= Pauses.STEPS.size(); tries++) {
            Duration pause = Pauses.after(tries, null);
            Duration step = Pauses.STEPS.get(tries - 1);
            assertThat(pause)
                    .isBetween(
                            step.multipliedBy(8).dividedBy(10),
                            step.multipliedBy(12).dividedBy(10));
            assertThat(pause).isGreaterThan(before);
            before = pause;
        }
        assertThat(Pauses.after(1, Duration.ofHours(5))).isEqualTo(Duration.ofHours(5));
        assertThat(Pauses.after(1, Duration.ofDays(50))).isEqualTo(Duration.ofHours(24));
    }
}
