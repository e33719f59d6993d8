package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Order;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.UnpaidJob;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Sending campaigns that waited for money: what is asked before, the work, what came of it. */
@Controller
@PreAuthorize(CampaignRights.MAY_START)
class UnpaidSendPages {
    private static final String LIST = "/campaigns/unpaid";
    /** As many are sent at once; there is no end of pressing the button again. */
    private static final int MOST = 10_000;

    private static final int NAMED = 10;

    private final CampaignStore store;
    private final UnpaidWork work;
    private final Billing billing;
    private final Accounts accounts;
    private final CampaignTexts texts;

    UnpaidSendPages(CampaignStore store, UnpaidWork work, Billing billing, Accounts accounts, CampaignTexts texts) {
        this.store = store;
        this.work = work;
        this.billing = billing;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** The work that is started, and how what it leaves is read. */
    @Component
    record UnpaidWork(UnpaidJob job, Jobs jobs, Transactions transactions, JsonMapper json) {}

    /** What, how many and for how much: nothing is spent before a person has seen that. */
    @PostMapping("/campaigns/unpaid/ask")
    String ask(Selection selection, @AuthenticationPrincipal Who who, Model model, RedirectAttributes redirect) {
        return asked(chosen(who, selection), selection, false, who, model, redirect);
    }

    private String asked(
            List<StoredCampaign> chosen,
            Selection selection,
            boolean again,
            Who who,
            Model model,
            RedirectAttributes redirect) {
        if (chosen.isEmpty()) {
            redirect.addFlashAttribute(Toast.NAME, Toast.failed(texts.text("campaigns.unpaid.nothing")));
            return "redirect:" + LIST;
        }
        Money cost = sum(chosen);
        Money available = billing.balance(who.account()).available();
        model.addAttribute("selection", selection);
        model.addAttribute("again", again);
        model.addAttribute("count", chosen.size());
        model.addAttribute(
                "recipients",
                chosen.stream().mapToLong(StoredCampaign::recipients).sum());
        model.addAttribute("cost", cost);
        model.addAttribute("available", available);
        model.addAttribute("missing", cost.compareTo(available) > 0 ? cost.minus(available) : null);
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute(
                "names",
                chosen.stream()
                        .limit(NAMED)
                        .map(campaign -> texts.name(campaign.draft().name()))
                        .toList());
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("crumbs", crumbs());
        return "campaigns/unpaid-ask";
    }

    /** Begins; where what was agreed to is not what waits now, it asks again. */
    @PostMapping("/campaigns/unpaid/send")
    String send(
            Selection selection,
            @RequestParam long agreed,
            @RequestParam int count,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect) {
        List<StoredCampaign> chosen = chosen(who, selection);
        if (chosen.size() != count || sum(chosen).units() > agreed) {
            return asked(chosen, selection, true, who, model, redirect);
        }
        JobId job = work.transactions().call(() -> work.job().start(who, chosen, new Money(agreed)));
        return "redirect:/campaigns/unpaid/sending/" + job;
    }

    @GetMapping("/campaigns/unpaid/sending/{job:\\d{1,18}}")
    String show(@PathVariable long job, @AuthenticationPrincipal Who who, Model model) {
        Job found = (job > 0 ? work.jobs().find(who.account(), new JobId(job)) : Optional.<Job>empty())
                .filter(it -> it.kind().equals(UnpaidJob.NAME))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("job", found);
        model.addAttribute("progress", found.progress(texts.text("campaigns.unpaid.job")));
        model.addAttribute("live", found.state().isFinal() ? null : "/jobs/" + job + "/events");
        model.addAttribute("crumbs", crumbs());
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("failure", Tone.FAILURE);
        if (found.result() != null) {
            UnpaidJob.Outcome outcome = work.json().readValue(found.result(), UnpaidJob.Outcome.class);
            model.addAttribute("outcome", outcome);
            model.addAttribute("left", outcome.left().stream().map(this::row).toList());
        }
        return "campaigns/unpaid-sending";
    }

    /** One that was not sent, and why, in words. */
    record Row(long id, String name, String why) {}

    private Row row(UnpaidJob.Left left) {
        String why = left.fault() == null
                ? texts.text("campaigns.unpaid.why." + left.why().name().toLowerCase(Locale.ROOT))
                : texts.text(left.fault());
        return new Row(left.campaign(), texts.name(left.name()), why);
    }

    private List<StoredCampaign> chosen(Who who, Selection selection) {
        if (selection.all()) {
            Listing matching =
                    Listings.unpaid(selection.matching(), texts.format().zone());
            Listing waiting = new Listing(matching.state(), matching.search(), matching.conditions(), Order.OLDEST);
            return store.list(who.account(), waiting, null, MOST).items();
        }
        List<CampaignId> ids = selection.ids().stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new CampaignId(Long.parseLong(id)))
                .toList();
        return store.unpaid(who.account(), ids);
    }

    private static Money sum(List<StoredCampaign> campaigns) {
        return Money.sum(campaigns.stream().map(StoredCampaign::cost).toList());
    }

    private List<Crumb> crumbs() {
        return List.of(new Crumb(texts.text("campaigns.unpaid"), LIST));
    }
}
