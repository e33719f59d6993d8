package io.vestnik.platform.pipeline.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.sms.Body;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisteredTests {
    @ParameterizedTest
    @EnumSource
    void keepsTheKindBesideTheFlags(Body.Kind kind) {
        for (int flags : new int[] {0, 1, 0x11, 0xFF}) {
            int kept = Registered.kept(flags, kind);
            assertThat(Registered.flags(kept)).isEqualTo(flags);
            assertThat(Registered.kind(kept)).isEqualTo(kind);
            assertThat(kept).isBetween(0, (int) Short.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "TEXT")
    void aTextThatAsksForNothingIsNothing(Body.Kind text) {
        assertThat(Registered.kept(0, text)).isZero();
    }
}
