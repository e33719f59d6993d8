package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Copies people into a group, moves them from one to another, takes them out of one: a few at once, or all that match as a job. */
@Service
public class Regrouping implements JobKind {
    /** How many can be moved at once. */
    public static final int MOST_AT_ONCE = 10_000;

    private static final int CHUNK = 1_000;

    /** The name of its jobs. */
    public static final String NAME = "contacts.regroup";

    private final ContactStore contacts;
    private final GroupStore groups;
    private final RegroupMemory memory;
    private final Jobs jobs;
    private final JsonMapper json;

    Regrouping(ContactStore contacts, GroupStore groups, RegroupMemory memory, Jobs jobs, JsonMapper json) {
        this.contacts = contacts;
        this.groups = groups;
        this.memory = memory;
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * From where to where.
     *
     * @param from the group that they leave; none when they stay in all
     * @param to the group that they come into; none when they only leave
     */
    public record Way(@Nullable GroupId from, @Nullable GroupId to) {
        public Way {
            if ((from == null && to == null) || (from != null && from.equals(to))) {
                throw new IllegalArgumentException("From a group, or into another");
            }
        }
    }

    /**
     * What was done.
     *
     * @param people how many changed groups
     * @param undo by this number it can be undone; 0 when it cannot
     */
    public record Regrouped(long people, long undo) {}

    private record Input(ContactFilter filter, Way way) {}

    /** What is left between its steps. */
    private record Place(long after, long people) {}

    /** Does it to these contacts, at most {@link #MOST_AT_ONCE}; none when a group is gone. */
    public Optional<Regrouped> regroup(AccountId account, Way way, Collection<ContactId> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + ids.size());
        }
        List<ContactId> all = List.copyOf(ids);
        return memory.transactions().call(() -> {
            long people = 0;
            long undo = 0;
            int from = 0;
            do {
                List<ContactId> some = all.subList(from, Math.min(all.size(), from + CHUNK));
                Optional<RegroupStore.Done> done = apply(account, way, some);
                if (done.isEmpty()) {
                    return Optional.empty();
                }
                people += people(done.get());
                undo = memory.remember(account, done.get().withBefore(undo));
                from += CHUNK;
            } while (from < all.size());
            return Optional.of(new Regrouped(people, undo));
        });
    }

    /** Whether the groups are there, and were made by hand. */
    boolean possible(AccountId account, Way way) {
        GroupId from = way.from();
        GroupId to = way.to();
        return (from == null || madeByHand(account, from)) && (to == null || madeByHand(account, to));
    }

    /** Starts to do it to all that match; the result is a {@link Regrouped} as JSON. */
    public JobId regroupAll(AccountId account, Way way, ContactFilter filter) {
        return jobs.start(account, NAME, json.writeValueAsString(new Input(filter, way)));
    }

    /** Takes back what was done, with the steps before it; false when there is nothing to take back any more. */
    public boolean undo(AccountId account, long number) {
        return memory.transactions().call(() -> {
            Optional<RegroupStore.Done> done = memory.take(account, number);
            boolean any = done.isPresent();
            while (done.isPresent()) {
                takeBack(account, done.get());
                done = memory.take(account, done.get().before());
            }
            return any;
        });
    }

    private void takeBack(AccountId account, RegroupStore.Done done) {
        GroupId joined = done.joinedGroup();
        GroupId left = done.leftGroup();
        if (joined != null) {
            groups.leave(account, joined, done.joined());
        }
        if (left != null && groups.find(account, left).isPresent()) {
            groups.join(account, left, memory.living(account, done.left()));
        }
    }

    private Optional<RegroupStore.Done> apply(AccountId account, Way way, Collection<ContactId> ids) {
        if (!possible(account, way)) {
            return Optional.empty();
        }
        GroupId from = way.from();
        GroupId to = way.to();
        List<String> phones = memory.phones(account, ids);
        List<String> members = from == null ? phones : groups.among(account, from, phones);
        Set<String> joined = to == null ? Set.of() : groups.join(account, to, members);
        if (from != null) {
            groups.leave(account, from, members);
        }
        return Optional.of(new RegroupStore.Done(to, List.copyOf(joined), from, from == null ? List.of() : members));
    }

    private boolean madeByHand(AccountId account, GroupId group) {
        return groups.find(account, group).filter(it -> !it.living()).isPresent();
    }

    private static int people(RegroupStore.Done done) {
        return done.leftGroup() == null ? done.joined().size() : done.left().size();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:edit";
    }

    @Override
    public String titleKey() {
        return "contacts.job.regroup";
    }

    @Override
    public Step step(Context context) {
        AccountId account = context.account();
        Input input = json.readValue(context.input(), Input.class);
        boolean first = context.checkpoint() == null;
        Place place = first ? new Place(0, 0) : json.readValue(context.checkpoint(), Place.class);
        long total = first ? contacts.count(account, input.filter()) : context.total();
        List<ContactId> ids = contacts.ids(account, input.filter(), place.after(), CHUNK);
        Optional<RegroupStore.Done> done = apply(account, input.way(), ids);
        if (done.isEmpty()) {
            return new Step.Failed(memory.gone());
        }
        long people = place.people() + people(done.get());
        long walked = context.done() + ids.size();
        return ids.size() < CHUNK
                ? new Step.Done(json.writeValueAsString(new Regrouped(people, 0)), walked)
                : new Step.More(json.writeValueAsString(new Place(ids.getLast().value(), people)), walked, total);
    }
}
