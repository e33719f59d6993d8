package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTests {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @Test
    void putsABackupFromTheMiddleOfAMailingBackAndFindsTheLedgerExactAndEveryoneLetIn() {
        try (Launched restore = Launched.vestnik(folder, "bench", "restore", "--recipients", "12000")) {
            assertThat(restore.exitCode(LONG_ENOUGH))
                    .as("%s%s", restore.out(), restore.err())
                    .isZero();
        }
    }
}
