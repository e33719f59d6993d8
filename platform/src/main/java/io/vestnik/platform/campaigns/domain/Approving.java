package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.ApprovalGiven;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.domain.Approval.Decision;
import io.vestnik.platform.campaigns.domain.Approval.Rule;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** The second person: what waits, and the yes that sends it or the no that gives it back. */
@Service
public class Approving {
    private static final int MOST = 100;

    private final ApprovalStore approvals;
    private final ApprovalGate gate;
    private final CampaignStore campaigns;
    private final Confirming confirming;
    private final Told told;

    Approving(ApprovalStore approvals, ApprovalGate gate, CampaignStore campaigns, Confirming confirming, Told told) {
        this.approvals = approvals;
        this.gate = gate;
        this.campaigns = campaigns;
        this.confirming = confirming;
        this.told = told;
    }

    /** In which transaction it is decided, and who hears of it. */
    @Component
    record Told(Transactions transactions, LongWork work, Audit audit, ApplicationEventPublisher events) {}

    /** What came of an answer. */
    public sealed interface Answer {
        /** It was a yes: it went as this tells, or stays previewed and approved where it could not. */
        record Approved(Confirmation confirmation) implements Answer {}

        record Declined() implements Answer {}

        /** It is their own, or they may not. */
        record NotTheirs() implements Answer {}

        /** The preview is too old for a yes: it has to be counted anew. */
        record Outdated() implements Answer {}

        /** The comment is longer than {@link Approval#LONGEST_COMMENT}, or has characters that cannot be kept. */
        record BadComment() implements Answer {}

        /** Nobody waits for an answer about this preview any more. */
        record Over() implements Answer {}
    }

    public Rule rule(AccountId account) {
        return approvals.rule(account);
    }

    /** Keeps above what the account's campaigns need a yes from now on. */
    public void keep(Who who, Rule rule) {
        Map<String, Object> limits = new TreeMap<>();
        if (rule.recipients() != null) {
            limits.put("recipients", rule.recipients());
        }
        if (rule.cost() != null) {
            limits.put("cost", rule.cost().toString());
        }
        told.transactions().call(() -> {
            approvals.keep(who.account(), rule);
            told.audit().record(who, "campaign.approval-rule", "account " + who.account(), limits);
            return rule;
        });
    }

    public Optional<Approval> of(AccountId account, CampaignId campaign, int preview) {
        return approvals.of(account, campaign, preview);
    }

    /** What was asked about before, with which an approver compares. */
    public Optional<Approval> before(AccountId account, CampaignId campaign, int preview) {
        return approvals.before(account, campaign, preview);
    }

    public List<Approval> waiting(AccountId account) {
        return approvals.waiting(account, MOST);
    }

    /** Until when a yes to this preview sends it; none where it is not there. */
    public Optional<Instant> until(AccountId account, CampaignId campaign, int preview) {
        return confirming.until(account, campaign, preview);
    }

    /** Whether this person may answer: they may approve, have not written it and have not asked for it. */
    public boolean mayAnswer(Who who, Approval approval) {
        UserId asker = approval.asked().by();
        return gate.maySay(who, approval.campaign()) && !(asker != null && asker.equals(who.user()));
    }

    /** Says yes or no; a yes sends what was previewed, in the name of who says it and with the money of this moment. */
    public Answer answer(Who who, CampaignId id, int preview, boolean yes, String comment) {
        if (comment.length() > Approval.LONGEST_COMMENT || !Characters.storable(comment)) {
            return new Answer.BadComment();
        }
        return told.transactions().call(() -> {
            StoredCampaign campaign = campaigns
                    .lock(who.account(), id)
                    .filter(it -> it.state() == CampaignState.AWAITING_APPROVAL && it.preview() == preview)
                    .orElse(null);
            Approval approval = approvals.of(who.account(), id, preview).orElse(null);
            UserId by = who.user();
            if (campaign == null || approval == null) {
                return new Answer.Over();
            }
            if (by == null || !mayAnswer(who, approval)) {
                return new Answer.NotTheirs();
            }
            Instant now = told.work().now();
            if (yes && until(who.account(), id, preview).filter(now::isAfter).isPresent()) {
                return new Answer.Outdated();
            }
            approvals.decide(who.account(), id, preview, new Decision(yes, by, who.name(), now, comment));
            campaigns.setState(who.account(), id, CampaignState.PREVIEWED, null, now);
            told.audit()
                    .record(
                            who,
                            yes ? "campaign.approved" : "campaign.declined",
                            "campaign " + id,
                            Map.of("preview", preview));
            Answer answer = yes ? new Answer.Approved(confirming.confirm(who, id, preview)) : new Answer.Declined();
            told.events().publishEvent(given(who, campaign, answer, comment));
            return answer;
        });
    }

    private static ApprovalGiven given(Who who, StoredCampaign campaign, Answer answer, String comment) {
        boolean yes = answer instanceof Answer.Approved;
        boolean sent = answer instanceof Answer.Approved(Confirmation.Started _);
        String name = campaign.draft().name();
        return new ApprovalGiven(who.account(), campaign.id(), name, who.name(), yes, sent, comment);
    }
}
