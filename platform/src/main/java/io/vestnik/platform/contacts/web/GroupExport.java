package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of groups as a table. */
@Controller
class GroupExport {
    private final GroupTable table;
    private final Format format;
    private final KeptTables tables;

    GroupExport(GroupTable table, Format format, KeptTables tables) {
        this.tables = tables;
        this.table = table;
        this.format = format;
    }

    @GetMapping("/contacts/groups/export")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        String title = format.text("contacts.groups.title");
        Reports.About about = new Reports.About("contacts.groups.title", ContactsRights.VIEW, who.name());
        tables.answer(who.account(), about, kind, title, writer -> write(title, who, query, writer), response);
    }

    private void write(String title, Who who, ListQuery query, TableWriter writer) throws IOException {
        writer.sheet(title, List.of(format.text("contacts.groups.name"), format.text("contacts.groups.contacts")));
        for (Group group : table.matching(who.account(), query)) {
            writer.row(List.of(Cell.text(group.name()), Cell.number(BigDecimal.valueOf(group.contacts()))));
        }
    }
}
