package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
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

/** The entries that match, as a table: walked by key and written as they are read. */
@Controller
class StopExport {
    private static final int ROWS = 1_000;

    private final Stops stops;
    private final StopWords words;
    private final KeptTables tables;

    StopExport(Stops stops, StopWords words, KeptTables tables) {
        this.tables = tables;
        this.stops = stops;
        this.words = words;
    }

    @GetMapping("/contacts/stops/export")
    @PreAuthorize(StopRights.MAY_VIEW)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        Format format = words.format();
        String title = format.text("contacts.stops.title");
        Listing listing = words.listing(query);
        Reports.About about = new Reports.About("contacts.stops.title", StopRights.VIEW, who.name());
        tables.answer(
                who.account(),
                about,
                kind,
                title,
                table -> {
                    table.sheet(
                            title,
                            Stream.of("phone", "stops.scope", "stops.reason", "stops.source", "stops.by", "stops.added")
                                    .map(it -> format.text("contacts." + it))
                                    .toList());
                    write(who.account(), listing, table);
                },
                response);
    }

    private void write(AccountId account, Listing listing, TableWriter table) throws IOException {
        for (Stop stop : Slice.all(after -> stops.list(account, listing, after, ROWS))) {
            StopWords.Line line = words.line(stop);
            table.row(List.of(
                    Cell.text("+" + line.phone()),
                    Cell.text(line.scope()),
                    Cell.text(line.reason()),
                    Cell.text(line.source()),
                    Cell.text(line.by()),
                    Cell.text(words.format().dateTime(line.at()))));
        }
    }
}
