package io.vestnik.platform.statistics;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.Optional;

/** What came of single mailings, out of the counters. */
public interface MailingFigures {
    /** The report of a mailing that was confirmed; none before, and of others' mailings. */
    Optional<MailingReport> of(AccountId account, CampaignId mailing);
}
