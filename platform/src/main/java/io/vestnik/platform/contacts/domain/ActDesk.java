package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.BulkActs;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.jobs.JobId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The contract, over the work that pages start. */
@Service
class ActDesk implements BulkActs {
    private final ContactStore contacts;
    private final ContactRemoval removal;
    private final Regrouping regrouping;
    private final StopPeople stops;
    private final Audit audit;

    ActDesk(ContactStore contacts, ContactRemoval removal, Regrouping regrouping, StopPeople stops, Audit audit) {
        this.contacts = contacts;
        this.removal = removal;
        this.regrouping = regrouping;
        this.stops = stops;
        this.audit = audit;
    }

    @Override
    public Removed delete(Who who, List<Long> written) {
        List<ContactId> ids = ids(written);
        Set<Long> there = contacts.chosen(who.account(), ids).stream()
                .map(contact -> contact.id().value())
                .collect(Collectors.toSet());
        ContactRemoval.Removed removed = removal.delete(who.account(), ids, who.name());
        audit.record(
                who,
                "contacts.deleted",
                "contacts",
                Map.of("count", removed.deleted(), "deletion", removed.deletion()));
        return new Removed(removed.deletion(), there);
    }

    @Override
    public JobId deleteAll(Who who, Meant meant) {
        JobId job = removal.deleteAll(who.account(), ContactFilter.of(meant), who.name());
        audit.record(who, "contacts.deleting", "job " + job, Map.of());
        return job;
    }

    @Override
    public Optional<Moved> move(Who who, Way way, List<Long> written) {
        Optional<Regrouping.Regrouped> done = regrouping.regroup(who.account(), way(way), ids(written));
        done.ifPresent(it ->
                audit.record(who, "contacts.regrouped", "contacts", Map.of("act", act(way), "count", it.people())));
        return done.map(it -> new Moved(it.people(), it.undo()));
    }

    @Override
    public Optional<JobId> moveAll(Who who, Way way, Meant meant) {
        if (!regrouping.possible(who.account(), way(way))) {
            return Optional.empty();
        }
        JobId job = regrouping.regroupAll(who.account(), way(way), ContactFilter.of(meant));
        audit.record(who, "contacts.regrouping", "job " + job, Map.of("act", act(way)));
        return Optional.of(job);
    }

    @Override
    public boolean undo(Who who, long number) {
        boolean undone = regrouping.undo(who.account(), number);
        if (undone) {
            audit.record(who, "contacts.regrouping-undone", "regrouping " + number, Map.of());
        }
        return undone;
    }

    @Override
    public Stopped stop(Who who, List<Long> written, StopScope scope, String reason) {
        StopPeople.Result done = stops.stop(who, ids(written), scope, reason);
        return new Stopped(done.added(), done.known());
    }

    @Override
    public JobId stopAll(Who who, Meant meant, StopScope scope, String reason) {
        JobId job = stops.stopAll(who, ContactFilter.of(meant), scope, reason);
        audit.record(who, "contacts.stopping", "job " + job, Map.of("scope", scope.kind(), "value", scope.value()));
        return job;
    }

    private static List<ContactId> ids(List<Long> written) {
        if (written.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + written.size());
        }
        return written.stream().distinct().map(ContactId::new).toList();
    }

    private static Regrouping.Way way(Way way) {
        return new Regrouping.Way(way.from(), way.to());
    }

    private static String act(Way way) {
        return way.to() == null ? "remove" : way.from() == null ? "copy" : "move";
    }
}
