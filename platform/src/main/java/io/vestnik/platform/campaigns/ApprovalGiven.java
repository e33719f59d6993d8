package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;

/**
 * A second person has said yes or no to a campaign.
 *
 * @param by the name of who said it
 * @param sent whether it has gone with the yes; otherwise it stays approved, and whoever may send can
 * @param comment may be empty
 */
public record ApprovalGiven(
        AccountId account, CampaignId campaign, String name, String by, boolean yes, boolean sent, String comment) {}
