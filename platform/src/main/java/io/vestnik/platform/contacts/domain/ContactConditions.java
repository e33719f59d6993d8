package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people may set conditions on: every field that the account uses, groups, and what came of messages. */
@Component
public class ContactConditions {
    private static final int MOST_OPTIONS = 1_000;

    private final Fields fields;
    private final Contacts contacts;
    private final ContactStore store;
    private final Format format;

    ContactConditions(Fields fields, Contacts contacts, ContactStore store, Format format) {
        this.fields = fields;
        this.contacts = contacts;
        this.store = store;
        this.format = format;
    }

    public List<Field> of(AccountId account) {
        Stream<Field> kept = fields.shown(account).stream().map(field -> field(account, field));
        Stream<Field> found = Stream.of(
                Field.number("age", "contacts.age").orNone(),
                Field.choice("group", "contacts.group", groups(account)),
                Field.number("in_groups", "contacts.in_groups"),
                Field.choice("received", "contacts.received", yesNo()),
                Field.number("undelivered", "contacts.undelivered"),
                Field.day("last_sent", "contacts.last_sent")
                        .also(Condition.Test.WITHIN, Condition.Test.OLDER)
                        .orNone(),
                Field.day("last_click", "contacts.last_click")
                        .also(Condition.Test.WITHIN, Condition.Test.OLDER)
                        .orNone());
        return Stream.concat(kept, found)
                .filter(field ->
                        field.kind() != Field.Kind.CHOICE || !field.options().isEmpty())
                .toList();
    }

    private Field field(AccountId account, NamedField field) {
        String key = field.key();
        String title = field.titleKey();
        return switch (key) {
            case "phone" -> Field.text(key, title);
            case "sex" -> Field.choice(key, title, choices(field)).orNone();
            case "operator" ->
                Field.choice(key, title, seen(store.operators(account))).orNone();
            case "region" ->
                Field.choice(key, title, seen(store.regions(account))).orNone();
            default ->
                switch (field.kind()) {
                    case TEXT -> Field.text(key, title).orNone();
                    case NUMBER -> Field.number(key, title).orNone();
                    case DATE ->
                        Field.day(key, title)
                                .also(Condition.Test.WITHIN, Condition.Test.OLDER, Condition.Test.SOON)
                                .orNone();
                    case CHOICE -> Field.choice(key, title, choices(field)).orNone();
                    case YES_NO -> Field.choice(key, title, yesNo()).orNone();
                    case MOMENT -> Field.moment(key, title).also(Condition.Test.WITHIN, Condition.Test.OLDER);
                };
        };
    }

    private List<Option> choices(NamedField field) {
        return field.choices().stream()
                .map(choice -> new Option(choice, field.own() ? choice : format.text("contacts.sex." + choice)))
                .toList();
    }

    private List<Option> yesNo() {
        return List.of(
                new Option(OwnValues.YES, format.text("contacts.yes")),
                new Option(OwnValues.NO, format.text("contacts.no")));
    }

    private List<Option> groups(AccountId account) {
        return contacts.groups(account).stream()
                .filter(group -> !group.living())
                .limit(MOST_OPTIONS)
                .map(group -> new Option(group.id().toString(), group.name()))
                .toList();
    }

    private static List<Option> seen(List<SeenOrigin> seen) {
        return seen.stream()
                .map(origin -> new Option(origin.code(), origin.name()))
                .toList();
    }
}
