package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import io.vestnik.platform.accounts.DemoSecrets;
import io.vestnik.platform.smppserver.domain.Systems.Answer;
import org.springframework.stereotype.Component;

/** The system id of the demonstration's client: as fast as it goes, its password random. */
@Component
class DemoSystem implements DemoData {
    private static final String SYSTEM_ID = "demo";
    private static final int BINDS = 20;
    private static final int WINDOW = 1_000;

    private final Systems systems;
    private final DemoSecrets secrets;

    DemoSystem(Systems systems, DemoSecrets secrets) {
        this.systems = systems;
        this.secrets = secrets;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void seed(DemoAccounts accounts) {
        SystemTerms usual = SystemTerms.USUAL;
        SystemTerms terms =
                new SystemTerms(usual.modes(), BINDS, WINDOW, 0, usual.alphabet(), usual.traffic(), usual.addresses());
        if (systems.create(accounts.client(), SYSTEM_ID, terms) instanceof Answer.Given given) {
            secrets.keep("client.smpp.system_id", given.systemId());
            secrets.keep("client.smpp.password", given.password());
        }
    }
}
