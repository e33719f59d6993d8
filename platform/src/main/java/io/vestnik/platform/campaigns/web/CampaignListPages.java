package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import java.util.Arrays;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of campaigns. */
@Controller
class CampaignListPages {
    private static final int ROWS = 25;

    private final CampaignTable table;
    private final Accounts accounts;
    private final CampaignTexts texts;

    CampaignListPages(CampaignTable table, Accounts accounts, CampaignTexts texts) {
        this.table = table;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping("/campaigns")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Listing listing = Listings.of(query, texts.format().zone());
        Slice<CampaignTable.Row> page = table.page(who.account(), listing, Listings.after(query), ROWS);
        model.addAttribute("rows", page.items());
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute("mayEdit", who.may(CampaignRights.EDIT));
        ListView list = ListView.of("campaigns", query)
                .searchable("campaigns.search")
                .columns(
                        Column.text("name", "campaigns.name").sorted(),
                        Column.text("sender", "campaigns.sender").sorted(),
                        Column.text("state", "campaigns.state"),
                        Column.number("recipients", "campaigns.recipients").sorted(),
                        Column.number("delivered", "campaigns.delivered"),
                        Column.number("cost", "campaigns.cost").sorted(),
                        Column.text("at", "campaigns.at").sorted(),
                        Column.text("tags", "campaigns.tags").onDemand())
                .fields(Listings.FIELDS)
                .filter(new Filter(
                        "state",
                        "campaigns.state",
                        Arrays.stream(CampaignState.values())
                                .map(state -> new Option(state.code(), texts.text("campaigns.state." + state.code())))
                                .toList()))
                .exportable("/campaigns/export")
                .page(page.items().size(), page.next(), table.matching(who.account(), listing));
        model.addAttribute("list", who.may(CampaignRights.START) ? list.withSelection() : list);
        return "campaigns/list";
    }
}
