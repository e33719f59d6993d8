package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactDesk;
import io.vestnik.platform.contacts.domain.ContactDesk.Answer;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.NewContact;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** The form of one contact. */
@Controller
class ContactFormPages {
    private final ContactFormView view;
    private final ContactForms forms;
    private final ContactDesk desk;
    private final Format format;
    private final Audit audit;

    ContactFormPages(ContactFormView view, ContactForms forms, ContactDesk desk, Format format, Audit audit) {
        this.view = view;
        this.forms = forms;
        this.desk = desk;
        this.format = format;
        this.audit = audit;
    }

    @GetMapping("/contacts/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String empty(@RequestParam(defaultValue = "") List<String> group, @AuthenticationPrincipal Who who, Model model) {
        List<GroupId> groups =
                group.stream().flatMap(id -> FilterAddress.group(id).stream()).toList();
        return view.show(who.account(), ContactForm.empty(groups), model);
    }

    /** After a contact was added the form comes back empty, its groups still chosen: people add several in a row. */
    @PostMapping("/contacts/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ContactForm form = ContactForm.of(sent);
        return switch (forms.read(who.account(), Person.UNKNOWN, form)) {
            case ContactForms.Reading.Wrong(FieldErrors errors) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield view.wrong(who.account(), form, errors, model);
            }
            case ContactForms.Reading.Understood(NewContact contact) ->
                switch (desk.add(who.account(), contact, form.groups())) {
                    case Answer.Saved(Contact saved) -> {
                        audit.record(who, "contacts.added", "contact " + saved.id(), Map.of());
                        redirect.addFlashAttribute(
                                Toast.NAME, Toast.done(format.text("contacts.added", format.phone(saved.phone()))));
                        yield "redirect:/contacts/new"
                                + form.groups().stream()
                                        .map(id -> "group=" + id)
                                        .collect(Collectors.joining("&", "?", ""));
                    }
                    case Answer.Taken(Contact other) -> {
                        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                        yield view.taken(who.account(), form, other, model);
                    }
                    case Answer.Stale _, Answer.Gone _ ->
                        throw new IllegalStateException("A contact went while it was added");
                };
        };
    }

    @GetMapping("/contacts/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return view.show(who.account(), id(id), who.may(ContactsRights.EDIT), model);
    }

    @PostMapping("/contacts/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String save(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ContactForm form = ContactForm.of(sent);
        model.addAttribute("id", id);
        return switch (forms.read(who.account(), view.before(who.account(), id(id)), form)) {
            case ContactForms.Reading.Wrong(FieldErrors errors) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield view.wrong(who.account(), form, errors, model);
            }
            case ContactForms.Reading.Understood(NewContact contact) ->
                switch (desk.save(who.account(), id(id), form.version(), contact, form.groups())) {
                    case Answer.Saved _ -> {
                        audit.record(who, "contacts.changed", "contact " + id, Map.of());
                        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("contacts.saved")));
                        yield "redirect:/contacts/" + id;
                    }
                    case Answer.Taken(Contact other) -> {
                        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                        yield view.taken(who.account(), form, other, model);
                    }
                    case Answer.Stale(Contact now) -> {
                        response.setStatus(HttpStatus.CONFLICT.value());
                        yield view.stale(who.account(), form, now, model);
                    }
                    case Answer.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                };
        };
    }

    private static ContactId id(long id) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ContactId(id);
    }
}
