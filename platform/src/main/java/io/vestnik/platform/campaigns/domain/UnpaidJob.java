package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends campaigns that waited for money, one a step and in the order in which they were given, as they were when a person agreed to
 * them and for no more than the person agreed to in all. A preview that is too old is made anew first; the rest waits for it.
 */
@Service
public class UnpaidJob implements JobKind {
    /** The name of its jobs. */
    public static final String NAME = "campaigns.unpaid";

    private static final Duration COUNTING = Duration.ofSeconds(2);
    private static final int MOST_COUNTS = 3;
    /** As many of those that stay are told by name. */
    private static final int MOST_NAMED = 200;

    private final CampaignStore campaigns;
    private final Confirming confirming;
    private final Drafting drafting;
    private final Jobs jobs;
    private final JsonMapper json;

    UnpaidJob(CampaignStore campaigns, Confirming confirming, Drafting drafting, Jobs jobs, JsonMapper json) {
        this.campaigns = campaigns;
        this.confirming = confirming;
        this.drafting = drafting;
        this.jobs = jobs;
        this.json = json;
    }

    private record Input(
            List<Wanted> wanted,
            long agreed,
            @Nullable Long user,
            @Nullable String key,
            String name,
            boolean approves) {
        /** Who agreed; whether they may say yes to mailings of others is as it was then. */
        Who who(AccountId account) {
            Set<String> rights = approves ? Set.of(ApprovalGate.RIGHT) : Set.of();
            return new Who(account, user == null ? null : new UserId(user), key, name, rights);
        }
    }

    private record Wanted(long id, String name, int version) {}

    /** Why one was not sent. */
    public enum Why {
        NO_MONEY,
        /** It would have cost more than was agreed to and not yet spent. */
        DEARER,
        /** Somebody changed it since. */
        CHANGED,
        /** Somebody else sent it, or it went by itself. */
        ALREADY,
        APPROVAL,
        REFUSED,
        GONE
    }

    /**
     * One that was not sent.
     *
     * @param fault what is wrong with it; none where its reason says all
     */
    public record Left(
            long campaign, String name, Why why, @Nullable Fault fault) {}

    /**
     * What came of it so far.
     *
     * @param spent in the units of money
     * @param why how many were not sent, by reason
     * @param left the first of those
     */
    public record Outcome(int sent, long spent, Map<Why, Integer> why, List<Left> left) {
        private static final Outcome NONE = new Outcome(0, 0, Map.of(), List.of());

        /** What was spent. */
        public Money money() {
            return new Money(spent);
        }

        /** How many were not sent. */
        public int unsent() {
            return why.values().stream().mapToInt(Integer::intValue).sum();
        }

        private Outcome sent(Money cost) {
            return new Outcome(sent + 1, spent + cost.units(), why, left);
        }

        private Outcome and(Left other) {
            Map<Why, Integer> counted = new EnumMap<>(Why.class);
            counted.putAll(why);
            counted.merge(other.why(), 1, Integer::sum);
            List<Left> named = new ArrayList<>(left);
            if (named.size() < MOST_NAMED) {
                named.add(other);
            }
            return new Outcome(sent, spent, counted, named);
        }
    }

    private record Place(int next, int counts, Outcome sofar) {}

