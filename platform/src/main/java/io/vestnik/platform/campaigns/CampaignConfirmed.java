package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;

/** A campaign was confirmed and paid for, by whomever and for whatever it had waited. */
public record CampaignConfirmed(AccountId account, CampaignId campaign, long recipients, Money cost) {}
