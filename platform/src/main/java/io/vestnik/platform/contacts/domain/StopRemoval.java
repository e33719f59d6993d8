package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.StartedBy;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes all entries that match off the stop-list, some thousands a step. */
@Service
public class StopRemoval implements JobKind {
    /** The name of these jobs. */
    public static final String NAME = "contacts.remove-stops";

    private static final int ENTRIES = 5_000;

    private final StopStore stops;
    private final StopDesk desk;
    private final Jobs jobs;
    private final JsonMapper json;

    StopRemoval(StopStore stops, StopDesk desk, Jobs jobs, JsonMapper json) {
        this.stops = stops;
        this.desk = desk;
        this.jobs = jobs;
        this.json = json;
    }

    private record Input(Listing listing, StartedBy by) {}

    /** Starts to take off all that match. */
    public JobId start(Who who, Listing listing) {
        Input input = new Input(listing, StartedBy.of(who));
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
        return "contacts.stops.job.remove";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        long after = context.checkpoint() == null ? 0 : Long.parseLong(context.checkpoint());
        List<Long> ids = stops.ids(context.account(), input.listing(), after, ENTRIES);
        long done = context.done()
                + desk.remove(input.by().in(context.account()), ids).count();
        return ids.size() < ENTRIES ? new Step.Done("{}", done) : new Step.More(Long.toString(ids.getLast()), done, 0);
    }
}
