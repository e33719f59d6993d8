package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.contacts.domain.OwnValues;
import io.vestnik.platform.contacts.domain.Sex;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an account as the form of a contact asks for them. */
@Component
class FormFields {
    private final Fields fields;
    private final FieldTexts texts;
    private final Format format;
    private final Clock clock;

    FormFields(Fields fields, FieldTexts texts, Format format, Clock clock) {
        this.fields = fields;
        this.texts = texts;
        this.format = format;
        this.clock = clock;
    }

    /**
     * One field.
     *
     * @param input how it is typed: {@code text}, {@code tel}, {@code email}, {@code number}, {@code date}, {@code select} or
     *     {@code textarea}
     */
    record Asked(
            String key,
            String title,
            String input,
            String value,
            int most,
            @Nullable String help,
            List<Option> options) {}

    /**
     * What the form asks for: the fields of the group when it is about one, otherwise the account's; and whatever has a value, so that
     * nothing is kept that cannot be seen.
     */
    List<Asked> asked(AccountId account, ContactForm form) {
        return of(account, form.groups()).stream()
                .filter(field -> field.filled()
                        && (field.shown() || !form.value(field.key()).isEmpty()))
                .map(field -> asked(field, form.value(field.key())))
                .toList();
    }

    List<NamedField> of(AccountId account, Set<GroupId> groups) {
        return groups.size() == 1 ? fields.all(account, groups.iterator().next()) : fields.all(account);
    }

    /** What is known without being typed. */
    record Fact(String title, String value) {}

    /** What is found out about a contact, and what time it is where they are. */
    List<Fact> facts(AccountId account, Contact contact) {
        List<Fact> facts = new ArrayList<>(fields.all(account).stream()
                .filter(field -> !field.filled() && field.shown())
                .map(field -> new Fact(texts.title(field), texts.value(field, contact)))
                .toList());
        facts.add(new Fact(
                format.text("contacts.local-time"),
                format.dateTime(clock.instant(), contact.origin().zone())));
        return facts;
    }

    private Asked asked(NamedField field, String value) {
        String help =
                Set.of("phone", "name").contains(field.key()) ? format.text("contacts." + field.key() + ".help") : null;
        return new Asked(
                field.key(),
                format.text(field.titleKey()),
                input(field),
                field.kind() == FieldKind.NUMBER ? value.replace('.', decimalComma()) : value,
                field.most(),
                help,
                options(field, value));
    }

    private char decimalComma() {
        return format.text("contacts.decimal-comma").charAt(0);
    }

    private static String input(NamedField field) {
        return switch (field.key()) {
            case "phone" -> "tel";
            case "email" -> "email";
            case "comment" -> "textarea";
            default ->
                switch (field.kind()) {
                    case TEXT -> "text";
                    case NUMBER -> "number";
                    case DATE -> "date";
                    case CHOICE, YES_NO -> "select";
                    case MOMENT -> throw new IllegalArgumentException("Nobody types a moment: " + field.key());
                };
        };
    }

    private List<Option> options(NamedField field, String value) {
        if (field.kind() == FieldKind.YES_NO) {
            return Stream.of(OwnValues.YES, OwnValues.NO)
                    .map(it -> new Option(it, format.text("contacts." + it)))
                    .toList();
        }
        if (field.key().equals("sex")) {
            return Stream.of(Sex.values())
                    .map(sex -> new Option(sex.code(), format.text("contacts.sex." + sex.code())))
                    .toList();
        }
        List<Option> options = new ArrayList<>(
                field.choices().stream().map(it -> new Option(it, it)).toList());
        if (field.kind() == FieldKind.CHOICE
                && !value.isEmpty()
                && !field.choices().contains(value)) {
            options.add(new Option(value, value));
        }
        return options;
    }
}
