package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTests {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @Test
    void endsEveryMessageOnceThoughTheServerIsKilledInTheMiddle() {
        try (Launched kill = Launched.vestnik(folder, "bench", "kill", "--recipients", "20000")) {
            assertThat(kill.exitCode(LONG_ENOUGH))
                    .as("%s%s", kill.out(), kill.err())
                    .isZero();
        }
    }
}
