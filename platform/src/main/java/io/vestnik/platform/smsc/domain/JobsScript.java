package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.plans.Plans.Outline;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code jobs.php}: mailings at a time, once or again and again. They are the cabinet's plans. */
@Component
class JobsScript implements Script {
    private final Plans plans;
    private final JobWriting writing;
    private final MessageRecords records;
    private final Throttles throttles;

    JobsScript(Plans plans, JobWriting writing, MessageRecords records, Throttles throttles) {
        this.plans = plans;
        this.writing = writing;
        this.records = records;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String right() {
        return "campaigns:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (Switched.off(params)) {
            return new Answer.Refused(Fault.DELIVERY);
        }
        if (params.on("get_all")) {
            List<Item> items = plans.list(client.account()).stream()
                    .map(plan -> item(client, plan))
                    .toList();
            return items.isEmpty() ? new Answer.Refused(Fault.NOT_FOUND) : new Answer.Many(items);
        }
        if (params.on("get")) {
            return find(client, params)
                    .<Answer>map(plan -> new Answer.One(item(client, plan)))
                    .orElseGet(() -> new Answer.Refused(Fault.NOT_FOUND));
        }
        if (!params.on("add") && !params.on("cancel") && !params.on("del")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!client.who().may("campaigns:start") || !client.who().may("campaigns:edit")) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        return params.on("add")
                ? throttles.once(client.account(), name() + params.asked(), () -> add(client, params))
                : end(client, params);
    }

    private Answer add(Client client, Params params) {
        // Whom a plan writes to, and when, is found out later, where no key is asked any more.
        if (client.use().bound()) {
            return new Answer.Refused(Fault.LIMIT);
        }
        return switch (writing.write(client, params)) {
            case JobWriting.Written.Wrong(Fault fault) -> new Answer.Refused(fault);
            case JobWriting.Written.Job(Plans.Terms terms) ->
                switch (plans.create(client.who(), terms)) {
                    case Plans.Saved.Kept(Outline plan) ->
                        new Answer.One(Created.item(plan.id().value()));
                    case Plans.Saved.Refused _, Plans.Saved.Stale _, Plans.Saved.NotFound _ ->
                        new Answer.Refused(Fault.PARAMETERS);
                };
        };
    }

    private Answer end(Client client, Params params) {
        Optional<Outline> plan = find(client, params);
        if (plan.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        PlanId id = plan.get().id();
        boolean done = params.on("cancel") ? plans.pause(client.who(), id) : plans.delete(client.who(), id);
        return done ? new Answer.Done() : new Answer.Refused(Fault.FAILED);
    }

    private Optional<Outline> find(Client client, Params params) {
        return params.number("id").stream()
                .filter(id -> id > 0)
                .boxed()
                .flatMap(id -> plans.find(client.account(), new PlanId(id)).stream())
                .findFirst();
    }

    private Item item(Client client, Outline plan) {
        Item item = Item.of("id", plan.id().value(), "name", plan.terms().name(), "status", status(plan.state()));
        return plan.nextRunAt() == null
                ? item
                : item.with("time", records.time(client.account(), plan.nextRunAt()))
                        .with("timestamp", plan.nextRunAt().getEpochSecond());
    }

    /** In the numbers of messages: it waits, it is stopped, it is over. */
    private static int status(String state) {
        return switch (state) {
            case "active" -> -1;
            case "paused" -> -2;
            default -> 0;
        };
    }
}
