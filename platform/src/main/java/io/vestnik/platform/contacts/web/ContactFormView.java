package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.GroupStore;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the form of a contact shows. */
@Component
class ContactFormView {
    private static final String TEMPLATE = "contacts/form";

    private final Contacts contacts;
    private final ContactStore store;
    private final GroupStore groups;
    private final FormFields fields;
    private final Format format;

    ContactFormView(Contacts contacts, ContactStore store, GroupStore groups, FormFields fields, Format format) {
        this.contacts = contacts;
        this.store = store;
        this.groups = groups;
        this.fields = fields;
        this.format = format;
    }

    String show(AccountId account, ContactForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "groups",
                contacts.groups(account).stream()
                        .filter(group -> !group.living())
                        .toList());
        model.addAttribute("fields", fields.asked(account, form));
        if (!model.containsAttribute("mayEdit")) {
            model.addAttribute("mayEdit", true);
        }
        return TEMPLATE;
    }

    String show(AccountId account, ContactId id, boolean mayEdit, Model model) {
        Contact contact = store.find(account, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("id", id.value());
        model.addAttribute("contact", contact);
        model.addAttribute("fullName", ContactTable.fullName(contact.person()));
        model.addAttribute("facts", fields.facts(account, contact));
        model.addAttribute("mayEdit", mayEdit);
        return show(account, ContactForm.of(contact, chosen(account, contact)), model);
    }

    String wrong(AccountId account, ContactForm form, FieldErrors errors, Model model) {
        model.addAttribute("errors", errors);
        return show(account, form, model);
    }

    /** The phone is another contact's: the form stays, with a way to that one. */
    String taken(AccountId account, ContactForm form, Contact other, Model model) {
        model.addAttribute("taken", other.id().value());
        return wrong(
                account, form, FieldErrors.none().and(ContactField.PHONE.key(), format.text("contacts.taken")), model);
    }

    /** Somebody saved it meanwhile: what stands now beside what was typed; saving again keeps what was typed. */
    String stale(AccountId account, ContactForm form, Contact now, Model model) {
        ContactForm stored = ContactForm.of(now, chosen(account, now));
        List<Change> changes = new ArrayList<>();
        for (NamedField field : fields.of(account, form.groups())) {
            String before = stored.value(field.key());
            String typed = form.value(field.key());
            String after = field.kind() == FieldKind.NUMBER ? typed.replace(',', '.') : typed;
            if (form.has(field.key()) && !before.equals(after)) {
                changes.add(new Change(
                        format.text(field.titleKey()),
                        before.isEmpty() ? null : before,
                        after.isEmpty() ? null : after));
            }
        }
        model.addAttribute("changes", changes);
        model.addAttribute("waiting", Tone.WAITING);
        return show(account, form.withVersion(now.version()), model);
    }

    /** Who is edited, as they stand now. */
    Person before(AccountId account, ContactId id) {
        return store.find(account, id)
                .map(Contact::person)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Set<GroupId> chosen(AccountId account, Contact contact) {
        return groups.groupsOf(account, contact.phone()).stream().map(Group::id).collect(Collectors.toSet());
    }
}
