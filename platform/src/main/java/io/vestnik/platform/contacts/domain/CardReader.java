package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.ContactCards.Fault;
import io.vestnik.platform.contacts.ContactCards.Told;
import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes contacts of what programs tell. What a table would load without a cell is refused here: a program can be told so at once. */
@Component
class CardReader {
    private final Fields fields;
    private final LoadRules rules;

    CardReader(Fields fields, LoadRules rules) {
        this.fields = fields;
        this.rules = rules;
    }

    /** What came of reading one. */
    sealed interface Read {
        record Understood(NewContact contact) implements Read {}

        record No(Fault fault) implements Read {}
    }

    /** A reader for people of this account, who knows its fields and its day. */
    Function<Told, Read> of(AccountId account) {
        Map<String, NamedField> known = new HashMap<>();
        fields.all(account).stream().filter(NamedField::filled).forEach(field -> known.put(field.key(), field));
        known.remove(ContactField.PHONE.key());
        LocalDate today = rules.today(account);
        return told -> read(told, known, today);
    }

    private Read read(Told told, Map<String, NamedField> known, LocalDate today) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> own = new HashMap<>();
        for (Map.Entry<String, String> entry : told.fields().entrySet()) {
            NamedField field = known.get(entry.getKey());
            if (field == null) {
                return new Read.No(new Fault(entry.getKey(), "unknown_field"));
            }
            String text = CellReader.text(entry.getValue());
            if (text.length() > field.most()) {
                return new Read.No(new Fault(field.key(), "too_long"));
            }
            if (!text.isEmpty()) {
                Optional<String> value = value(field, text, today);
                if (value.isEmpty()) {
                    return new Read.No(new Fault(field.key(), "bad_value"));
                }
                (field.own() ? own : values).put(field.key(), value.get());
            }
        }
        return new Read.Understood(rules.contact(told.phone(), person(values, own)));
    }

    private static Optional<String> value(NamedField field, String text, LocalDate today) {
        return field.own()
                ? OwnValues.read(field, text)
                : switch (field.builtIn().orElseThrow()) {
                    case SEX -> Sex.read(text).map(Sex::code);
                    case BIRTHDAY -> CellReader.birthday(text, today).map(LocalDate::toString);
                    case EMAIL -> CellReader.email(text);
                    case PHONE, NAME, SURNAME, PATRONYMIC, COMMENT ->
                        text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
                };
    }

    private static Person person(Map<String, String> values, Map<String, String> own) {
        String birthday = values.get(ContactField.BIRTHDAY.key());
        return new Person(
                values.get(ContactField.NAME.key()),
                values.get(ContactField.SURNAME.key()),
                values.get(ContactField.PATRONYMIC.key()),
                sex(values.get(ContactField.SEX.key())),
                birthday == null ? null : LocalDate.parse(birthday),
                values.get(ContactField.EMAIL.key()),
                values.get(ContactField.COMMENT.key()),
                own);
    }

    private static @Nullable Sex sex(@Nullable String code) {
        return code == null ? null : Sex.read(code).orElseThrow();
    }
}
