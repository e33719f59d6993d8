package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.CampaignId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Deletes the frozen audiences of a campaign that is no more. */
@Component
class AudienceRemoval implements JobKind {
    static final String NAME = "campaigns.remove";

    private static final int STEP = 20_000;

    private final AudienceStore recipients;
    private final JsonMapper json;

    AudienceRemoval(AudienceStore recipients, JsonMapper json) {
        this.recipients = recipients;
        this.json = json;
    }

    /** What a removal is started with. */
    record Input(long campaign) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:edit";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        int deleted = recipients.deleteBefore(new CampaignId(input.campaign()), Integer.MAX_VALUE, STEP);
        long done = context.done() + deleted;
        return deleted == STEP ? new Step.More("{}", done, 0) : new Step.Done("{}", done);
    }
}
