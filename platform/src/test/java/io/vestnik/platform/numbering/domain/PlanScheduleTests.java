package io.vestnik.platform.numbering.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.numbering.NumberingFixtures;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class PlanScheduleTests {
    private static final URI SOURCE = URI.create("http://127.0.0.1:9/DEF-9xx.csv");

    @Autowired
    PlanStore store;

    @Autowired
    PlanDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    NumberingFixtures fixtures;

    @Test
    void asksEachAddressOnceADayFromItsHourOn() {
        // The operator is in Moscow: four in the morning there is one o'clock of UTC.
        Instant begun = Instant.parse("2026-03-01T00:30:00Z");
        store.begin(new PlanLoad.Wish(false, "x", SOURCE.toString(), null, false, "test"), begun);
        assertThat(startedAt("2026-03-01T00:59:00Z")).isZero();
        assertThat(startedAt("2026-03-01T01:01:00Z")).isEqualTo(1);
        PlanLoad load = desk.loads().getFirst();
        assertThat(load.url()).isEqualTo(SOURCE.toString());
        assertThat(load.ported()).isFalse();
        assertThat(fixtures.end(load.id()).reason())
                .as("nobody is at that address")
                .isEqualTo("unreachable");
    }

    @Test
    void refusesSettingsThatAreNoAddresses() {
        assertThatThrownBy(() -> new NumberingSettings(List.of(URI.create("file:///etc/passwd")), List.of(), 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NumberingSettings(List.of(), List.of(), 24))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int startedAt(String now) {
        return new PlanSchedule(
                        new NumberingSettings(List.of(SOURCE), List.of(), 4),
                        store,
                        desk,
                        accounts,
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .start();
    }
}
