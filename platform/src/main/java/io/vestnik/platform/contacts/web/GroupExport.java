package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
        boolean csv = kind.equals("csv");
        String title = format.text("contacts.groups.title");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + (csv ? ".csv" : ".xlsx"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        try (TableWriter writer = csv ? TableWriter.csv(out, CsvStyle.spreadsheet()) : TableWriter.xlsx(out)) {
            writer.sheet(title, List.of(format.text("contacts.groups.name"), format.text("contacts.groups.contacts")));
            for (Group group : table.matching(who.account(), query)) {
                writer.row(List.of(Cell.text(group.name()), Cell.number(BigDecimal.valueOf(group.contacts()))));
            }
        }
    }
}
