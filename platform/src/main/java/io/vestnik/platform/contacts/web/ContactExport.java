package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The contacts that match, as a table: walked by key and written as they are read, however many there are. */
@Controller
class ContactExport {
    private static final Logger log = LoggerFactory.getLogger(ContactExport.class);
    private static final int ROWS = 5_000;

    private final ContactStore contacts;
    private final ContactFilters filters;
    private final MessageSource messages;

    ContactExport(ContactStore contacts, ContactFilters filters, MessageSource messages) {
        this.contacts = contacts;
        this.filters = filters;
        this.messages = messages;
    }

    @GetMapping("/contacts/export")
    @PreAuthorize(ContactsRights.MAY_EXPORT)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        boolean csv = kind.equals("csv");
        String name = messages.getMessage("contacts.title", null, locale) + (csv ? ".csv" : ".xlsx");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        ContactFilter filter = filters.filter(who.account(), query);
        log.info(
                "Contacts exported account={} by={}",
                who.account(),
                who.person().orElse(null));
        OutputStream out = response.getOutputStream();
        try (TableWriter table = csv ? TableWriter.csv(out, CsvStyle.spreadsheet()) : TableWriter.xlsx(out)) {
            write(who.account(), filter, table, locale);
        }
    }

    private void write(AccountId account, ContactFilter filter, TableWriter table, Locale locale) throws IOException {
        table.sheet(
                messages.getMessage("contacts.title", null, locale),
                Stream.of(
                                "phone",
                                "surname",
                                "name",
                                "patronymic",
                                "sex",
                                "birthday",
                                "email",
                                "comment",
                                "operator",
                                "region")
                        .map(field -> messages.getMessage("contacts." + field, null, locale))
                        .toList());
        @Nullable String after = null;
        do {
            Slice<Contact> page = contacts.list(account, filter, after, ROWS);
            for (Contact contact : page.items()) {
                table.row(cells(contact, locale));
            }
            after = page.next();
        } while (after != null);
    }

    private List<Cell> cells(Contact contact, Locale locale) {
        var person = contact.person();
        return List.of(
                Cell.text("+" + contact.phone()),
                text(person.surname()),
                text(person.name()),
                text(person.patronymic()),
                person.sex() == null
                        ? Cell.empty()
                        : Cell.text(messages.getMessage(
                                "contacts.sex." + person.sex().code(), null, locale)),
                person.birthday() == null ? Cell.empty() : Cell.day(person.birthday()),
                text(person.email()),
                text(person.comment()),
                text(contact.origin().operator()),
                text(contact.origin().region()));
    }

    private static Cell text(@Nullable String value) {
        return value == null ? Cell.empty() : Cell.text(value);
    }
}
