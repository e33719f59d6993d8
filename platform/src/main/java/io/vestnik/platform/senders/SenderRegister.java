package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The list that pages show, in words for programs. */
@Service
class SenderRegister implements SenderNames {
    private final SenderStore store;
    private final SenderList senders;

    SenderRegister(SenderStore store, SenderList senders) {
        this.store = store;
        this.senders = senders;
    }

    @Override
    public Slice<Name> list(AccountId account, @Nullable String cursor, int limit) {
        return store.list(account, null, cursor, limit).map(SenderRegister::name);
    }

    @Override
    public Optional<Name> find(AccountId account, long id) {
        return store.find(account, id).map(SenderRegister::name);
    }

    @Override
    public Asked request(Who who, String name) {
        return switch (senders.request(who, name)) {
            case SenderList.Answer.Approved() -> new Asked.Kept(named(who.account(), name));
            case SenderList.Answer.Refused(String reason, String _)
            when reason.equals("there") -> new Asked.There(named(who.account(), name));
            case SenderList.Answer.Refused(String reason, String detail) -> new Asked.Refused(reason, detail);
        };
    }

    private Name named(AccountId account, String name) {
        return name(store.find(account, name).orElseThrow());
    }

    @Override
    public boolean delete(Who who, long id) {
        return store.find(who.account(), id)
                .filter(sender -> senders.delete(who, sender))
                .isPresent();
    }

    private static Name name(Sender sender) {
        return new Name(
                sender.id(),
                sender.name(),
                sender.state().code(),
                sender.requestedAt(),
                sender.answeredAt(),
                sender.answer(),
                sender.operators());
    }
}
