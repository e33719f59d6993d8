package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import org.springframework.stereotype.Component;

/** The name under which the demonstration's client sends. */
@Component
class DemoSender implements DemoData {
    private final SenderList senders;

    DemoSender(SenderList senders) {
        this.senders = senders;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void seed(DemoAccounts accounts) {
        senders.request(accounts.client(), "VESTNIK");
    }
}
