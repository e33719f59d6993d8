package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.GroupDesk;
import io.vestnik.platform.contacts.domain.Segment;
import io.vestnik.platform.contacts.domain.SegmentDesk;
import io.vestnik.platform.contacts.domain.SegmentDesk.Answer;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Segments: the list, and the form that keeps a filter as one. */
@Controller
class SegmentPages {
    private final SegmentDesk desk;
    private final ContactFilters filters;
    private final Format format;
    private final Audit audit;

    SegmentPages(SegmentDesk desk, ContactFilters filters, Format format, Audit audit) {
        this.desk = desk;
        this.filters = filters;
        this.format = format;
        this.audit = audit;
    }

    /**
     * A segment as the list shows it.
     *
     * @param rule who is in it, in words
     */
    record Line(
            long id,
            String name,
            String rule,
            long contacts,
            @Nullable Instant countedAt) {}

    @GetMapping("/contacts/segments")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        String search = query.search().toLowerCase(Locale.ROOT);
        List<Line> lines = desk.all(who.account()).stream()
                .filter(it -> it.group().name().toLowerCase(Locale.ROOT).contains(search))
                .map(it -> new Line(
                        it.group().id().value(),
                        it.group().name(),
                        filters.words(who.account(), it.filter()),
                        it.group().contacts(),
                        it.group().countedAt()))
                .toList();
        model.addAttribute("rows", lines);
        model.addAttribute(
                "list",
                ListView.of("segments", query)
                        .searchable("contacts.segments.search")
                        .columns(
                                Column.text("name", "contacts.groups.name"),
                                Column.text("rule", "contacts.segments.rule"),
                                Column.number("contacts", "contacts.groups.contacts"),
                                Column.text("counted", "contacts.segments.counted"),
                                Column.text("actions", "contacts.groups.actions"))
                        .page(lines.size(), null, (long) lines.size()));
        model.addAttribute("mayEdit", who.may(ContactsRights.EDIT));
        return "contacts/segments";
    }

    /** The address brings the filter of the list. */
    @GetMapping("/contacts/segments/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String empty(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        return form(who, query, null, "", model);
    }

    @PostMapping("/contacts/segments/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String create(
            ListQuery query,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ContactFilter filter = filters.filter(who.account(), query);
        String fault = fault(desk.create(who.account(), name, filter), who, "contacts.segment-made", redirect);
        if (fault == null) {
            return "redirect:/contacts/segments";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", FieldErrors.none().and("name", fault));
        return form(who, query, null, name, model);
    }

    /** With a filter in the address that is the segment's new one; without it stays as it is. */
    @GetMapping("/contacts/segments/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String show(@PathVariable long id, ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Segment segment = find(who, id);
        return form(who, query, segment, segment.group().name(), model);
    }

    @PostMapping("/contacts/segments/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String change(
            @PathVariable long id,
            ListQuery query,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Segment segment = find(who, id);
        ContactFilter asked = filters.filter(who.account(), query);
        ContactFilter filter = asked.none() ? segment.filter() : asked;
        Answer answer = desk.change(who.account(), segment.group().id(), name, filter);
        String fault = fault(answer, who, "contacts.segment-changed", redirect);
        if (fault == null) {
            return "redirect:/contacts/segments";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", FieldErrors.none().and("name", fault));
        return form(who, query, segment, name, model);
    }

    @PostMapping("/contacts/segments/{id:\\d+}/count")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String count(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Segment segment = find(who, id);
        desk.counted(who.account(), segment.group().id());
        return "redirect:/contacts/segments";
    }

    @PostMapping("/contacts/segments/{id:\\d+}/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Segment segment = find(who, id);
        desk.delete(who.account(), segment.group().id());
        audit.record(
                who,
                "contacts.segment-deleted",
                "group " + id,
                Map.of("name", segment.group().name()));
        redirect.addFlashAttribute(
                Toast.NAME,
                Toast.done(
                        format.text("contacts.segments.deleted", segment.group().name())));
        return "redirect:/contacts/segments";
    }

    private @Nullable String fault(Answer answer, Who who, String act, RedirectAttributes redirect) {
        return switch (answer) {
            case Answer.Saved saved -> {
                audit.record(
                        who,
                        act,
                        "group " + saved.group().id(),
                        Map.of("name", saved.group().name()));
                redirect.addFlashAttribute(
                        Toast.NAME,
                        Toast.done(format.text(
                                "contacts.segments.saved",
                                saved.group().name(),
                                format.count(saved.group().contacts(), "contacts.count"))));
                yield null;
            }
            case Answer.Taken _ -> format.text("contacts.groups.taken");
            case Answer.BadName _ -> format.text("contacts.groups.bad-name", GroupDesk.LONGEST_NAME);
            case Answer.BadFilter _ -> format.text("contacts.segments.bad-filter");
            case Answer.TooMany _ -> format.text("contacts.groups.too-many", GroupDesk.MOST_GROUPS);
            case Answer.Gone _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String form(Who who, ListQuery query, @Nullable Segment segment, String name, Model model) {
        ContactFilter asked = filters.filter(who.account(), query);
        ContactFilter filter = asked.none() && segment != null ? segment.filter() : asked;
        model.addAttribute("segment", segment);
        model.addAttribute("name", name);
        model.addAttribute("kept", FilterAddress.parameters(asked));
        model.addAttribute("words", filters.words(who.account(), filter));
        model.addAttribute("listUrl", FilterAddress.address("/contacts", filter));
        return "contacts/segment";
    }

    private Segment find(Who who, long id) {
        return (id > 0 ? desk.find(who.account(), new GroupId(id)) : java.util.Optional.<Segment>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
