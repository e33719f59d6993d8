package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.StartedBy;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops.Entry;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Puts contacts on the stop-list: a few at once, all that match as a job that walks through them by id. They stay contacts. */
@Service
public class StopPeople implements JobKind {
    /** The name of these jobs. */
    public static final String NAME = "contacts.stop-people";

    private static final int PEOPLE = 5_000;

    private final ContactStore contacts;
    private final StopDesk desk;
    private final Jobs jobs;
    private final Audit audit;
    private final JsonMapper json;

    StopPeople(ContactStore contacts, StopDesk desk, Jobs jobs, Audit audit, JsonMapper json) {
        this.contacts = contacts;
        this.desk = desk;
        this.jobs = jobs;
        this.audit = audit;
        this.json = json;
    }

    /**
     * What was done.
     *
     * @param known who stood in this scope already
     */
    public record Result(long added, long known) {}

    private record Input(ContactFilter filter, String kind, String value, String reason, StartedBy by) {}

    private record Place(long after, long people, long added) {}

    /** How many of these are contacts of the account; at most 10,000 are asked about. */
    public long count(AccountId account, Collection<ContactId> ids) {
        return contacts.phones(account, ids).size();
    }

    /** Puts these contacts on the list; at most 10,000. */
    public Result stop(Who who, Collection<ContactId> ids, StopScope scope, String reason) {
        List<String> phones = contacts.phones(who.account(), ids);
        int added = desk.add(who, phones, new Entry(scope, StopSource.HAND, reason));
        return new Result(added, phones.size() - (long) added);
    }

    /** Starts to put all that match on the list; the result is a {@link Result} as JSON. */
    public JobId stopAll(Who who, ContactFilter filter, StopScope scope, String reason) {
        Input input = new Input(filter, scope.kind(), scope.value(), reason, StartedBy.of(who));
        return jobs.start(who.account(), NAME, json.writeValueAsString(input));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:stops-edit";
    }

    @Override
    public String titleKey() {
        return "contacts.stops.job.people";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        boolean first = context.checkpoint() == null;
        Place place = first ? new Place(0, 0, 0) : json.readValue(context.checkpoint(), Place.class);
        long total = first ? contacts.count(context.account(), input.filter()) : context.total();
        List<ContactId> ids = contacts.ids(context.account(), input.filter(), place.after(), PEOPLE);
        List<String> phones = contacts.phones(context.account(), ids);
        Entry entry =
                new Entry(StopScope.of(input.kind(), input.value()).orElseThrow(), StopSource.HAND, input.reason());
        long added = place.added()
                + desk.put(context.account(), phones, entry, input.by().name());
        long people = place.people() + phones.size();
        if (ids.size() == PEOPLE) {
            Place next = new Place(ids.getLast().value(), people, added);
            return new Step.More(json.writeValueAsString(next), people, total);
        }
        audit.record(
                input.by().in(context.account()),
                "contacts.stops-added",
                "job " + context.job(),
                Map.of("count", added, "scope", input.kind(), "value", input.value(), "source", "contacts"));
        return new Step.Done(json.writeValueAsString(new Result(added, people - added)), people);
    }
}
