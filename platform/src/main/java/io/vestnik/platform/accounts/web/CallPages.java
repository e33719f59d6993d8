package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.Call;
import io.vestnik.platform.accounts.domain.CallStore;
import io.vestnik.platform.accounts.domain.CallStore.Line;
import io.vestnik.platform.accounts.domain.CallStore.Outcome;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.TakenTables;
import io.vestnik.platform.shell.Tone;
import io.vestnik.tabular.Cell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal of what the programs of an account did. */
@Controller
@RequestMapping("/accounts/calls")
@PreAuthorize("hasAuthority('" + AccountRights.KEYS + "')")
class CallPages {

    private static final int PAGE = 50;
    private static final int PIECE = 1_000;
    private static final ListQuery.Sort NEWEST = new ListQuery.Sort("at", true);
    private static final List<Field> FIELDS = List.of(
            Field.moment("at", "accounts.calls.at"),
            Field.number("status", "accounts.calls.status"),
            Field.number("millis", "accounts.calls.millis"));
    private static final List<Column> COLUMNS = List.of(
            Column.text("at", "accounts.calls.at").sorted(),
            Column.text("key", "accounts.calls.key"),
            Column.text("method", "accounts.calls.method"),
            Column.text("route", "accounts.calls.route"),
            Column.text("status", "accounts.calls.status"),
            Column.number("millis", "accounts.calls.millis").sorted(),
            Column.text("address", "accounts.calls.address"),
            Column.text("request", "accounts.calls.request"));

    private final CallStore calls;
    private final Words words;
    private final Format format;
    private final TakenTables tables;

    CallPages(CallStore calls, Words words, Format format, TakenTables tables) {
        this.calls = calls;
        this.tables = tables;
        this.words = words;
        this.format = format;
    }

    /** A call as it is shown. */
    record Row(Call call, Tone tone) {}

    @GetMapping
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Line> page = calls.list(
                who.account(), wanted(query), order(query), query.after().orElse(null), PAGE);
        model.addAttribute(
                "rows",
                page.items().stream()
                        .map(line -> new Row(line.call(), tone(line.call().status())))
                        .toList());
        calls.lost(who.account()).ifPresent(lost -> {
            model.addAttribute("waiting", Tone.WAITING);
            model.addAttribute(
                    "lost", words.of("accounts.calls.lost", format.number(lost.calls()), format.dateTime(lost.at())));
        });
        List<Option> names = calls.names(who.account()).stream()
                .map(name -> new Option(name, name))
                .toList();
        model.addAttribute(
                "list",
                ListView.of("calls", query)
                        .searchable("accounts.calls.search")
                        .columns(COLUMNS.toArray(Column[]::new))
                        .filter(new Filter("key", "accounts.calls.key", names))
                        .filter(new Filter("outcome", "accounts.calls.outcome", outcomes()))
                        .fields(FIELDS)
                        .exportable("/accounts/calls/export")
                        .page(page.items().size(), page.next(), null));
        return "accounts/calls";
    }

    @GetMapping("/export")
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        String title = words.of("accounts.calls");
        TakenTables.Taken taken =
                new TakenTables.Taken(who.account(), "accounts.calls", AccountRights.KEYS, who.name(), kind, title);
        tables.answer(
                taken,
                table -> {
                    table.sheet(
                            title,
                            COLUMNS.stream().map(it -> words.of(it.titleKey())).toList());
                    for (Line line :
                            Slice.all(after -> calls.list(who.account(), wanted(query), order(query), after, PIECE))) {
                        table.row(cells(line.call()));
                    }
                },
                response);
    }

    private List<Cell> cells(Call call) {
        return List.of(
                Cell.text(format.dateTime(call.at())),
                Cell.text(call.name()),
                Cell.text(call.method()),
                Cell.text(call.route()),
                Cell.number(call.status()),
                Cell.number(call.millis()),
                Cell.text(call.address()),
                Cell.text(call.request()));
    }

    private CallStore.Wanted wanted(ListQuery query) {
        Outcome outcome = query.filter("outcome")
                .flatMap(code -> Arrays.stream(Outcome.values())
                        .filter(it -> code(it).equals(code))
                        .findFirst())
                .orElse(null);
        return new CallStore.Wanted(
                query.search(), query.filter("key").orElse(null), outcome, query.conditions(FIELDS, format.zone()));
    }

    private static CallStore.Order order(ListQuery query) {
        ListQuery.Sort sort = query.sort(NEWEST, "at", "millis");
        return new CallStore.Order(sort.column().equals("millis"), sort.descending());
    }

    private List<Option> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(it -> new Option(code(it), words.of("accounts.calls.outcome." + code(it))))
                .toList();
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Tone tone(int status) {
        if (status <= Outcome.DONE.most()) {
            return Tone.SUCCESS;
        }
        return status <= Outcome.REFUSED.most() ? Tone.WAITING : Tone.FAILURE;
    }
}
