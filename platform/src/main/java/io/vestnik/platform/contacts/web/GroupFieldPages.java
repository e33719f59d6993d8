package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.FieldDesk;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The fields that a group shows of its people, and what it calls them. */
@Controller
class GroupFieldPages {
    private static final int LONGEST = 200;

    private final Contacts contacts;
    private final Fields fields;
    private final FieldDesk desk;
    private final Format format;
    private final Audit audit;

    GroupFieldPages(Contacts contacts, Fields fields, FieldDesk desk, Format format, Audit audit) {
        this.contacts = contacts;
        this.fields = fields;
        this.desk = desk;
        this.format = format;
        this.audit = audit;
    }

    /** A field as the form asks about it. */
    record Row(String key, String title, boolean shown, boolean locked, String name) {}

    @GetMapping("/contacts/groups/{id:\\d+}/fields")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Group group = group(who, id);
        Map<String, String> set = desk.setOf(who.account(), group.id());
        return form(who, group, set, !set.isEmpty(), model);
    }

    /** Nothing chosen takes the set away: the group shows what the account shows. */
    @PostMapping("/contacts/groups/{id:\\d+}/fields")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String save(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Group group = group(who, id);
        Map<String, String> set = new HashMap<>();
        for (String key : sent.getOrDefault("shown", List.of())) {
            String name = sent.getFirst("name." + key);
            set.put(key, name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST)));
        }
        if (!desk.set(who.account(), group.id(), set)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "errors",
                    FieldErrors.none().and("name", format.text("contacts.fields.bad-name", FieldDesk.LONGEST_NAME)));
            return form(who, group, set, true, model);
        }
        audit.record(who, "contacts.group-fields", "group " + id, Map.of("fields", set.size()));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("contacts.groups.saved", group.name())));
        return "redirect:/contacts/groups/" + id;
    }

    private String form(Who who, Group group, Map<String, String> set, boolean own, Model model) {
        List<NamedField> all = fields.all(who.account());
        model.addAttribute("group", group);
        model.addAttribute("own", own);
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(NamedField::filled)
                        .map(field -> new Row(
                                field.key(),
                                format.text(field.titleKey()),
                                own ? set.containsKey(field.key()) : field.shown(),
                                field.key().equals("phone"),
                                set.getOrDefault(field.key(), "")))
                        .toList());
        return "contacts/group-fields";
    }

    private Group group(Who who, long id) {
        return (id > 0 ? contacts.group(who.account(), new GroupId(id)) : java.util.Optional.<Group>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
