package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Senders;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a rule may name: groups that people can be put into, senders that answers can come from. */
@Component
public class RuleChoices {
    private final Contacts contacts;
    private final Senders senders;

    RuleChoices(Contacts contacts, Senders senders) {
        this.contacts = contacts;
        this.senders = senders;
    }

    public List<Group> groups(AccountId account) {
        return contacts.groups(account).stream()
                .filter(group -> !group.living())
                .toList();
    }

    public List<String> senders(AccountId account) {
        return senders.names(account);
    }
}
