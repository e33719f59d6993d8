package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.Dossier;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** What stands beside the card of a contact: may they be written to, what did they agree to, and what is known of them. */
@Controller
class PersonPages {
    private static final int MOST = 20;

    private final ContactStore contacts;
    private final Consents consents;
    private final Stops stops;
    private final Dossier dossier;
    private final Audit audit;

    PersonPages(ContactStore contacts, Consents consents, Stops stops, Dossier dossier, Audit audit) {
        this.contacts = contacts;
        this.consents = consents;
        this.stops = stops;
        this.dossier = dossier;
        this.audit = audit;
    }

    @GetMapping("/contacts/{id:\\d+}/person")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Contact contact = contact(who, id);
        model.addAttribute("id", id);
        model.addAttribute("phone", contact.phone());
        model.addAttribute(
                "stops",
                stops.list(who.account(), new Listing(contact.phone(), null, null, List.of()), null, MOST)
                        .items());
        model.addAttribute("consents", consents.history(who.account(), contact.phone()));
        model.addAttribute("mayEdit", who.may(ContactsRights.EDIT));
        model.addAttribute("mayStop", who.may(StopRights.EDIT));
        model.addAttribute("mayErase", who.may(StopRights.ERASE));
        return "contacts/person :: person";
    }

    private Contact contact(Who who, long id) {
        return (id > 0 ? contacts.find(who.account(), new ContactId(id)) : Optional.<Contact>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Everything that is known of the person, to be given to them. */
    @PostMapping("/contacts/{id:\\d+}/data")
    @PreAuthorize(StopRights.MAY_ERASE)
    void data(@PathVariable long id, @AuthenticationPrincipal Who who, HttpServletResponse response)
            throws IOException {
        Contact contact = contact(who, id);
        audit.record(who, "contacts.data-given", "contact " + id, Map.of());
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("person.zip").build().toString());
        dossier.write(who.account(), contact.phone(), response.getOutputStream());
    }
}
