package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Subscriptions;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.domain.MarkStore.Addressee;
import io.vestnik.platform.pipeline.domain.MarkStore.Marking;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the recipient of a message wants more: their word goes to the stop-list of the account, and a mark stays on the message. */
@Component
class RecipientChoices implements Subscriptions {
    private final MarkStore store;
    private final Marks marks;
    private final Stops stops;
    private final Numbering numbering;
    private final Instantly instantly;

    RecipientChoices(MarkStore store, Marks marks, Stops stops, Numbering numbering, Instantly instantly) {
        this.store = store;
        this.marks = marks;
        this.stops = stops;
        this.numbering = numbering;
        this.instantly = instantly;
    }

    /** All of a choice at one moment. */
    @Component
    record Instantly(Transactions transactions, Clock clock) {}

    @Override
    public Optional<Subscription> of(AccountId account, MessageId message) {
        return store.addressee(account, message)
                .map(person -> new Subscription(
                        person.sender(),
                        numbering.of(person.phone()).country(),
                        stops.hasUnsubscribed(account, person.phone(), person.sender())));
    }

    @Override
    public void end(AccountId account, MessageId message, boolean everything, String reason) {
        instantly.transactions().call(() -> {
            Optional<Addressee> addressee = store.addressee(account, message);
            addressee.ifPresent(person -> {
                stops.unsubscribe(account, List.of(person.phone()), everything ? "" : person.sender(), reason);
                marks.mark(List.of(new Marking(
                        account,
                        message,
                        MessageMark.UNSUBSCRIBED,
                        instantly.clock().instant())));
            });
            return addressee.isPresent();
        });
    }

    @Override
    public void resume(AccountId account, MessageId message) {
        store.addressee(account, message)
                .ifPresent(person -> stops.resubscribe(account, List.of(person.phone()), person.sender()));
    }
}
