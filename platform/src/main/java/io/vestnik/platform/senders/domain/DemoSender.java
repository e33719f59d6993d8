package io.vestnik.platform.senders.domain;

import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames;
import org.springframework.stereotype.Component;

/** The name under which the demonstration's client sends. */
@Component
class DemoSender implements DemoData {
    private final SenderNames senders;

    DemoSender(SenderNames senders) {
        this.senders = senders;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void seed(DemoAccounts accounts) {
        senders.request(accounts.client(), "VESTNIK", Sender.Terms.NONE);
    }
}
