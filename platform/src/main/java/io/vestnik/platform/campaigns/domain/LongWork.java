package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts the long work of campaigns. */
@Component
class LongWork {
    private final Jobs jobs;
    private final JsonMapper json;
    private final Clock clock;

    LongWork(Jobs jobs, JsonMapper json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** The time, no finer than it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    JobId preview(AccountId account, CampaignId campaign, int preview) {
        return jobs.start(
                account, PreviewJob.NAME, json.writeValueAsString(new PreviewJob.Input(campaign.value(), preview)));
    }

    void removeAudience(AccountId account, CampaignId campaign) {
        jobs.start(account, AudienceRemoval.NAME, json.writeValueAsString(new AudienceRemoval.Input(campaign.value())));
    }

    void awaitPayment(Who who, CampaignId campaign, int preview, boolean byItself) {
        Long user = who.person().map(UserId::value).orElse(null);
        awaitPayment(
                who.account(),
                new PaymentWait.Input(campaign.value(), user, who.key(), who.name(), !byItself, preview));
    }

    /** What waits for money is counted anew: it waits on, and whoever may send is told once there is enough. */
    void awaitAgain(AccountId account, CampaignId campaign, int preview) {
        awaitPayment(account, new PaymentWait.Input(campaign.value(), null, null, "", true, preview));
    }

    private void awaitPayment(AccountId account, PaymentWait.Input input) {
        jobs.start(account, PaymentWait.NAME, json.writeValueAsString(input));
    }

    JobId expand(AccountId account, CampaignId campaign) {
        return jobs.start(account, ExpandJob.NAME, json.writeValueAsString(new ExpandJob.Input(campaign.value())));
    }
}
