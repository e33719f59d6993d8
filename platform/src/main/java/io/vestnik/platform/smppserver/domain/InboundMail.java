package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundListener;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.store.Transactions;
import io.vestnik.smpp.MessageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what people write into the mailboxes of the account's programs that receive. */
@Component
class InboundMail implements InboundListener {
    private final Systems systems;
    private final Mailbox mailbox;
    private final Postman postman;
    private final Transactions transactions;

    InboundMail(Systems systems, Mailbox mailbox, Postman postman, Transactions transactions) {
        this.systems = systems;
        this.mailbox = mailbox;
        this.postman = postman;
        this.transactions = transactions;
    }

    @Override
    public void came(List<InboundMessage> messages) {
        List<Mailbox.Addressed> letters = new ArrayList<>(0);
        long id = 0;
        for (InboundMessage message : messages) {
            AccountId account = Objects.requireNonNull(message.account());
            for (SmppSystem system : systems.receiving(account)) {
                id = letters.isEmpty() ? mailbox.block() : id + 1;
                letters.add(new Mailbox.Addressed(system.id(), letter(id, message)));
            }
        }
        if (!letters.isEmpty()) {
            mailbox.add(letters);
            transactions.afterCommit(() ->
                    postman.mail(letters.stream().map(Mailbox.Addressed::system).collect(Collectors.toSet())));
        }
    }

    private static Letter letter(long id, InboundMessage message) {
        return new Letter(
                id,
                message.id(),
                MessageState.DELIVERED,
                null,
                message.number(),
                message.phone(),
                message.at(),
                message.at(),
                message.text(),
                null);
    }
}
