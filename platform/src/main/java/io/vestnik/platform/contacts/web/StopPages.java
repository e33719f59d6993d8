package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.contacts.domain.StopDesk;
import io.vestnik.platform.contacts.domain.StopRemoval;
import io.vestnik.platform.contacts.domain.StopStore;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The stop-list: who is on it, and taking them off. */
@Controller
class StopPages {
    private static final int ROWS = 50;
    /** Beyond this nobody needs to know how many there are. */
    private static final int MOST_COUNTED = 100_000;

    private final StopDesk desk;
    private final StopStore stops;
    private final StopRemoval removal;
    private final StopWords words;

    StopPages(StopDesk desk, StopStore stops, StopRemoval removal, StopWords words) {
        this.desk = desk;
        this.stops = stops;
        this.removal = removal;
        this.words = words;
    }

    @GetMapping("/contacts/stops")
    @PreAuthorize(StopRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Listing listing = words.listing(query);
        Slice<Stop> page = desk.list(who.account(), listing, query.after().orElse(null), ROWS);
        long count = stops.count(who.account(), listing, MOST_COUNTED);
        ListView list = ListView.of("stops", query)
                .searchable("contacts.stops.search")
                .columns(
                        Column.text("phone", "contacts.phone"),
                        Column.text("scope", "contacts.stops.scope"),
                        Column.text("reason", "contacts.stops.reason"),
                        Column.text("source", "contacts.stops.source"),
                        Column.text("by", "contacts.stops.by"),
                        Column.text("added", "contacts.stops.added"))
                .fields(StopWords.fields())
                .exportable("/contacts/stops/export")
                .page(page.items().size(), page.next(), count < MOST_COUNTED ? count : null);
        for (var filter : words.filters()) {
            list = list.filter(filter);
        }
        model.addAttribute("list", who.may(StopRights.EDIT) ? list.withSelection() : list);
        model.addAttribute("rows", page.items().stream().map(words::line).toList());
        words.head(who, "numbers", model);
        return "contacts/stops";
    }

    @PostMapping("/contacts/stops/delete")
    @PreAuthorize(StopRights.MAY_EDIT)
    String delete(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (selection.all()) {
            JobId job = removal.start(who, words.listing(selection.matching()));
            return "redirect:/contacts/stops/jobs/" + job;
        }
        List<Long> ids = selection.ids().stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .toList();
        StopDesk.Removed removed = desk.remove(who, ids);
        redirect.addFlashAttribute(
                Toast.NAME,
                Toast.done(words.format().count(removed.count(), "contacts.stops.removed"))
                        .undoneBy("/contacts/stops/restore?removal=" + removed.removal()));
        return "redirect:/contacts/stops";
    }

    /** Puts back what was just taken off. */
    @PostMapping("/contacts/stops/restore")
    @PreAuthorize(StopRights.MAY_EDIT)
    String restore(@RequestParam long removal, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        int restored = desk.restore(who, removal);
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().count(restored, "contacts.stops.restored")));
        return "redirect:/contacts/stops";
    }
}
