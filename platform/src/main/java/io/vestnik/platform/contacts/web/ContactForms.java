package io.vestnik.platform.contacts.web;

import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.contacts.domain.CellReader;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.LoadRules;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.contacts.domain.NewContact;
import io.vestnik.platform.contacts.domain.OwnValues;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.contacts.domain.Sex;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands the form of a contact, or says of each field what is wrong with it. */
@Component
class ContactForms {
    private final LoadRules rules;
    private final Fields fields;
    private final Format format;

    ContactForms(LoadRules rules, Fields fields, Format format) {
        this.rules = rules;
        this.fields = fields;
        this.format = format;
    }

    /** What the form says. */
    sealed interface Reading {
        record Understood(NewContact contact) implements Reading {}

        record Wrong(FieldErrors errors) implements Reading {}
    }

    /**
     * Reads the form.
     *
     * @param before the person as they are, whose values stay where the form has no such field
     */
    Reading read(AccountId account, Person before, ContactForm form) {
        FieldErrors errors = FieldErrors.none();
        Map<String, String> values = new HashMap<>(before.values());
        for (NamedField field : fields.all(account)) {
            if (!field.filled() || !form.has(field.key()) || field.key().equals(ContactField.PHONE.key())) {
                continue;
            }
            String written = CellReader.text(form.value(field.key())).strip();
            Optional<String> value = written.isEmpty() ? Optional.of("") : understood(account, field, written);
            if (value.isEmpty() && !unchanged(before, field, written)) {
                errors = errors.and(field.key(), fault(field, written));
            }
            value.ifPresent(it -> put(values, field.key(), it));
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
                        : new Reading.Understood(rules.contact(parsed.number().digits(), person(values)));
        };
    }

    /** The value as it is kept; none when it cannot be understood. */
    private Optional<String> understood(AccountId account, NamedField field, String written) {
        if (written.length() > field.most()) {
            return Optional.empty();
        }
        Optional<ContactField> builtIn = field.builtIn();
        if (builtIn.isEmpty()) {
            return OwnValues.read(field, written);
        }
        return switch (builtIn.get()) {
            case SEX -> Sex.read(written).map(Sex::code);
            case BIRTHDAY -> CellReader.birthday(written, rules.today(account)).map(LocalDate::toString);
            case EMAIL -> CellReader.email(written);
            case PHONE, NAME, SURNAME, PATRONYMIC, COMMENT -> Optional.of(written);
        };
    }

    /** A value from before the choices or the kind were what they are now may stay. */
    private static boolean unchanged(Person before, NamedField field, String written) {
        return written.equals(before.values().get(field.key()));
    }

    private String fault(NamedField field, String written) {
        if (written.length() > field.most()) {
            return format.text("contacts.too-long", field.most());
        }
        return field.builtIn()
                .map(it -> format.text("contacts." + it.key() + ".wrong"))
                .orElseGet(() -> format.text("contacts.wrong." + field.kind().code()));
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (value.isEmpty()) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    private static Person person(Map<String, String> values) {
        Map<String, String> others = new HashMap<>(values);
        for (ContactField field : ContactField.values()) {
            others.remove(field.key());
        }
        @Nullable String birthday = values.get(ContactField.BIRTHDAY.key());
        @Nullable String sex = values.get(ContactField.SEX.key());
        return new Person(
                values.get(ContactField.NAME.key()),
                values.get(ContactField.SURNAME.key()),
                values.get(ContactField.PATRONYMIC.key()),
                sex == null ? null : Sex.read(sex).orElse(null),
                birthday == null ? null : LocalDate.parse(birthday),
                values.get(ContactField.EMAIL.key()),
                values.get(ContactField.COMMENT.key()),
                others);
    }
}
