package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.ApprovalAsked;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.domain.Approval.Asked;
import io.vestnik.platform.campaigns.domain.Approval.Said;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a campaign that is large by its account's own rule through only with the yes of a second person. */
@Component
public class ApprovalGate {
    /** The right to say it. */
    public static final String RIGHT = "campaigns:approve";

    private final ApprovalStore approvals;
    private final CampaignStore campaigns;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ApprovalGate(ApprovalStore approvals, CampaignStore campaigns, Audit audit, ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.campaigns = campaigns;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Whether this one may not send this preview alone. Who may approve and has not written it is the second person already.
     *
     * @param preview its number
     */
    public boolean stops(Who who, CampaignId campaign, int preview, long recipients, Money cost) {
        return approvals.rule(who.account()).asks(recipients, cost)
                && approvals
                        .of(who.account(), campaign, preview)
                        .filter(Approval::given)
                        .isEmpty()
                && !isSecond(who, campaign);
    }

    /** Whether this is a person who may approve, and whose words these are not. */
    boolean isSecond(Who who, CampaignId campaign) {
        return who.user() != null
                && who.may(RIGHT)
                && approvals
                        .writer(who.account(), campaign)
                        .filter(who.user()::equals)
                        .isEmpty();
    }

    /** Has it wait, and tells those who may say yes; asked again while it waits, it changes nothing. */
    Confirmation ask(Who who, StoredCampaign campaign, Tally tally, Instant now) {
        Approval waiting = campaign.state() == CampaignState.AWAITING_APPROVAL
                ? approvals.of(who.account(), campaign.id(), campaign.preview()).orElse(null)
                : null;
        if (waiting != null) {
            return new Confirmation.AwaitsApproval(waiting.asked().at());
        }
        Asked asked = new Asked(who.user(), who.name(), now, tally.recipients(), tally.cost());
        approvals.ask(who.account(), campaign.id(), campaign.preview(), asked, Said.of(campaign.draft()));
        campaigns.setState(who.account(), campaign.id(), CampaignState.AWAITING_APPROVAL, null, now);
        audit.record(
                who,
                "campaign.approval-asked",
                "campaign " + campaign.id(),
                Map.of(
                        "recipients",
                        asked.recipients(),
                        "cost",
                        asked.cost().toString(),
                        "preview",
                        campaign.preview()));
        events.publishEvent(new ApprovalAsked(
                who.account(), campaign.id(), campaign.draft().name(), who.name(), asked.recipients(), asked.cost()));
        return new Confirmation.AwaitsApproval(now);
    }
}
