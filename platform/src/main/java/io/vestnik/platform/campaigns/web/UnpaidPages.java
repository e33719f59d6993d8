package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Tone;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of campaigns that wait for money, and what there is enough for. */
@Controller
class UnpaidPages {
    private static final int ROWS = 50;

    private final CampaignStore store;
    private final Billing billing;
    private final Accounts accounts;
    private final CampaignTexts texts;

    UnpaidPages(CampaignStore store, Billing billing, Accounts accounts, CampaignTexts texts) {
        this.store = store;
        this.billing = billing;
        this.accounts = accounts;
        this.texts = texts;
    }

    /**
     * One that waits.
     *
     * @param enough whether there is money for it and for those that have waited longer
     */
    record Row(long id, String name, String sender, long recipients, Money cost, boolean enough) {}

    @GetMapping("/campaigns/unpaid")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Money available = billing.balance(who.account()).available();
        Money all = store.sum(who.account(), new Listing(CampaignState.AWAITING_PAYMENT, null))
                .cost();
        Listing listing = Listings.unpaid(query, texts.format().zone());
        CampaignStore.Sum matching = store.sum(who.account(), listing);
        Slice<StoredCampaign> page = store.list(who.account(), listing, Listings.after(query), ROWS);
        model.addAttribute("rows", rows(who, page.items(), available));
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute("available", available);
        model.addAttribute("missing", all.compareTo(available) > 0 ? all.minus(available) : null);
        model.addAttribute("matching", matching);
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("success", Tone.SUCCESS);
        ListView list = ListView.of("unpaid", query)
                .searchable("campaigns.search")
                .columns(
                        Column.text("name", "campaigns.name").sorted(),
                        Column.text("sender", "campaigns.sender").sorted().onDemand(),
                        Column.number("recipients", "campaigns.recipients").sorted(),
                        Column.number("cost", "campaigns.cost").sorted(),
                        Column.text("state", "campaigns.state"))
                .fields(Listings.FIELDS)
                .exportable("/campaigns/unpaid/export")
                .page(page.items().size(), page.next(), matching.campaigns());
        boolean mayStart = who.may(CampaignRights.START);
        model.addAttribute("mayStart", mayStart);
        model.addAttribute("list", mayStart ? list.withSelection() : list);
        return "campaigns/unpaid";
    }

    private List<Row> rows(Who who, List<StoredCampaign> campaigns, Money available) {
        Map<CampaignId, Money> owed = store.owed(
                who.account(), campaigns.stream().map(StoredCampaign::id).toList());
        return campaigns.stream()
                .map(campaign -> new Row(
                        campaign.id().value(),
                        texts.name(campaign.draft().name()),
                        campaign.draft().sender(),
                        campaign.recipients(),
                        campaign.cost(),
                        owed.getOrDefault(campaign.id(), campaign.cost()).compareTo(available) <= 0))
                .toList();
    }
}
