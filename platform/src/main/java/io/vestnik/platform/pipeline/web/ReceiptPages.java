package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.domain.TraceStore;
import io.vestnik.platform.shell.Tone;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Receipts that no message was found for, as they came. */
@Controller
@PreAuthorize(PathRights.MAY_SEE_STATUS)
class ReceiptPages {
    private static final int ROWS = 50;

    private final TraceStore store;
    private final LineWords words;

    ReceiptPages(TraceStore store, LineWords words) {
        this.store = store;
        this.words = words;
    }

    /** A receipt. */
    record Row(
            Instant at,
            String clock,
            String route,
            String upstreamId,
            @Nullable String recipient,
            State state,
            StepView.@Nullable Unit unit) {}

    /** What it says, and whether its message is still looked for. */
    record State(String status, Tone tone, String looking) {}

    @GetMapping("/pipeline/receipts")
    String list(@RequestParam(defaultValue = "") String after, @AuthenticationPrincipal Who who, Model model) {
        long below = after.matches("[1-9][0-9]{0,17}") ? Long.parseLong(after) : Long.MAX_VALUE;
        Slice<TraceStore.Parked> page =
                Slice.of(store.parked(who, below, ROWS + 1), ROWS, one -> Long.toString(one.id()));
        model.addAttribute("tabs", PathTabs.of(words.texts(), "/pipeline/receipts"));
        model.addAttribute(
                "rows", page.items().stream().map(one -> row(one, who)).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("paged", !after.isEmpty());
        return "pipeline/receipts";
    }

    private Row row(TraceStore.Parked one, Who who) {
        PathTexts texts = words.texts();
        String recipient = one.recipient();
        boolean orphan = one.kept().orphan();
        return new Row(
                one.at(),
                words.clock(one.at()),
                words.route(one.route()),
                one.upstreamId(),
                recipient == null ? null : texts.phone(recipient, who),
                new State(
                        texts.text("pipeline.receipt." + one.status().name().toLowerCase(Locale.ROOT)),
                        orphan ? Tone.WAITING : Tone.PROGRESS,
                        texts.text(orphan ? "pipeline.receipts.orphan" : "pipeline.receipts.waits")),
                TracePages.unit(words, one.route(), one.kept().raw(), who));
    }
}
