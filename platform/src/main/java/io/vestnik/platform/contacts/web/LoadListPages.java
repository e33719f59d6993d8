package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.LoadStore;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The loads of an account and what each came to. */
@Controller
@PreAuthorize(ContactsRights.MAY_LOAD)
class LoadListPages {
    private static final int ROWS = 50;

    private static final Map<Job.State, Tone> TONES = Map.of(
            Job.State.RUNNING, Tone.PROGRESS,
            Job.State.DONE, Tone.SUCCESS,
            Job.State.FAILED, Tone.FAILURE,
            Job.State.CANCELLED, Tone.NEUTRAL);

    private final LoadStore loads;
    private final Format texts;

    LoadListPages(LoadStore loads, Format texts) {
        this.loads = loads;
        this.texts = texts;
    }

    @GetMapping("/contacts/loads")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<Field> fields = List.of(
                Field.moment("started", "contacts.loads.started"), Field.text("source", "contacts.loads.source"));
        Slice<LoadStore.Line> page = loads.list(
                who.account(),
                query.filter("state").flatMap(LoadListPages::state).orElse(null),
                query.conditions(fields, texts.zone()),
                query.after().orElse(null),
                ROWS);
        model.addAttribute("rows", page.items());
        model.addAttribute("tones", TONES);
        model.addAttribute(
                "list",
                ListView.of("loads", query)
                        .columns(
                                Column.text("source", "contacts.loads.source"),
                                Column.text("started", "contacts.loads.started"),
                                Column.text("state", "contacts.loads.state"),
                                Column.text("group", "contacts.group"),
                                Column.number("added", "contacts.result.added"),
                                Column.number("updated", "contacts.result.updated"),
                                Column.number("duplicates", "contacts.result.duplicates"),
                                Column.number("refused", "contacts.result.refused"))
                        .filter(new Filter(
                                "state",
                                "contacts.loads.state",
                                Stream.of(Job.State.RUNNING, Job.State.DONE, Job.State.FAILED, Job.State.CANCELLED)
                                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                                        .map(it -> new Option(it, texts.text("contacts.loads.state." + it)))
                                        .toList()))
                        .fields(fields)
                        .page(page.items().size(), page.next(), null));
        return "contacts/loads";
    }

    private static Optional<Job.State> state(String written) {
        return TONES.keySet().stream()
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst();
    }
}