    /**
     * Begins to send these.
     *
     * @param agreed what they may cost in all
     */
    public JobId start(Who who, List<StoredCampaign> these, Money agreed) {
        Input input = new Input(
                these.stream()
                        .map(one -> new Wanted(one.id().value(), one.draft().name(), one.version()))
                        .toList(),
                agreed.units(),
                who.person().map(UserId::value).orElse(null),
                who.key(),
                who.name(),
                who.may(ApprovalGate.RIGHT));
        return jobs.start(who.account(), NAME, json.writeValueAsString(input));
    }

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
        return "campaigns.unpaid.job";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Place place = context.checkpoint() == null
                ? new Place(0, 0, Outcome.NONE)
                : json.readValue(context.checkpoint(), Place.class);
        int total = input.wanted().size();
        if (place.next() >= total) {
            return new Step.Done(json.writeValueAsString(place.sofar()), total);
        }
        Wanted wanted = input.wanted().get(place.next());
        return switch (turn(context.account(), input, wanted, place)) {
            case Turn.Counted(int counts) ->
                new Step.Rest(
                        json.writeValueAsString(new Place(place.next(), counts, place.sofar())),
                        place.next(),
                        total,
                        COUNTING);
            case Turn.Over(Outcome outcome) ->
                new Step.More(
                        json.writeValueAsString(new Place(place.next() + 1, 0, outcome)), place.next() + 1, total);
        };
    }

    /** What came of looking at one. */
    private sealed interface Turn {
        /** It is being counted anew; it was so often. */
        record Counted(int counts) implements Turn {}

        record Over(Outcome outcome) implements Turn {}
    }

    private Turn turn(AccountId account, Input input, Wanted wanted, Place place) {
        StoredCampaign campaign =
                campaigns.lock(account, new CampaignId(wanted.id())).orElse(null);
        if (campaign == null) {
            return left(wanted, place, Why.GONE, null);
        }
        if (campaign.version() != wanted.version()) {
            return left(wanted, place, Why.CHANGED, null);
        }
        return switch (campaign.state()) {
            case PREVIEWING -> new Turn.Counted(place.counts());
            case AWAITING_PAYMENT, PREVIEWED -> pay(input, wanted, campaign, place);
            case AWAITING_APPROVAL -> left(wanted, place, Why.APPROVAL, null);
            case SCHEDULED, RUNNING, PAUSED, FINISHED -> left(wanted, place, Why.ALREADY, null);
            case DRAFT -> left(wanted, place, Why.CHANGED, null);
            case CANCELLED -> left(wanted, place, Why.GONE, null);
        };
    }

    private Turn pay(Input input, Wanted wanted, StoredCampaign campaign, Place place) {
        Who who = input.who(campaign.account());
        Money rest = new Money(input.agreed() - place.sofar().spent());
        if (campaign.cost().compareTo(rest) > 0) {
            return stays(wanted, campaign, place, Why.DEARER, null);
        }
        return switch (confirming.confirm(who, campaign.id(), campaign.preview())) {
            case Confirmation.Started _ -> new Turn.Over(place.sofar().sent(campaign.cost()));
            case Confirmation.AwaitsApproval _ -> left(wanted, place, Why.APPROVAL, null);
            case Confirmation.NotFound _ -> left(wanted, place, Why.GONE, null);
            case Confirmation.NoMoney _ -> stays(wanted, campaign, place, Why.NO_MONEY, null);
            case Confirmation.Refused(List<Fault> faults) ->
                stays(wanted, campaign, place, Why.REFUSED, faults.getFirst());
            case Confirmation.Outdated _ -> again(who, wanted, campaign, place);
        };
    }

    private Turn again(Who who, Wanted wanted, StoredCampaign campaign, Place place) {
        if (place.counts() >= MOST_COUNTS) {
            return stays(wanted, campaign, place, Why.CHANGED, null);
        }
        return switch (drafting.preview(who, campaign.id())) {
            case Saved.Kept _ -> new Turn.Counted(place.counts() + 1);
            case Saved.Refused(List<Fault> faults) -> stays(wanted, campaign, place, Why.REFUSED, faults.getFirst());
            case Saved.Stale _, Saved.NotFound _ -> left(wanted, place, Why.CHANGED, null);
        };
    }

    /** It goes on waiting, as it did before it was counted. */
    private Turn stays(Wanted wanted, StoredCampaign campaign, Place place, Why why, @Nullable Fault fault) {
        campaigns.await(campaign.account(), campaign.id(), campaigns.goesWhenPaid(campaign.account(), campaign.id()));
        return left(wanted, place, why, fault);
    }

    private static Turn left(Wanted wanted, Place place, Why why, @Nullable Fault fault) {
        return new Turn.Over(place.sofar().and(new Left(wanted.id(), wanted.name(), why, fault)));
    }
}
