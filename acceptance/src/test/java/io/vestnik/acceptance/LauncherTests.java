package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTests {

    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void tellsWhatItCanDoFromAnyFolder() {
        try (Launched help = Launched.vestnik(folder, "help")) {
            assertThat(help.exitCode(AT_ONCE)).isZero();
            assertThat(help.out())
                    .contains(
                            "up",
                            "demo",
                            "backup",
                            "restore",
                            "numbering",
                            "bench",
                            "test",
                            "guide",
                            "--port",
                            "--data");
        }
    }

    @Test
    void refusesAVerbThatItDoesNotKnow() {
        try (Launched unknown = Launched.vestnik(folder, "fly")) {
            assertThat(unknown.exitCode(AT_ONCE)).isEqualTo(64);
            assertThat(unknown.err()).contains("'fly'", "Usage");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --port",
                "up --set novalue",
                "up --fast",
                "demo --recipients many",
                "bench nothing",
                "backup --fast",
                "backup --to",
                "restore",
                "restore one two",
                "numbering",
                "numbering load",
                "numbering load --fast",
                "test one"
            })
    void refusesWordsThatItDoesNotKnow(String words) {
        try (Launched refused = Launched.vestnik(folder, words.split(" "))) {
            assertThat(refused.exitCode(AT_ONCE)).isEqualTo(64);
            assertThat(refused.err()).startsWith("vestnik: ");
        }
    }
}
