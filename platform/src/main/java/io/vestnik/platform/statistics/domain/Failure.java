package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why messages accepted on a day of the account's zone were not delivered.
 *
 * @param code the network's, or our own word; empty where nobody told
 * @param receipt whether the network had taken them before
 */
public record Failure(
        AccountId account, LocalDate day, @Nullable CampaignId campaign, String mccMnc, String code, boolean receipt) {}
