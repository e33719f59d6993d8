package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.CampaignTurned;
import io.vestnik.platform.campaigns.CampaignTurned.Turn;
import io.vestnik.platform.campaigns.domain.CounterStore.Difference;
import io.vestnik.platform.campaigns.domain.CounterStore.Marked;
import io.vestnik.platform.campaigns.domain.CounterStore.Pace;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Counts the messages of campaigns from the stream of facts, stops a campaign of which too much is not delivered, and finishes one
 * when the last of its messages is final.
 */
@Component
class FactCounting implements FactSubscriber {
    private static final int PACE_SECONDS = 10;

    private final CounterStore counters;
    private final Pulse pulse;
    private final Pipeline pipeline;
    private final TrialCounting trials;
    private final ApplicationEventPublisher events;

    FactCounting(
            CounterStore counters,
            Pulse pulse,
            Pipeline pipeline,
            TrialCounting trials,
            ApplicationEventPublisher events) {
        this.trials = trials;
        this.counters = counters;
        this.pulse = pulse;
        this.pipeline = pipeline;
        this.events = events;
    }

    @Override
    public String name() {
        return "campaigns";
    }

    /** Who followed a link is counted as who got a message is. */
    @Override
    public boolean wants(MessageFact fact) {
        return fact.campaign() != null;
    }

    @Override
    public void take(List<MessageFact> facts) {
        Differences differences = new Differences();
        Instant latest = Instant.EPOCH;
        for (MessageFact fact : facts) {
            if (fact.campaign() != null) {
                differences.add(fact.campaign(), fact);
                latest = fact.at().isAfter(latest) ? fact.at() : latest;
            }
        }
        if (differences.isEmpty()) {
            return;
        }
        trials.take(facts);
        if (!differences.marks().isEmpty()) {
            counters.addMarks(differences.marks());
        }
        if (differences.counters().isEmpty()) {
            return;
        }
        counters.add(differences.counters());
        counters.addPace(differences.paces());
        if (!differences.judged().isEmpty()) {
            counters.stop(differences.judged(), Steering.STOPPED_ITSELF, latest).forEach(this::stopped);
        }
        Set<CampaignId> perhaps = counters.settled(differences.campaigns());
        if (!perhaps.isEmpty()) {
            counters.finish(perhaps, latest);
        }
    }

    private void stopped(CounterStore.Stopped stopped) {
        pipeline.pause(stopped.account(), stopped.campaign());
        events.publishEvent(new CampaignTurned(stopped.account(), stopped.campaign(), stopped.name(), Turn.STOPPED));
    }

    @Override
    public void committed(List<MessageFact> facts) {
        Set<CampaignId> moved = new HashSet<>();
        for (MessageFact fact : facts) {
            if (fact.campaign() != null) {
                moved.add(fact.campaign());
            }
        }
        moved.forEach(pulse::beat);
    }

    /** The sums of a batch. */
    private static final class Differences {
        private final Map<Key, Difference> counters = new HashMap<>();
        private final Map<Pace, Long> paces = new HashMap<>();
        private final Map<Mark, Long> marks = new TreeMap<>(
                Comparator.comparingLong((Mark it) -> it.campaign().value()).thenComparing(Mark::mark));

        private record Key(CampaignId campaign, String mccMnc, MessageState state) {}

        private record Mark(CampaignId campaign, MessageMark mark) {}

        /** Those of which something ended by itself: what was sent to try out says nothing against a campaign. */
        private final Set<CampaignId> judged = new HashSet<>();

        Set<CampaignId> judged() {
            return judged;
        }

        boolean isEmpty() {
            return counters.isEmpty() && marks.isEmpty();
        }

        void add(CampaignId campaign, MessageFact fact) {
            if (fact.to().isFinal() && !SendingTerms.VIRTUAL.equals(fact.error())) {
                judged.add(campaign);
            }
            if (fact.mark() != null) {
                marks.merge(new Mark(campaign, fact.mark()), 1L, Long::sum);
            } else if (fact.from() != fact.to()) {
                count(campaign, fact, fact.from(), -1, Money.ZERO);
                count(campaign, fact, fact.to(), 1, fact.charged());
                long second = Math.floorDiv(fact.at().getEpochSecond(), PACE_SECONDS) * PACE_SECONDS;
                paces.merge(new Pace(campaign, Instant.ofEpochSecond(second), fact.to(), 0), 1L, Long::sum);
            } else {
                count(campaign, fact, fact.to(), 0, fact.charged());
            }
        }

        private void count(
                CampaignId campaign, MessageFact fact, @Nullable MessageState state, int sign, Money charged) {
            if (state != null) {
                Money price = fact.price().times(sign);
                Difference one = new Difference(
                        campaign, fact.mccMnc(), state, sign, (long) sign * fact.parts(), price, charged);
                counters.merge(new Key(campaign, fact.mccMnc(), state), one, Differences::sum);
            }
        }

        private static Difference sum(Difference a, Difference b) {
            return new Difference(
                    a.campaign(),
                    a.mccMnc(),
                    a.state(),
                    a.messages() + b.messages(),
                    a.parts() + b.parts(),
                    a.price().plus(b.price()),
                    a.charged().plus(b.charged()));
        }

        Collection<Difference> counters() {
            return counters.values();
        }

        Collection<Marked> marks() {
            return marks.entrySet().stream()
                    .map(entry ->
                            new Marked(entry.getKey().campaign(), entry.getKey().mark(), entry.getValue()))
                    .toList();
        }

        Collection<Pace> paces() {
            return paces.entrySet().stream()
                    .map(entry -> new Pace(
                            entry.getKey().campaign(),
                            entry.getKey().at(),
                            entry.getKey().state(),
                            entry.getValue()))
                    .toList();
        }

        Set<CampaignId> campaigns() {
            return counters.keySet().stream().map(Key::campaign).collect(Collectors.toSet());
        }
    }
}
