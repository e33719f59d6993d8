package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.domain.Approval.Asked;
import io.vestnik.platform.campaigns.domain.Approval.Decision;
import io.vestnik.platform.campaigns.domain.Approval.Rule;
import io.vestnik.platform.campaigns.domain.Approval.Said;
import io.vestnik.platform.campaigns.domain.Approval.Writers;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.List;
import java.util.Optional;

/** What accounts want approved, what was asked for, and what was said. */
public interface ApprovalStore {
    /** {@link Rule#NEVER} where nobody has set one. */
    Rule rule(AccountId account);

    void keep(AccountId account, Rule rule);

    /** Who has written a campaign or changed it. */
    Writers writers(AccountId account, CampaignId campaign);

    /** Asks about a preview, anew where somebody has answered already. */
    void ask(AccountId account, CampaignId campaign, int preview, Asked asked, Said said);

    Optional<Approval> of(AccountId account, CampaignId campaign, int preview);

    /** The last one about an earlier preview. */
    Optional<Approval> before(AccountId account, CampaignId campaign, int preview);

    /** Those that wait, who has waited longest first. */
    List<Approval> waiting(AccountId account, int limit);

    void decide(AccountId account, CampaignId campaign, int preview, Decision decision);
}
