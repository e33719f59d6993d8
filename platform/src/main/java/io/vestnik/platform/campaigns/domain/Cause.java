package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.CampaignId;

/** The cause under which a campaign's money is held, debited and released. */
final class Cause {
    private Cause() {}

    static String of(CampaignId campaign) {
        return "campaign " + campaign;
    }
}
