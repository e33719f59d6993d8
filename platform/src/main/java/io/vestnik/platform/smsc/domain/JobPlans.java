package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.plans.Plans.Outline;
import io.vestnik.platform.smsc.domain.JobWriting.Mailing;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Mailings of programs as the cabinet's plans: one each where there is one text, several under the number of the first where there are more. */
@Component
class JobPlans {
    private final Plans plans;
    private final Campaigns campaigns;
    private final JobStore store;
    private final KnownRequests requests;
    private final Transactions transactions;

    JobPlans(Plans plans, Campaigns campaigns, JobStore store, KnownRequests requests, Transactions transactions) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.store = store;
        this.requests = requests;
        this.transactions = transactions;
    }

    /**
     * A mailing.
     *
     * @param plans at least one, in the order of their texts
     */
    record Job(PlanId id, List<Outline> plans) {
        Job {
            plans = plans.stream()
                    .sorted(Comparator.comparingLong(plan -> plan.id().value()))
                    .toList();
        }

        Outline first() {
            return plans.getFirst();
        }

        /** As the program named it. */
        String name() {
            return first().terms().name().replaceFirst(plans.size() > 1 ? " \\(\\d+/\\d+\\)$" : "^$", "");
        }
    }

    /** What came of planning. */
    sealed interface Planned {
        record Mailing(PlanId id) implements Planned {}

        /** One of its texts is not kept: nothing of the others is. */
        record Not() implements Planned {}

        /** The same was planned within the last minute, by whichever node. */
        record Before() implements Planned {}
    }

    /**
     * Plans them all, or none.
     *
     * @param asked all that makes a request the same
     */
    Planned plan(Client client, List<Mailing> mailings, String asked) {
        return transactions.attempt(
                () -> requests.isFirst(client.account(), asked) ? plan(client, mailings) : new Planned.Before(),
                Planned.Mailing.class::isInstance);
    }

    private Planned plan(Client client, List<Mailing> mailings) {
        List<PlanId> made = new ArrayList<>(mailings.size());
        for (Mailing mailing : mailings) {
            Optional<PlanId> plan = plan(client, mailing);
            if (plan.isEmpty()) {
                return new Planned.Not();
            }
            made.add(plan.get());
        }
        if (made.size() > 1) {
            store.keep(client.account(), made);
        }
        return new Planned.Mailing(made.getFirst());
    }

    private Optional<PlanId> plan(Client client, Mailing mailing) {
        return switch (campaigns.save(client.who(), null, 0, mailing.draft())) {
            case Campaigns.Saved.Kept(var id, int _) ->
                switch (plans.create(
                        client.who(), new Plans.Terms(mailing.draft().name(), id, mailing.when(), 1))) {
                    case Plans.Saved.Kept(Outline plan) -> Optional.of(plan.id());
                    case Plans.Saved.Refused _, Plans.Saved.Stale _, Plans.Saved.NotFound _ -> Optional.empty();
                };
            case Campaigns.Saved.Refused _, Campaigns.Saved.Stale _, Campaigns.Saved.NotFound _ -> Optional.empty();
        };
    }

    /** By name. */
    List<Job> list(AccountId account) {
        List<Outline> all = plans.list(account);
        Map<PlanId, PlanId> mailings = store.mailings(account);
        Function<Outline, PlanId> mailing = plan -> mailings.getOrDefault(plan.id(), plan.id());
        Map<PlanId, List<Outline>> together = all.stream().collect(Collectors.groupingBy(mailing));
        return all.stream()
                .map(mailing)
                .distinct()
                .map(id -> new Job(id, together.getOrDefault(id, List.of())))
                .toList();
    }

    Optional<Job> find(AccountId account, PlanId mailing) {
        List<Outline> found = Stream.concat(
                        Stream.of(mailing),
                        store.mailings(account).entrySet().stream()
                                .filter(it -> it.getValue().equals(mailing))
                                .map(Map.Entry::getKey))
                .distinct()
                .flatMap(id -> plans.find(account, id).stream())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Job(mailing, found));
    }

    /** Nothing of it runs until it is resumed in the cabinet; false where nothing of it runs anyway. */
    boolean pause(Client client, Job job) {
        return each(job, plan -> plans.pause(client.who(), plan.id()));
    }

    /** False where nothing of it is there any more. */
    boolean delete(Client client, Job job) {
        return transactions.call(() -> {
            store.forget(client.account(), job.id());
            return each(job, plan -> plans.delete(client.who(), plan.id()));
        });
    }

    private static boolean each(Job job, Predicate<Outline> work) {
        return job.plans().stream().filter(work).count() > 0;
    }
}
