package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.TableDownload;
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

    GroupExport(GroupTable table, Format format) {
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
        try (TableWriter writer = TableDownload.begin(response, kind, title)) {
            writer.sheet(title, List.of(format.text("contacts.groups.name"), format.text("contacts.groups.contacts")));
            for (Group group : table.matching(who.account(), query)) {
                writer.row(List.of(Cell.text(group.name()), Cell.number(BigDecimal.valueOf(group.contacts()))));
            }
        }
    }
}
