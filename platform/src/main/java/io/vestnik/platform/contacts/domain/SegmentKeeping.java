package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.contacts.Segments;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract, over the desk that pages use. */
@Service
class SegmentKeeping implements Segments {
    private final SegmentDesk desk;
    private final GroupStore groups;
    private final Transactions transactions;
    private final Audit audit;

    SegmentKeeping(SegmentDesk desk, GroupStore groups, Transactions transactions, Audit audit) {
        this.desk = desk;
        this.groups = groups;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public List<Kept> all(AccountId account) {
        return desk.all(account).stream().map(SegmentKeeping::kept).toList();
    }

    @Override
    public Optional<Kept> find(AccountId account, GroupId id) {
        return desk.find(account, id).map(SegmentKeeping::kept);
    }

    @Override
    public Answer create(Who who, String name, Meant meant) {
        return saved(
                who,
                name,
                meant,
                "contacts.segment-made",
                () -> desk.create(who.account(), name, ContactFilter.of(meant)));
    }

    @Override
    public Answer change(Who who, GroupId id, @Nullable Kept seen, String name, Meant meant) {
        return transactions.call(() -> {
            Optional<Kept> now = groups.hold(who.account(), id).flatMap(_ -> find(who.account(), id));
            if (now.isEmpty()) {
                return new Answer.Gone();
            }
            if (seen != null && !seen.same(now.get())) {
                return new Answer.Stale(now.get());
            }
            return saved(
                    who,
                    name,
                    meant,
                    "contacts.segment-changed",
                    () -> desk.change(who.account(), id, name, ContactFilter.of(meant)));
        });
    }

    private Answer saved(Who who, String name, Meant meant, String act, Supplier<SegmentDesk.Answer> work) {
        return transactions.call(() -> switch (work.get()) {
            case SegmentDesk.Answer.Saved(Group group) -> {
                audit.record(who, act, "group " + group.id(), Map.of("name", group.name()));
                yield find(who.account(), group.id())
                        .<Answer>map(Answer.Saved::new)
                        .orElseGet(Answer.Gone::new);
            }
            case SegmentDesk.Answer.Taken() ->
                groups.named(who.account(), GroupDesk.key(CellReader.text(name).strip()))
                        .<Answer>map(Answer.Taken::new)
                        .orElseGet(Answer.Gone::new);
            case SegmentDesk.Answer.BadName() -> new Answer.BadName();
            case SegmentDesk.Answer.BadFilter() ->
                ContactFilter.of(meant).none() ? new Answer.Everybody() : new Answer.OfSegment();
            case SegmentDesk.Answer.TooMany() -> new Answer.TooMany();
            case SegmentDesk.Answer.Gone() -> new Answer.Gone();
        });
    }

    @Override
    public boolean delete(Who who, GroupId id) {
        return transactions.call(() -> {
            Optional<Kept> there = find(who.account(), id);
            boolean deleted = there.isPresent() && desk.delete(who.account(), id);
            if (deleted) {
                audit.record(
                        who,
                        "contacts.segment-deleted",
                        "group " + id,
                        Map.of("name", there.get().group().name()));
            }
            return deleted;
        });
    }

    @Override
    public Optional<Kept> counted(AccountId account, GroupId id) {
        if (desk.find(account, id).isEmpty()) {
            return Optional.empty();
        }
        return desk.counted(account, id) instanceof SegmentDesk.Answer.Saved ? find(account, id) : Optional.empty();
    }

    private static Kept kept(Segment segment) {
        return new Kept(segment.group(), segment.filter().meant());
    }
}
