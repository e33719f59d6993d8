package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactFields;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract, over the desk that pages use. */
@Service
class FieldKeeping implements ContactFields {
    private final Fields fields;
    private final FieldDesk desk;
    private final FieldStore store;
    private final Transactions transactions;
    private final Audit audit;

    FieldKeeping(Fields fields, FieldDesk desk, FieldStore store, Transactions transactions, Audit audit) {
        this.fields = fields;
        this.desk = desk;
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public List<Kept> all(AccountId account) {
        List<Kept> all = new ArrayList<>();
        fields.all(account).forEach(field -> all.add(kept(field, all.size())));
        return all;
    }

    @Override
    public Optional<Kept> find(AccountId account, String key) {
        return all(account).stream().filter(field -> field.key().equals(key)).findFirst();
    }

    @Override
    public long filled(AccountId account, String key) {
        return desk.filled(account, key);
    }

    @Override
    public Answer add(Who who, String name, String kind, List<String> choices) {
        Optional<FieldKind> chosen = FieldKind.ofCode(kind).filter(FieldKind::mayBeMade);
        if (chosen.isEmpty()) {
            return new Answer.BadKind();
        }
        return transactions.call(() -> answer(
                who,
                desk.add(who.account(), name, chosen.get(), choices),
                "contacts.field-made",
                Map.of("kind", kind)));
    }

    @Override
    public Answer change(Who who, String key, @Nullable Kept seen, Wish wish) {
        return transactions.call(() -> {
            store.hold(who.account());
            Optional<Kept> now = find(who.account(), key);
            if (now.isEmpty()) {
                return new Answer.Gone();
            }
            if (seen != null && !seen.equals(now.get())) {
                return new Answer.Stale(now.get());
            }
            FieldDesk.Answer changed = desk.change(who.account(), key, wish.name(), wish.choices(), wish.shown());
            if (changed instanceof FieldDesk.Answer.Saved
                    && wish.place() != now.get().place()) {
                desk.move(who.account(), key, wish.place() - now.get().place());
                audit.record(who, "contacts.field-moved", "field " + key, Map.of("to", wish.place()));
            }
            return answer(who, changed, "contacts.field-changed", Map.of("shown", wish.shown()));
        });
    }

    @Override
    public boolean delete(Who who, String key) {
        return transactions.call(() -> {
            boolean deleted = desk.delete(who.account(), key);
            if (deleted) {
                audit.record(who, "contacts.field-deleted", "field " + key, Map.of());
            }
            return deleted;
        });
    }

    @Override
    public Answer restore(Who who, String key) {
        return transactions.call(
                () -> answer(who, desk.restore(who.account(), key), "contacts.field-restored", Map.of()));
    }

    private Answer answer(Who who, FieldDesk.Answer of, String act, Map<String, ?> details) {
        return switch (of) {
            case FieldDesk.Answer.Saved(NamedField field) -> {
                audit.record(who, act, "field " + field.key(), details);
                yield find(who.account(), field.key())
                        .<Answer>map(Answer.Saved::new)
                        .orElseGet(Answer.Gone::new);
            }
            case FieldDesk.Answer.Taken() -> new Answer.Taken();
            case FieldDesk.Answer.BadName() -> new Answer.BadName();
            case FieldDesk.Answer.BadChoices() -> new Answer.BadChoices();
            case FieldDesk.Answer.TooMany() -> new Answer.TooMany();
            case FieldDesk.Answer.Gone() -> new Answer.Gone();
        };
    }

    private static Kept kept(NamedField field, int place) {
        return new Kept(
                field.key(),
                field.given(),
                field.kind().code(),
                field.source().name().toLowerCase(Locale.ROOT),
                field.choices(),
                field.shown(),
                place);
    }
}
