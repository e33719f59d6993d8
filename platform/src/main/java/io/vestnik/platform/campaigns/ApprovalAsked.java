package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;

/**
 * A campaign waits for a second person's yes.
 *
 * @param by the name of who asked
 */
public record ApprovalAsked(
        AccountId account, CampaignId campaign, String name, String by, long recipients, Money cost) {}
