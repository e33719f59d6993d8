package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The names of accounts below that match, as a table. */
@Controller
class AnswerExport {
    private static final int ROWS = 1_000;

    private final AnswerTable answers;
    private final Format format;
    private final KeptTables tables;

    AnswerExport(AnswerTable answers, Format format, KeptTables tables) {
        this.answers = answers;
        this.format = format;
        this.tables = tables;
    }

    @GetMapping("/senders/answers/export")
    @PreAuthorize(SenderRights.MAY_SERVE)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        String title = format.text("senders.answers.title");
        Reports.About about = new Reports.About("senders.answers.title", SenderRights.SERVE, who.name());
        KeptTables.Table rows = table -> {
            table.sheet(
                    title,
                    Stream.of("name", "account", "state", "comment", "requested", "answer")
                            .map(it -> format.text("senders." + it))
                            .toList());
            for (AnswerTable.Row row : Slice.all(after -> answers.page(who, query, after, ROWS))) {
                Sender sender = row.sender();
                table.row(List.of(
                        Cell.text(sender.name()),
                        Cell.text(row.account()),
                        Cell.text(format.text("senders.state." + sender.state().code())),
                        Cell.text(sender.terms().comment()),
                        Cell.text(format.dateTime(sender.requestedAt())),
                        Cell.text(sender.answer())));
            }
        };
        tables.answer(who.account(), about, kind, title, rows, response);
    }
}
