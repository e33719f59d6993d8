package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.PlaceholderSource;
import io.vestnik.platform.texts.Speech;
import io.vestnik.platform.texts.Texts.Placeholder;
import io.vestnik.platform.texts.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The fields of a contact, and what is found of their number, as placeholders: by the names given, by their own in Russian and in English, and by the names that groups
 * have for them; a field that the account hides is still understood in texts that name it.
 */
@Component
@Order(0)
class ContactPlaceholders implements PlaceholderSource {
    private static final String EMAIL = "Email";

    /** What is found of a number and makes sense in a text; these keys are {@link NamedField}'s. */
    private static final Set<String> FOUND = Set.of("country", "operator", "region");

    private final Fields fields;
    private final FieldStore store;
    private final FieldNames names;
    private final RecipientTexts texts;

    ContactPlaceholders(Fields fields, FieldStore store, FieldNames names, RecipientTexts texts) {
        this.fields = fields;
        this.store = store;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public List<Placeholder> placeholders(AccountId account) {
        List<Placeholder> all = new ArrayList<>();
        Speech speech = texts.speech(account);
        // The name is what a text begins with.
        List<NamedField> sorted = fields.all(account).stream()
                .sorted(Comparator.comparing(field -> !field.key().equals(ContactField.NAME.key())))
                .toList();
        for (NamedField field : sorted) {
            if (field.filled() || FOUND.contains(field.key())) {
                ValueKind kind = RecipientTexts.kind(field);
                String example = RecipientTexts.example(field, speech).orElse(null);
                for (String name : names.inTexts(field)) {
                    add(all, new Placeholder(name, field.key(), kind, speech, example));
                }
                if (field.key().equals(ContactField.EMAIL.key())) {
                    add(all, new Placeholder(EMAIL, field.key(), kind, speech, example));
                }
            }
        }
        store.groupNames(account)
                .forEach((name, key) -> all.stream()
                        .filter(it -> it.field().equals(key))
                        .findFirst()
                        .ifPresent(it -> add(all, new Placeholder(name, key, it.kind(), speech, null))));
        return all;
    }

    /** A name belongs to the field that was first to have it. */
    private static void add(List<Placeholder> all, Placeholder placeholder) {
        String name = placeholder.name();
        if (Character.isLetter(name.codePointAt(0))
                && all.stream()
                        .noneMatch(it -> it.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))) {
            all.add(placeholder);
        }
    }
}
