package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.domain.GroupDesk;
import io.vestnik.platform.contacts.domain.LoadDesk;
import io.vestnik.platform.contacts.domain.QuickLook;
import io.vestnik.platform.contacts.domain.QuickLook.Sight;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
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

/** Quick add: what was found in a text, and the group that it goes into. */
@Controller
@PreAuthorize(ContactsRights.MAY_LOAD)
class QuickPages {
    private final QuickLook quick;
    private final LoadDesk desk;
    private final Contacts contacts;
    private final Format texts;
    private final Audit audit;

    QuickPages(QuickLook quick, LoadDesk desk, Contacts contacts, Format texts, Audit audit) {
        this.quick = quick;
        this.desk = desk;
        this.contacts = contacts;
        this.texts = texts;
        this.audit = audit;
    }

    @GetMapping("/contacts/quick/{file:\\d+}")
    String look(
            @PathVariable long file,
            @RequestParam(defaultValue = "") String group,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return switch (quick.look(who.account(), id(file))) {
            case Sight.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Sight.Binary() -> refused("contacts.quick.binary", model, response);
            case Sight.Text text -> found(text, group, who, model);
        };
    }

    @PostMapping("/contacts/quick/{file:\\d+}")
    String add(
            @PathVariable long file,
            @RequestParam(defaultValue = "") String group,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return switch (quick.look(who.account(), id(file))) {
            case Sight.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Sight.Binary() -> refused("contacts.quick.binary", model, response);
            case Sight.Text text
            when text.phones() == 0 -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield found(text, group, who, model);
            }
            case Sight.Text text -> add(text, group, who, model, response);
        };
    }

    private String add(Sight.Text text, String name, Who who, Model model, HttpServletResponse response) {
        String fault = switch (desk.startText(who.account(), text.file().id(), name.strip())) {
            case LoadDesk.Answer.Started started -> {
                audit.record(
                        who,
                        "contacts.load-started",
                        "job " + started.job(),
                        Map.of("group", started.group().name()));
                yield "redirect:/contacts/jobs/" + started.job();
            }
            case LoadDesk.Answer.BadName() -> texts.text("contacts.groups.bad-name", GroupDesk.LONGEST_NAME);
            case LoadDesk.Answer.TooMany() -> texts.text("contacts.groups.too-many", GroupDesk.MOST_GROUPS);
            case LoadDesk.Answer.BadField _ -> throw new IllegalStateException("A text makes no fields");
        };
        if (fault.startsWith("redirect:")) {
            return fault;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", FieldErrors.none().and("group", fault));
        return found(text, name, who, model);
    }

    private String found(Sight.Text text, String group, Who who, Model model) {
        model.addAttribute("found", text);
        model.addAttribute("group", group);
        model.addAttribute(
                "groups",
                contacts.groups(who.account()).stream()
                        .filter(it -> !it.living())
                        .map(Group::name)
                        .toList());
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("success", Tone.SUCCESS);
        return "contacts/found";
    }

    private String refused(String key, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", texts.text(key));
        model.addAttribute("failure", Tone.FAILURE);
        return "contacts/quick";
    }

    private static FileId id(long id) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new FileId(id);
    }
}
