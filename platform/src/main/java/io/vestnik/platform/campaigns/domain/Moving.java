package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Moves;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Makes the waves of a campaign that has not begun anew for another time, under its lock. */
@Service
class Moving implements Moves {
    private final CampaignStore store;
    private final PreviewStore previews;
    private final TimingRules rules;
    private final Agendas agendas;
    private final Means means;

    Moving(CampaignStore store, PreviewStore previews, TimingRules rules, Agendas agendas, Means means) {
        this.store = store;
        this.previews = previews;
        this.rules = rules;
        this.agendas = agendas;
        this.means = means;
    }

    /** What a change is made with. */
    @Component
    record Means(Transactions transactions, LongWork work, WaveStore waves, Audit audit) {}

    @Override
    public Moved move(Who who, CampaignId id, LocalDateTime start) {
        return means.transactions()
                .call(() -> store.lock(who.account(), id)
                        .map(campaign -> move(who, campaign, start))
                        .orElseGet(Moved.NotFound::new));
    }

    private Moved move(Who who, StoredCampaign campaign, LocalDateTime start) {
        Tally tally = previews.find(campaign.account(), campaign.id(), campaign.preview())
                .map(FrozenPreview::tally)
                .orElse(null);
        if (!campaign.mayMove() || tally == null) {
            return new Moved.TooLate();
        }
        Timing before = campaign.draft().timing();
        Whose clock = before.start() instanceof Start.At at ? at.clock() : Whose.ACCOUNT;
        Timing timing = before.from(new Start.At(start, clock));
        Agenda agenda = agendas.of(campaign.account(), timing);
        Instant now = means.work().now();
        List<Fault> faults = new ArrayList<>(rules.previewable(campaign.account(), timing));
        if (faults.isEmpty()) {
            faults.addAll(agenda.neverOpens(tally, now));
            if (agenda.isLate(tally, now)) {
                faults.add(new Fault("start", "past", ""));
            }
        }
        if (!faults.isEmpty()) {
            return new Moved.Refused(faults);
        }
        Instant first = begin(campaign, timing, agenda.waves(tally, now), now);
        means.audit().record(who, "campaign.moved", "campaign " + campaign.id(), Map.of("start", start.toString()));
        return new Moved.To(first);
    }

    private Instant begin(StoredCampaign campaign, Timing timing, List<Wave> waves, Instant now) {
        Instant first = waves.stream()
                .filter(wave -> wave.people() > 0)
                .map(Wave::startsAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        means.waves().close(campaign.account(), campaign.id());
        means.waves().open(campaign.account(), campaign.id(), waves);
        store.setTiming(campaign.account(), campaign.id(), timing);
        store.due(campaign.account(), campaign.id(), first);
        if (campaign.state() != CampaignState.PAUSED) { // resuming starts another job anyway
            store.expandBy(campaign.account(), campaign.id(), means.work().expand(campaign.account(), campaign.id()));
        }
        return first;
    }
}
