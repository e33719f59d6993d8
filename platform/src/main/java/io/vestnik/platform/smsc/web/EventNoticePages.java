package io.vestnik.platform.smsc.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.PublicAddress;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.smsc.domain.EventNotice;
import io.vestnik.platform.smsc.domain.EventNoticeDesk;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the account's programs let people know of their events, by {@code ping.php}. */
@Controller
@PreAuthorize("hasAuthority('" + EventNoticePages.MAY + "')")
class EventNoticePages {
    /** Whoever writes texts writes these. */
    static final String MAY = "campaigns:edit";

    private static final String HOME = "/smsc/notices";

    private final EventNoticeDesk desk;
    private final Contacts contacts;
    private final PublicAddress address;
    private final Format format;

    EventNoticePages(EventNoticeDesk desk, Contacts contacts, PublicAddress address, Format format) {
        this.desk = desk;
        this.contacts = contacts;
        this.address = address;
        this.format = format;
    }

    /** A notice as a line of the list. */
    record Row(long id, String name, String group, String failure, String recovery) {}

    @GetMapping(HOME)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Map<GroupId, String> groups =
                contacts.groups(who.account()).stream().collect(Collectors.toMap(Group::id, Group::name));
        List<Row> rows = desk.list(who.account()).stream()
                .map(notice -> new Row(
                        notice.id(),
                        notice.name(),
                        groups.getOrDefault(notice.group(), format.text("smsc.notices.group.gone")),
                        notice.failure(),
                        notice.recovery()))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "list",
                ListView.of("event-notices", query)
                        .columns(
                                Column.text("name", "smsc.notices.name"),
                                Column.text("number", "smsc.notices.number"),
                                Column.text("group", "smsc.notices.group"),
                                Column.text("failure", "smsc.notices.failure"),
                                Column.text("recovery", "smsc.notices.recovery"))
                        .page(rows.size(), null, null));
        return "smsc/notices";
    }

    @GetMapping(HOME + "/new")
    String fresh(@AuthenticationPrincipal Who who, Model model) {
        EventNoticeForm form = new EventNoticeForm(
                "", "", format.text("smsc.notices.failure.usual"), format.text("smsc.notices.recovery.usual"), 0);
        return form(who.account(), null, form, Map.of(), model);
    }

    @PostMapping(HOME)
    String create(
            @ModelAttribute EventNoticeForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return keep(0, form, who, response, redirect, model);
    }

    @GetMapping(HOME + "/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return form(who.account(), id, EventNoticeForm.of(notice(who, id)), Map.of(), model);
    }

    @PostMapping(HOME + "/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute EventNoticeForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        notice(who, id);
        return keep(id, form, who, response, redirect, model);
    }

    @PostMapping(HOME + "/{id}/delete")
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!desk.remove(who, id)) {
            throw gone();
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("smsc.notices.removed")));
        return "redirect:" + HOME;
    }

    private String keep(
            long id,
            EventNoticeForm form,
            Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Map<String, String> faults = form.faults();
        if (faults.isEmpty()) {
            faults = switch (desk.keep(who, form.notice(id))) {
                case DONE -> Map.of();
                case TOO_MANY -> Map.of("name", "many");
                case NO_GROUP -> Map.of("group", "group");
                case STALE -> Map.of("name", "stale");
            };
        }
        if (faults.isEmpty()) {
            redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("smsc.notices.kept")));
            return "redirect:" + HOME;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(who.account(), id == 0 ? null : id, form, faults, model);
    }

    private String form(
            AccountId account, @Nullable Long id, EventNoticeForm form, Map<String, String> faults, Model model) {
        FieldErrors errors = FieldErrors.none();
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            errors = errors.and(fault.getKey(), format.text("smsc.notices.fault." + fault.getValue()));
        }
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "groups",
                contacts.groups(account).stream()
                        .map(group -> new Option(group.id().toString(), group.name()))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb(format.text("smsc.notices"), HOME)));
        model.addAttribute(
                "example",
                id == null
                        ? null
                        : address.of("/sys/ping.php?apikey=KEY&charset=utf-8&id=" + id
                                + "&name=Shop&host=10.0.0.1&info=503"));
        return "smsc/notice";
    }

    private EventNotice notice(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(EventNoticePages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Where they stand in the menu. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry eventNoticesMenu() {
            return new MenuEntry(Section.DEVELOPERS, "smsc.notices", HOME, MAY, 40);
        }
    }
}
