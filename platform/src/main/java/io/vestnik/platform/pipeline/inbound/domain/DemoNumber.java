package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The number of the demonstration's client: what is written to it from the page of the simulated operator is theirs. */
@Component
class DemoNumber implements DemoData {
    private static final String NUMBER = "2020";

    private final NumberDesk desk;
    private final Clock clock;

    DemoNumber(NumberDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void seed(DemoAccounts accounts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        desk.keep(
                accounts.operator(),
                new Lending(0, NUMBER, null, "", accounts.client().account(), today, null, 0));
    }
}
