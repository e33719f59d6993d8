package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Campaigns that wait for money: what there is enough for, and the buttons that send them. */
@Controller
class UnpaidPages {
    private static final int MOST = 100;

    private final Campaigns campaigns;
    private final CampaignStore store;
    private final Billing billing;
    private final Accounts accounts;
    private final CampaignTexts texts;

    UnpaidPages(Campaigns campaigns, CampaignStore store, Billing billing, Accounts accounts, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.store = store;
        this.billing = billing;
        this.accounts = accounts;
        this.texts = texts;
    }

    /**
     * One that waits.
     *
     * @param enough whether there is money for it and for those above it
     */
    record Row(long id, String name, long recipients, Money cost, boolean enough) {}

    @GetMapping("/campaigns/unpaid")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String list(@RequestParam(defaultValue = "0") long after, @AuthenticationPrincipal Who who, Model model) {
        Money available = billing.balance(who.account()).available();
        Money all = store.owed(who.account(), Long.MAX_VALUE);
        Money sum = store.owed(who.account(), after);
        List<Row> rows = new ArrayList<>();
        List<StoredCampaign> page = store.unpaid(who.account(), after, MOST + 1);
        for (StoredCampaign campaign : page.subList(0, Math.min(MOST, page.size()))) {
            sum = sum.plus(campaign.cost());
            rows.add(new Row(
                    campaign.id().value(),
                    texts.name(campaign.draft().name()),
                    campaign.recipients(),
                    campaign.cost(),
                    sum.compareTo(available) <= 0));
        }
        model.addAttribute("rows", rows);
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute("available", available);
        model.addAttribute("missing", all.compareTo(available) > 0 ? all.minus(available) : null);
        model.addAttribute("after", after);
        model.addAttribute("next", page.size() > MOST ? rows.getLast().id() : null);
        model.addAttribute("mayStart", who.may(CampaignRights.START));
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("success", Tone.SUCCESS);
        return "campaigns/unpaid";
    }

    /** Sends those of a page that were chosen, or all of it, as far as the money goes; who has waited longest goes first. */
    @PostMapping("/campaigns/unpaid")
    @PreAuthorize(CampaignRights.MAY_START)
    String send(
            @RequestParam(required = false) @Nullable List<Long> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") long after,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        List<Long> wanted = Objects.requireNonNullElse(chosen, List.of());
        int sent = 0;
        int again = 0;
        int unpaid = 0;
        int asked = 0;
        int refused = 0;
        for (StoredCampaign campaign : store.unpaid(who.account(), after, MOST)) {
            if (all || wanted.contains(campaign.id().value())) {
                switch (campaigns.confirm(who, campaign.id(), campaign.preview())) {
                    case Confirmation.Started _ -> sent++;
                    case Confirmation.NoMoney _ -> unpaid++;
                    case Confirmation.Outdated _ ->
                        again += campaigns.preview(who, campaign.id()) instanceof Saved.Kept ? 1 : 0;
                    case Confirmation.AwaitsApproval _ -> asked++;
                    case Confirmation.Refused _, Confirmation.NotFound _ -> refused++;
                }
            }
        }
        String words = texts.text("campaigns.unpaid.sent", sent, unpaid, again, asked, refused);
        redirect.addFlashAttribute(Toast.NAME, sent + asked > 0 ? Toast.done(words) : Toast.failed(words));
        return "redirect:/campaigns/unpaid";
    }
}
