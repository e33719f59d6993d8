package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.inbound.domain.InboxService;
import io.vestnik.platform.pipeline.inbound.web.InboundWords.Looked;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What people wrote: to this account, and for the operator what is nobody's. */
@Controller
class InboxPages {
    private static final int ROWS = 50;

    private final InboxService inbox;
    private final InboundWords words;

    InboxPages(InboxService inbox, InboundWords words) {
        this.inbox = inbox;
        this.words = words;
    }

    @GetMapping("/pipeline/inbound")
    @PreAuthorize(InboundRights.MAY_VIEW)
    String own(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Looked looked = words.looked(query);
        return show(
                inbox.list(who.account(), looked.filter(), query.after().orElse(null), ROWS),
                ListView.of("inbound", query).exportable("/pipeline/inbound/export"),
                "/pipeline/inbound",
                looked,
                who,
                model);
    }

    @GetMapping("/pipeline/inbound/unclaimed")
    @PreAuthorize(InboundRights.MAY_LEND)
    String unclaimed(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Looked looked = words.looked(query);
        return show(
                inbox.unclaimed(who.account(), looked.filter(), query.after().orElse(null), ROWS),
                ListView.of("inbound", query),
                "/pipeline/inbound/unclaimed",
                looked,
                who,
                model);
    }

    private String show(Slice<InboundMessage> page, ListView view, String path, Looked looked, Who who, Model model) {
        ListView list = view.searchable("pipeline.inbound.search")
                .columns(
                        Column.text("at", "pipeline.inbound.at"),
                        Column.text("from", "pipeline.inbound.from"),
                        Column.text("number", "pipeline.inbound.number"),
                        Column.text("text", "pipeline.inbound.text"),
                        Column.text("keyword", "pipeline.inbound.keyword"),
                        Column.text("answers", "pipeline.inbound.answers"))
                .fields(InboundWords.fields())
                .page(page.items().size(), page.next(), null);
        model.addAttribute("list", list);
        model.addAttribute("rows", page.items().stream().map(words::line).toList());
        model.addAttribute("since", words.since(looked));
        model.addAttribute("tabs", words.tabs(who, path));
        return "pipeline/inbound";
    }
}
