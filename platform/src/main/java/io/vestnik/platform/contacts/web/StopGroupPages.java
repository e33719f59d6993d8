package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.StopDesk;
import io.vestnik.platform.shell.Toast;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which groups are stop-lists, and what an unsubscribe stops. */
@Controller
class StopGroupPages {
    private final StopDesk desk;
    private final Contacts contacts;
    private final StopWords words;

    StopGroupPages(StopDesk desk, Contacts contacts, StopWords words) {
        this.desk = desk;
        this.contacts = contacts;
        this.words = words;
    }

    @GetMapping("/contacts/stops/groups")
    @PreAuthorize(ContactsRights.MAY_VIEW + " and " + StopRights.MAY_VIEW)
    String groups(@AuthenticationPrincipal Who who, Model model) {
        Set<Long> stopping =
                desk.groups(who.account()).stream().map(GroupId::value).collect(Collectors.toSet());
        model.addAttribute(
                "groups",
                contacts.groups(who.account()).stream()
                        .filter(group -> !group.living())
                        .toList());
        model.addAttribute("stopping", stopping);
        model.addAttribute("everything", desk.unsubscribesEverything(who.account()));
        words.head(who, "groups", model);
        return "contacts/stop-groups";
    }

    @PostMapping("/contacts/stops/groups")
    @PreAuthorize(StopRights.MAY_EDIT_PEOPLE)
    String save(
            @RequestParam(name = "groups", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean everything,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        Set<GroupId> wanted =
                chosen.stream().flatMap(id -> FilterAddress.group(id).stream()).collect(Collectors.toSet());
        Set<GroupId> now = new HashSet<>(desk.groups(who.account()));
        now.stream().filter(group -> !wanted.contains(group)).forEach(group -> desk.mark(who, group, false));
        wanted.stream().filter(group -> !now.contains(group)).forEach(group -> desk.mark(who, group, true));
        if (everything != desk.unsubscribesEverything(who.account())) {
            desk.setUnsubscribe(who, everything);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().text("contacts.saved")));
        return "redirect:/contacts/stops/groups";
    }
}
