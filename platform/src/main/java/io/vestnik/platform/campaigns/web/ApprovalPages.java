package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.domain.Approval;
import io.vestnik.platform.campaigns.domain.Approval.Rule;
import io.vestnik.platform.campaigns.domain.ApprovalGate;
import io.vestnik.platform.campaigns.domain.Approving;
import io.vestnik.platform.campaigns.domain.Approving.Answer;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Campaigns that wait for a second person's yes, and above what they do. */
@Controller
class ApprovalPages {
    private static final String MAY_APPROVE = "hasAuthority('" + ApprovalGate.RIGHT + "')";
    private static final String MAY_RULE = "hasAuthority('" + CampaignRights.RULE + "')";

    private final Approving approving;
    private final CampaignStore campaigns;
    private final Accounts accounts;
    private final CampaignTexts texts;

    ApprovalPages(Approving approving, CampaignStore campaigns, Accounts accounts, CampaignTexts texts) {
        this.approving = approving;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** One that waits. */
    record Row(long id, String name, Approval.Asked asked) {}

    @GetMapping("/campaigns/approvals")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String list(@AuthenticationPrincipal Who who, Model model) {
        Rule rule = approving.rule(who.account());
        return list(
                who,
                rule.recipients() == null ? "" : rule.recipients().toString(),
                rule.cost() == null
                        ? ""
                        : rule.cost().toDecimal().stripTrailingZeros().toPlainString(),
                model);
    }

    private String list(Who who, String recipients, String cost, Model model) {
        AccountId account = who.account();
        List<Row> rows = approving.waiting(account).stream()
                .flatMap(one -> campaigns.find(account, one.campaign()).stream()
                        .map(campaign -> new Row(
                                campaign.id().value(),
                                texts.name(campaign.draft().name()),
                                one.asked())))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("currency", accounts.get(account).currency());
        model.addAttribute("mayRule", who.may(CampaignRights.RULE));
        model.addAttribute("recipients", recipients);
        model.addAttribute("cost", cost);
        model.addAttribute("waiting", Tone.WAITING);
        return "campaigns/approvals";
    }

    @PostMapping("/campaigns/approvals/rule")
    @PreAuthorize(MAY_RULE)
    String rule(
            @RequestParam(defaultValue = "") String recipients,
            @RequestParam(defaultValue = "") String cost,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String people = plain(recipients);
        String money = plain(cost).replace(',', '.');
        FieldErrors errors = FieldErrors.none();
        if (!people.matches("\\d{0,9}")) {
            errors = errors.and("recipients", texts.text("campaigns.approvals.bad-number"));
        }
        if (!money.matches("(\\d{1,12}(\\.\\d{1,2})?)?")) {
            errors = errors.and("cost", texts.text("campaigns.approvals.bad-money"));
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", errors);
            return list(who, recipients, cost, model);
        }
        approving.keep(
                who,
                new Rule(people.isEmpty() ? null : Long.valueOf(people), money.isEmpty() ? null : Money.of(money)));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(texts.text("campaigns.approvals.kept")));
        return "redirect:/campaigns/approvals";
    }

    private static String plain(String written) {
        return written.replaceAll("[\\s\\u00A0\\u202F]", "");
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/approval")
    @PreAuthorize(MAY_APPROVE)
    String answer(
            @PathVariable long id,
            @RequestParam int preview,
            @RequestParam(defaultValue = "false") boolean yes,
            @RequestParam(defaultValue = "") String comment,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        if (id <= 0 || campaigns.find(who.account(), new CampaignId(id)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Answer answer = approving.answer(who, new CampaignId(id), preview, yes, comment.strip());
        redirect.addFlashAttribute(Toast.NAME, toast(answer));
        return "redirect:/campaigns/" + id;
    }

    private Toast toast(Answer answer) {
        return switch (answer) {
            case Answer.Approved(Confirmation.Started _) -> Toast.done(texts.text("campaigns.approval.sent"));
            case Answer.Approved _ -> Toast.failed(texts.text("campaigns.approval.not-sent"));
            case Answer.Declined _ -> Toast.done(texts.text("campaigns.approval.declined"));
            case Answer.NotTheirs _ -> Toast.failed(texts.text("campaigns.approval.not-theirs"));
            case Answer.Outdated _ -> Toast.failed(texts.text("campaigns.approval.outdated"));
            case Answer.BadComment _ -> Toast.failed(texts.text("campaigns.approval.bad-comment"));
            case Answer.Over _ -> Toast.failed(texts.text("campaigns.approval.over"));
        };
    }
}
