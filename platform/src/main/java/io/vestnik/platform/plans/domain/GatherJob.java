package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.Anniversaries;
import io.vestnik.platform.contacts.Anniversaries.Celebrant;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.plans.PlanId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gathers whom a plan greets on a day, some thousands a step, and then begins a run for each hour at which somebody is due. */
@Component
class GatherJob implements JobKind {
    static final String NAME = "plans.gather";

    private static final int STEP = 5_000;

    private final PlanBook plans;
    private final Anniversaries anniversaries;
    private final Gathered gathered;
    private final JsonMapper json;

    GatherJob(PlanBook plans, Anniversaries anniversaries, Gathered gathered, JsonMapper json) {
        this.plans = plans;
        this.anniversaries = anniversaries;
        this.gathered = gathered;
        this.json = json;
    }

    /** Where the people go. */
    @Component
    record Gathered(GreetedStore greeted, RunStarts starts, Hindrances hindrances, Clock clock) {}

    /**
     * What it is started with.
     *
     * @param from who was due before is left out, for they were looked up before; none in what was started before that was kept
     */
    record Input(long plan, String day, @Nullable String from) {
        Instant earliest(Instant now, Duration patience) {
            Instant patient = now.minus(patience);
            Instant first = from == null ? patient : Instant.parse(from);
            return first.isAfter(patient) ? first : patient;
        }
    }

    /** The last phone that was looked at. */
    record Place(@Nullable String after) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:start";
    }

    @Override
    public String titleKey() {
        return "plans.gather.job";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Plan plan = plans.find(context.account(), new PlanId(input.plan()))
                .filter(it -> it.state() == PlanState.ACTIVE)
                .orElse(null);
        if (plan == null || !(plan.terms().occasion() instanceof Occasion.Anniversary occasion)) {
            return new Step.Done("{}", context.done());
        }
        Draft message = plan.message();
        Place place =
                context.checkpoint() == null ? new Place(null) : json.readValue(context.checkpoint(), Place.class);
        GreetingDays greeting = new GreetingDays(occasion);
        LocalDate day = LocalDate.parse(input.day());
        if (message == null
                || gathered.hindrances().of(plan.account(), occasion, message).isPresent()) {
            return tell(plan, greeting.due(day, occasion.zone()));
        }
        Slice<Celebrant> people = anniversaries.on(
                plan.account(),
                new Anniversaries.Question(message.audience().groups(), occasion.field(), greeting.dates(day)),
                place.after(),
                STEP);
        note(plan, greeting, input, people);
        long done = context.done() + people.items().size();
        return people.next() == null
                ? begin(plan, done)
                : new Step.More(json.writeValueAsString(new Place(people.next())), done, 0);
    }

    /** Who is due too long ago is left to the next year: a birthday wish of yesterday helps nobody. */
    private void note(Plan plan, GreetingDays greeting, Input input, Slice<Celebrant> people) {
        LocalDate day = LocalDate.parse(input.day());
        Instant earliest = input.earliest(gathered.clock().instant(), plan.patience());
        Map<String, Instant> due = new HashMap<>();
        for (Celebrant one : people.items()) {
            Instant at = greeting.due(day, one.zone());
            if (!at.isBefore(earliest)) {
                due.put(one.phone(), at);
            }
        }
        gathered.greeted().note(plan.account(), plan.id(), greeting.year(day), due);
    }

    /** The run ends at once and says what is in the way; once a day, however often it is gathered. */
    private Step tell(Plan plan, Instant due) {
        gathered.starts()
                .start(plan, RunStore.Time.planned(due), gathered.clock().instant());
        return new Step.Done("{}", 0);
    }

    private Step begin(Plan plan, long done) {
        Instant now = gathered.clock().instant();
        for (Instant due : gathered.greeted().times(plan.account(), plan.id(), now.minus(plan.patience()))) {
            gathered.starts().startForRest(plan, due, now);
        }
        return new Step.Done("{}", done);
    }

    /** Nobody is greeted that day, or not everybody: it stands among the runs as one that failed. */
    @Override
    public void abandoned(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Plan plan = plans.find(context.account(), new PlanId(input.plan()))
                .filter(it -> it.state() != PlanState.GONE)
                .orElse(null);
        if (plan != null && plan.terms().occasion() instanceof Occasion.Anniversary occasion) {
            Instant due = new GreetingDays(occasion).due(LocalDate.parse(input.day()), occasion.zone());
            gathered.starts().failed(plan, due, gathered.clock().instant());
        }
    }
}
