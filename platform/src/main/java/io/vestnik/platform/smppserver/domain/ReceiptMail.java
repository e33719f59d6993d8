package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.RegisteredDelivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a receipt into the mailbox of whoever asked for one, and wakes whoever delivers it. */
@Component
class ReceiptMail implements FactSubscriber {
    private final Systems systems;
    private final Mailbox mailbox;
    private final Postman postman;

    ReceiptMail(Systems systems, Mailbox mailbox, Postman postman) {
        this.systems = systems;
        this.mailbox = mailbox;
        this.postman = postman;
    }

    @Override
    public String name() {
        return "smppserver.receipts";
    }

    @Override
    public boolean wants(MessageFact fact) {
        String callback = fact.feedback().callback();
        return fact.mark() == null
                && callback != null
                && callback.startsWith(SmppSystem.CALLBACK)
                && told(fact) != null;
    }

    @Override
    public void take(List<MessageFact> facts) {
        List<Mailbox.Addressed> letters = new ArrayList<>(0);
        long id = 0;
        for (MessageFact fact : facts) {
            MessageState state = told(fact);
            Optional<SmppSystem> system = state == null ? Optional.empty() : system(fact);
            if (state != null && system.isPresent()) {
                for (long receipted : receipted(fact, state)) {
                    // Only a batch that has a receipt takes a block, and with it its turn.
                    id = letters.isEmpty() ? mailbox.block() : id + 1;
                    letters.add(
                            new Mailbox.Addressed(system.get().id(), letter(id, receipted, fact, state, system.get())));
                }
            }
        }
        if (!letters.isEmpty()) {
            mailbox.add(letters);
        }
    }

    @Override
    public void committed(List<MessageFact> facts) {
        Set<Long> addressed = new HashSet<>();
        for (MessageFact fact : facts) {
            if (told(fact) != null) {
                system(fact).ifPresent(system -> addressed.add(system.id()));
            }
        }
        if (!addressed.isEmpty()) {
            postman.mail(addressed);
        }
    }

    private Optional<SmppSystem> system(MessageFact fact) {
        String callback = fact.feedback().callback();
        AccountId account = fact.account();
        return callback != null && callback.startsWith(SmppSystem.CALLBACK)
                ? systems.calledBack(account, callback)
                : Optional.empty();
    }

    /** The ids that the program must hear of: the message's, or those of its parts that want to know. */
    private static List<Long> receipted(MessageFact fact, MessageState state) {
        String reference = fact.feedback().reference();
        return state == MessageState.ENROUTE
                ? Named.all(fact.message(), reference)
                : Named.wanting(fact.message(), reference, state == MessageState.DELIVERED);
    }

    private static Letter letter(long id, long receipted, MessageFact fact, MessageState state, SmppSystem system) {
        return new Letter(
                id,
                receipted,
                state,
                fact.error(),
                fact.sender(),
                fact.recipient(),
                fact.message().second(),
                fact.at(),
                null,
                system.terms().costs()
                        ? new Letter.Bill(fact.price(), fact.parts(), fact.mccMnc(), fact.kind())
                        : null);
    }

    /** The state that the program wants to hear of by this fact; null when it wants nothing. */
    static @Nullable MessageState told(MessageFact fact) {
        int registered = fact.feedback().registered();
        if (registered == 0) {
            return null;
        }
        return switch (fact.to()) {
            case SENT -> (registered & RegisteredDelivery.INTERMEDIATE) != 0 ? MessageState.ENROUTE : null;
            case DELIVERED -> wanted(registered, true, MessageState.DELIVERED);
            case UNDELIVERED -> wanted(registered, false, MessageState.UNDELIVERABLE);
            case EXPIRED -> wanted(registered, false, MessageState.EXPIRED);
            case REJECTED -> wanted(registered, false, MessageState.REJECTED);
            case CANCELLED -> wanted(registered, false, MessageState.DELETED);
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, QUEUED, SENDING, IN_DOUBT, READ -> null;
        };
    }

    private static @Nullable MessageState wanted(int registered, boolean success, MessageState state) {
        return RegisteredDelivery.wants(registered, success) ? state : null;
    }
}
