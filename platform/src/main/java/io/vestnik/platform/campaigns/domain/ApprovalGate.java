package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.ApprovalAsked;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.domain.Approval.Asked;
import io.vestnik.platform.campaigns.domain.Approval.Decision;
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
     * Whether this one may not send this preview alone. Who may approve and has not written it is the second person already, where it
     * is known who has: of what a program wrote, it is not.
     *
     * @param preview its number
     */
    public boolean stops(Who who, CampaignId campaign, int preview, long recipients, Money cost) {
        return needsYes(who, campaign, preview, recipients, cost) && !isSecond(who, campaign);
    }

    private boolean needsYes(Who who, CampaignId campaign, int preview, long recipients, Money cost) {
        return approvals.rule(who.account()).asks(recipients, cost)
                && approvals
                        .of(who.account(), campaign, preview)
                        .filter(Approval::given)
                        .isEmpty();
    }

    private boolean isSecond(Who who, CampaignId campaign) {
        return maySay(who, campaign)
                && !approvals.writers(who.account(), campaign).unknown();
    }

    /** Whether this is a person who may approve, and of whose words nothing in it is. */
    boolean maySay(Who who, CampaignId campaign) {
        return who.user() != null
                && who.may(RIGHT)
                && !approvals.writers(who.account(), campaign).people().contains(who.user());
    }

    /**
     * Keeps that a second person let this preview through themselves: it stays so when it goes later, for money or by the clock, where
     * nobody asks for their rights any more.
     */
    void pass(Who who, StoredCampaign campaign, Tally tally, Instant now) {
        if (who.user() != null
                && needsYes(who, campaign.id(), campaign.preview(), tally.recipients(), tally.cost())
                && isSecond(who, campaign.id())) {
            Asked asked = asked(who, tally, now);
            approvals.ask(who.account(), campaign.id(), campaign.preview(), asked, Said.of(campaign.draft()));
            Decision decision = new Decision(true, who.user(), who.name(), now, "");
            approvals.decide(who.account(), campaign.id(), campaign.preview(), decision);
        }
    }

    private static Asked asked(Who who, Tally tally, Instant now) {
        return new Asked(who.user(), who.name(), now, tally.recipients(), tally.cost());
    }

    /** Has it wait, and tells those who may say yes; asked again while it waits, it changes nothing. */
    Confirmation ask(Who who, StoredCampaign campaign, Tally tally, Instant now) {
        Approval waiting = campaign.state() == CampaignState.AWAITING_APPROVAL
                ? approvals.of(who.account(), campaign.id(), campaign.preview()).orElse(null)
                : null;
        if (waiting != null) {
            return new Confirmation.AwaitsApproval(waiting.asked().at());
        }
        Asked asked = asked(who, tally, now);
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
