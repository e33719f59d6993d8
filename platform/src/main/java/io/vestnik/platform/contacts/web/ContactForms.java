package io.vestnik.platform.contacts.web;

import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.contacts.domain.CellReader;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.LoadRules;
import io.vestnik.platform.contacts.domain.NewContact;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.contacts.domain.Sex;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands the form of a contact, or says of each field what is wrong with it. */
@Component
class ContactForms {
    private final LoadRules rules;
    private final Format format;

    ContactForms(LoadRules rules, Format format) {
        this.rules = rules;
        this.format = format;
    }

    /** What the form says. */
    sealed interface Reading {
        record Understood(NewContact contact) implements Reading {}

        record Wrong(FieldErrors errors) implements Reading {}
    }

    Reading read(AccountId account, ContactForm form) {
        FieldErrors errors = FieldErrors.none();
        for (ContactField field : ContactField.values()) {
            if (field != ContactField.PHONE && form.value(field.key()).length() > field.most()) {
                errors = errors.and(field.key(), format.text("contacts.too-long", field.most()));
            }
        }
        LocalDate birthday = typed(form, ContactField.BIRTHDAY)
                .flatMap(day -> CellReader.birthday(day, rules.today(account)))
                .orElse(null);
        if (birthday == null && typed(form, ContactField.BIRTHDAY).isPresent()) {
            errors = errors.and(ContactField.BIRTHDAY.key(), format.text("contacts.birthday.wrong"));
        }
        String email =
                typed(form, ContactField.EMAIL).flatMap(CellReader::email).orElse(null);
        if (email == null && typed(form, ContactField.EMAIL).isPresent()) {
            errors = errors.and(ContactField.EMAIL.key(), format.text("contacts.email.wrong"));
        }
        return switch (PhoneNumber.parse(form.value(ContactField.PHONE.key()), rules.home(account))) {
            case ParseResult.Refused refused ->
                new Reading.Wrong(errors.and(
                        ContactField.PHONE.key(),
                        format.text(
                                "contacts.refusal." + refused.reason().name().toLowerCase(Locale.ROOT))));
            case ParseResult.Parsed parsed ->
                errors.any()
                        ? new Reading.Wrong(errors)
                        : new Reading.Understood(
                                rules.contact(parsed.number().digits(), person(form, birthday, email)));
        };
    }

    private static Person person(ContactForm form, @Nullable LocalDate birthday, @Nullable String email) {
        return new Person(
                typed(form, ContactField.NAME).orElse(null),
                typed(form, ContactField.SURNAME).orElse(null),
                typed(form, ContactField.PATRONYMIC).orElse(null),
                typed(form, ContactField.SEX).flatMap(Sex::read).orElse(null),
                birthday,
                email,
                typed(form, ContactField.COMMENT).orElse(null));
    }

    private static Optional<String> typed(ContactForm form, ContactField field) {
        return Optional.of(CellReader.text(form.value(field.key())).strip()).filter(text -> !text.isEmpty());
    }
}
