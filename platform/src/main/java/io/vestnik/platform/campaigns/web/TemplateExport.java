package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.StoredTemplate;
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

/** The list of templates as a table. */
@Controller
class TemplateExport {
    private final TemplateTable table;
    private final CampaignTexts texts;
    private final KeptTables tables;

    TemplateExport(TemplateTable table, CampaignTexts texts, KeptTables tables) {
        this.table = table;
        this.texts = texts;
        this.tables = tables;
    }

    @GetMapping("/campaigns/templates/export")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        String title = texts.text("campaigns.templates.title");
        Reports.About about = new Reports.About("campaigns.templates.title", CampaignRights.EDIT, who.name());
        tables.answer(who.account(), about, kind, title, writer -> write(title, who, query, writer), response);
    }

    private void write(String title, Who who, ListQuery query, TableWriter writer) throws IOException {
        writer.sheet(
                title,
                List.of(
                        texts.text("campaigns.templates.name"),
                        texts.text("campaigns.templates.folder"),
                        texts.text("campaigns.text"),
                        texts.text("campaigns.sender"),
                        texts.text("campaigns.templates.changed")));
        for (StoredTemplate template : table.matching(who.account(), query)) {
            writer.row(List.of(
                    Cell.text(template.draft().name()),
                    Cell.text(template.folder()),
                    Cell.text(template.draft().text()),
                    Cell.text(template.draft().sender()),
                    Cell.moment(LocalDateTime.ofInstant(
                            template.changedAt(), texts.format().zone()))));
        }
    }
}
