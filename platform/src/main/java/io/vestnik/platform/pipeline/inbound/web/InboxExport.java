package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.pipeline.InboxFilter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages that match, as a table: walked by key and written as they are read. */
@Controller
class InboxExport {
    private static final int ROWS = 1_000;

    private final Inbox inbox;
    private final InboundWords words;
    private final KeptTables tables;

    InboxExport(Inbox inbox, InboundWords words, KeptTables tables) {
        this.tables = tables;
        this.inbox = inbox;
        this.words = words;
    }

    @GetMapping("/pipeline/inbound/export")
    @PreAuthorize(InboundRights.MAY_VIEW)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        Format format = words.format();
        String title = format.text("pipeline.inbound");
        InboxFilter filter = words.looked(query).filter();
        tables.answer(
                who.account(),
                new Reports.About("pipeline.inbound", InboundRights.VIEW, who.name()),
                kind,
                title,
                table -> {
                    table.sheet(
                            title,
                            Stream.of("at", "from", "number", "text", "keyword", "wish", "answers")
                                    .map(it -> format.text("pipeline.inbound." + it))
                                    .toList());
                    write(who.account(), filter, table);
                },
                response);
    }

    private void write(AccountId account, InboxFilter filter, TableWriter table) throws IOException {
        for (InboundMessage message : Slice.all(after -> inbox.list(account, filter, after, ROWS))) {
            InboundWords.Line line = words.line(message);
            table.row(List.of(
                    Cell.text(words.format().dateTime(line.at())),
                    Cell.text(line.person() ? "+" + line.phone() : line.phone()),
                    Cell.text(line.number()),
                    Cell.text(line.text()),
                    Cell.text(line.keyword()),
                    Cell.text(line.wish()),
                    Cell.text(line.answers() == null ? "" : line.answers())));
        }
    }
}
