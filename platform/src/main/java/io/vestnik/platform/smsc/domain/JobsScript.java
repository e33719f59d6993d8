package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.smsc.domain.JobPlans.Job;
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
    private final JobPlans plans;
    private final JobWriting writing;
    private final JobRecords records;

    JobsScript(JobPlans plans, JobWriting writing, JobRecords records) {
        this.plans = plans;
        this.writing = writing;
        this.records = records;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String right(Params params) {
        return "campaigns:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (Switched.off(params)) {
            return new Answer.Refused(Fault.DELIVERY);
        }
        if (params.on("get_all")) {
            return list(client, params);
        }
        if (params.on("get")) {
            return find(client, params)
                    .<Answer>map(job -> new Answer.One(records.full(client.account(), job)))
                    .orElseGet(() -> new Answer.Refused(Fault.NOT_FOUND));
        }
        if (!params.on("add") && !params.on("cancel") && !params.on("del")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!client.who().may("campaigns:start") || !client.who().may("campaigns:edit")) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        return params.on("add") ? add(client, params) : end(client, params);
    }

    private Answer list(Client client, Params params) {
        Optional<AskedDays> days = AskedDays.read(params);
        if (days.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        List<Item> items = plans.list(client.account()).stream()
                .filter(job -> records.goes(client.account(), job, days.get()))
                .map(job -> records.brief(client.account(), job))
                .toList();
        return items.isEmpty() ? new Answer.Refused(Fault.NOT_FOUND) : new Answer.Many(items);
    }

    private Answer add(Client client, Params params) {
        // Whom a plan writes to, and when, is found out later, where no key is asked any more.
        if (client.use().bound()) {
            return new Answer.Refused(Fault.LIMIT);
        }
        return switch (writing.write(client, params)) {
            case JobWriting.Written.Wrong(Fault fault) -> new Answer.Refused(fault);
            case JobWriting.Written.Jobs(var mailings) ->
                switch (plans.plan(client, mailings, name() + params.asked())) {
                    case JobPlans.Planned.Mailing(PlanId id) -> new Answer.One(Created.item(id.value()));
                    case JobPlans.Planned.Not _ -> new Answer.Refused(Fault.PARAMETERS);
                    case JobPlans.Planned.Before _ -> new Answer.Refused(Fault.DUPLICATE);
                };
        };
    }

    private Answer end(Client client, Params params) {
        Optional<Job> job = find(client, params);
        if (job.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        boolean done = params.on("cancel") ? plans.pause(client, job.get()) : plans.delete(client, job.get());
        return done ? new Answer.Done() : new Answer.Refused(Fault.FAILED);
    }

    private Optional<Job> find(Client client, Params params) {
        return params.number("id").stream()
                .filter(id -> id > 0)
                .boxed()
                .flatMap(id -> plans.find(client.account(), new PlanId(id)).stream())
                .findFirst();
    }
}
