package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.PlaceholderSource;
import io.vestnik.platform.texts.Texts.Placeholder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The fields of a contact, and what is found of their number, as placeholders: by the names given, by their own in Russian and in English, and by the names that groups
 * have for them; a field that the account hides is still understood in texts that name it.
 */
@Component
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
        // The name is what a text begins with.
        List<NamedField> sorted = fields.all(account).stream()
                .sorted(Comparator.comparing(field -> !field.key().equals(ContactField.NAME.key())))
                .toList();
        for (NamedField field : sorted) {
            if (field.filled() || FOUND.contains(field.key())) {
                Optional<String> example = texts.example(account, field);
                for (String name : names.inTexts(field)) {
                    add(all, name, field.key(), example);
                }
                if (field.key().equals(ContactField.EMAIL.key())) {
                    add(all, EMAIL, field.key(), example);
                }
            }
        }
        store.groupNames(account).forEach((name, key) -> {
            if (all.stream().anyMatch(it -> it.field().equals(key))) {
                add(all, name, key, Optional.empty());
            }
        });
        return all;
    }

    /** A name belongs to the field that was first to have it. */
    private static void add(List<Placeholder> all, String name, String field, Optional<String> example) {
        if (Character.isLetter(name.codePointAt(0))
                && all.stream()
                        .noneMatch(it -> it.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))) {
            all.add(new Placeholder(name, field, example.orElse(null)));
        }
    }
}
