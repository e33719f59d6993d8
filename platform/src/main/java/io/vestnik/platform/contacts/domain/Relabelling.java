package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.numbering.Numbering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labels everybody's contacts by a new plan of numbers: walks by account and id, and writes only where country, operator,
 * region or zone are other ones. A job whose plan has been replaced meanwhile leaves the rest to the job of the newer one.
 */
@Component
class Relabelling implements JobKind {
    static final String NAME = "contacts.relabel";

    private static final int CHUNK = 5_000;

    private final Numbering numbering;
    private final LabelStore labels;
    private final JsonMapper json;

    Relabelling(Numbering numbering, LabelStore labels, JsonMapper json) {
        this.numbering = numbering;
        this.labels = labels;
        this.json = json;
    }

    /** Where a walk stands. */
    private record Place(long account, long contact, long changed) {
        private static final Place START = new Place(0, 0, 0);

        private Label.@Nullable Place last() {
            return account == 0 ? null : new Label.Place(new AccountId(account), new ContactId(contact));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "contacts.job.relabel";
    }

    @Override
    public Step step(Context context) {
        Place place = context.checkpoint() == null ? Place.START : json.readValue(context.checkpoint(), Place.class);
        long version = Long.parseLong(context.input());
        if (!numbering.knows(version)) {
            return new Step.More(json.writeValueAsString(place), context.done(), 0);
        }
        if (numbering.knows(version + 1)) {
            return done(place, context.done());
        }
        List<Label> chunk = labels.after(place.last(), CHUNK);
        List<Label> changed = new ArrayList<>();
        for (Label label : chunk) {
            Label fresh = new Label(label.place(), label.phone(), numbering.of(label.phone()));
            if (!fresh.equals(label)) {
                changed.add(fresh);
            }
        }
        long written = place.changed() + (changed.isEmpty() ? 0 : labels.write(changed));
        long done = context.done() + chunk.size();
        if (chunk.size() < CHUNK) {
            return done(new Place(0, 0, written), done);
        }
        Label.Place last = chunk.getLast().place();
        Place next = new Place(last.account().value(), last.contact().value(), written);
        return new Step.More(json.writeValueAsString(next), done, 0);
    }

    private static Step done(Place place, long done) {
        return new Step.Done("{\"changed\":" + place.changed() + "}", done);
    }
}
