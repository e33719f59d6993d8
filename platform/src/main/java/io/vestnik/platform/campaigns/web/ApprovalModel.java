package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.domain.Approval;
import io.vestnik.platform.campaigns.domain.ApprovalGate;
import io.vestnik.platform.campaigns.domain.Approving;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Change;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a preview says of a second person's yes. */
@Component
class ApprovalModel {
    private final Approving approving;
    private final ApprovalGate gate;
    private final Differences differences;
    private final WhenModel when;
    private final CampaignTexts texts;

    ApprovalModel(
            Approving approving, ApprovalGate gate, Differences differences, WhenModel when, CampaignTexts texts) {
        this.approving = approving;
        this.gate = gate;
        this.differences = differences;
        this.when = when;
        this.texts = texts;
    }

    /**
     * The card.
     *
     * @param waits whether somebody is to answer now
     * @param asked the yes that was asked for to this preview; none where nobody asked
     * @param until when a yes comes too late; none where nobody is to answer
     * @param mayAnswer whether the one who looks may
     * @param changes what differs from what was asked about before
     */
    record Card(
            boolean waits,
            @Nullable Approval asked,
            @Nullable Instant until,
            boolean mayAnswer,
            List<Change> changes) {}

    void fill(Model model, Who who, Campaign campaign, Preview preview) {
        AccountId account = who.account();
        Approval asked = approving.of(account, campaign.id(), preview.number()).orElse(null);
        boolean waits = campaign.state() == CampaignState.AWAITING_APPROVAL && asked != null;
        boolean needed = gate.stops(who, campaign.id(), preview.number(), preview.recipients(), preview.cost());
        List<Change> changes = approving
                .before(account, campaign.id(), preview.number())
                .map(before -> changes(account, before, now(campaign, preview, asked)))
                .orElse(List.of());
        Instant until = waits
                ? approving.until(account, campaign.id(), preview.number()).orElse(null)
                : null;
        boolean mayAnswer = waits && asked != null && approving.mayAnswer(who, asked);
        model.addAttribute("needsApproval", needed);
        model.addAttribute(
                "approval",
                asked == null && changes.isEmpty() ? null : new Card(waits, asked, until, mayAnswer, changes));
    }

    private static Approval now(Campaign campaign, Preview preview, @Nullable Approval asked) {
        return asked != null
                ? asked
                : new Approval(
                        campaign.id(),
                        preview.number(),
                        new Approval.Asked(null, "", campaign.createdAt(), preview.recipients(), preview.cost()),
                        Approval.Said.of(campaign.draft()),
                        null);
    }

    private List<Change> changes(AccountId account, Approval before, Approval now) {
        Approval.Said was = before.said();
        Approval.Said is = now.said();
        return Stream.of(
                        new Change(texts.text("campaigns.sender"), was.sender(), is.sender()),
                        new Change(texts.text("campaigns.text"), was.text(), is.text()),
                        new Change(
                                texts.text("campaigns.groups"),
                                differences.named(account, was.groups()),
                                differences.named(account, is.groups())),
                        new Change(
                                texts.text("campaigns.phones"),
                                texts.format().number(was.typed()),
                                texts.format().number(is.typed())),
                        new Change(
                                texts.text("campaigns.minus"),
                                differences.named(account, was.minus()),
                                differences.named(account, is.minus())),
                        new Change(
                                texts.text("campaigns.when"),
                                String.join(
                                        " ", when.words(account, was.timing()).said()),
                                String.join(
                                        " ", when.words(account, is.timing()).said())),
                        new Change(
                                texts.text("campaigns.tags"),
                                String.join(", ", was.tags()),
                                String.join(", ", is.tags())),
                        new Change(
                                texts.text("campaigns.recipients"),
                                texts.format().number(before.asked().recipients()),
                                texts.format().number(now.asked().recipients())))
                .filter(Change::differs)
                .toList();
    }
}
