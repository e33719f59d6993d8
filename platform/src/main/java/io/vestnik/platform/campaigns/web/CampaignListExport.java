package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of campaigns as tables: what is searched and filtered, in its order. */
@Controller
@PreAuthorize(CampaignRights.MAY_VIEW)
class CampaignListExport {
    private final CampaignTable table;
    private final Accounts accounts;
    private final CampaignTexts texts;
    private final KeptTables tables;

    CampaignListExport(CampaignTable table, Accounts accounts, CampaignTexts texts, KeptTables tables) {
        this.table = table;
        this.accounts = accounts;
        this.texts = texts;
        this.tables = tables;
    }

    @GetMapping("/campaigns/export")
    void all(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        answer("campaigns.title", Listings.of(query, texts.format().zone()), kind, who, response);
    }

    @GetMapping("/campaigns/unpaid/export")
    void unpaid(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        answer("campaigns.unpaid", Listings.unpaid(query, texts.format().zone()), kind, who, response);
    }

    private void answer(String titleKey, Listing listing, String kind, Who who, HttpServletResponse response)
            throws IOException {
        String title = texts.text(titleKey);
        Reports.About about = new Reports.About(titleKey, CampaignRights.VIEW, who.name());
        tables.answer(who.account(), about, kind, title, writer -> write(title, who, listing, writer), response);
    }

    private void write(String title, Who who, Listing listing, TableWriter writer) throws IOException {
        writer.sheet(
                title,
                List.of(
                        texts.text("campaigns.name"),
                        texts.text("campaigns.sender"),
                        texts.text("campaigns.state"),
                        texts.text("campaigns.recipients"),
                        texts.text("campaigns.delivered"),
                        texts.text("campaigns.cost") + ", "
                                + accounts.get(who.account()).currency(),
                        texts.text("campaigns.at"),
                        texts.text("campaigns.tags")));
        for (CampaignTable.Row row : table.all(who.account(), listing)) {
            writer.row(List.of(
                    Cell.text(row.name()),
                    Cell.text(row.sender()),
                    Cell.text(texts.text("campaigns.state." + row.state())),
                    Cell.number(row.recipients()),
                    Cell.text(row.delivered() == null ? "" : row.delivered()),
                    Cell.money(row.cost().toDecimal()),
                    Cell.moment(LocalDateTime.ofInstant(row.at(), texts.format().zone())),
                    Cell.text(row.tags())));
        }
    }
}
