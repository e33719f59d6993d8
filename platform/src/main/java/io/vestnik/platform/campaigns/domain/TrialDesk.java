package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials;
import io.vestnik.platform.campaigns.domain.TrialStore.Course;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Tells how texts fare, and takes a person's word for the better one. */
@Service
class TrialDesk implements Trials {
    private final CampaignStore campaigns;
    private final TrialStore trials;
    private final TrialCourse course;
    private final Deed deed;

    TrialDesk(CampaignStore campaigns, TrialStore trials, TrialCourse course, Deed deed) {
        this.campaigns = campaigns;
        this.trials = trials;
        this.course = course;
        this.deed = deed;
    }

    /** How a choice is made. */
    @Component
    record Deed(Transactions transactions, LongWork work, Audit audit) {}

    @Override
    public Optional<Report> report(AccountId account, CampaignId campaign) {
        Trial trial =
                campaigns.find(account, campaign).map(it -> it.draft().trial()).orElse(null);
        return trial == null
                ? Optional.empty()
                : trials.find(account, campaign).map(found -> report(account, campaign, trial, found));
    }

    private Report report(AccountId account, CampaignId campaign, Trial trial, Course found) {
        List<Score> scores = trials.scores(account, campaign);
        Instant since = found.since();
        return new Report(
                trial.goal(),
                scores,
                Proportions.best(scores, trial.goal()),
                Proportions.certainty(scores, trial.goal()),
                Proportions.standing(scores, trial.goal()),
                since == null ? null : since.plus(trial.watch()),
                found.winner(),
                found.by());
    }

    @Override
    public boolean choose(Who who, CampaignId id, int text) {
        return deed.transactions().call(() -> {
            StoredCampaign campaign = campaigns
                    .lock(who.account(), id)
                    .filter(it -> Steering.ON_ITS_WAY.contains(it.state()))
                    .orElse(null);
            Course found = trials.find(who.account(), id).orElse(null);
            if (campaign == null || found == null || found.winner() != null || text < 0 || text >= found.texts()) {
                return false;
            }
            course.decide(campaign, text, who.name(), deed.work().now());
            if (campaign.state() != CampaignState.PAUSED) { // resuming starts another job anyway
                campaigns.expandBy(who.account(), id, deed.work().expand(who.account(), id));
            }
            deed.audit().record(who, "campaign.text-chosen", "campaign " + id, Map.of("text", Trial.letter(text)));
            return true;
        });
    }
}
