package io.vestnik.platform.contacts.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What fields are called: by the name given, and built-in ones by their own in every language of the pages. */
@Component
class FieldNames {
    private static final List<Locale> LANGUAGES = List.of(Locale.of("ru"), Locale.ENGLISH);

    private final MessageSource messages;

    FieldNames(MessageSource messages) {
        this.messages = messages;
    }

    /** Every name that the field answers to; the given one first. */
    Set<String> of(NamedField field) {
        Set<String> names = new LinkedHashSet<>();
        if (field.given() != null) {
            names.add(field.given());
        }
        if (!field.own()) {
            names.addAll(own(field));
        }
        return names;
    }

    /** What texts may call it, as people look for it: the name given, the Russian one, the key, the English one. */
    List<String> inTexts(NamedField field) {
        List<String> all = new ArrayList<>(of(field));
        if (!field.own()) {
            all.add(all.size() - 1, field.key());
        }
        return all;
    }

    /** Whether a field but this one answers to the name. */
    boolean taken(List<NamedField> all, String name, String but) {
        return all.stream()
                .filter(field -> !field.key().equals(but))
                .anyMatch(field -> of(field).stream().anyMatch(name::equalsIgnoreCase));
    }

    /** Whether a built-in field is called so anyway. */
    boolean isOwn(NamedField field, String name) {
        return !field.own() && own(field).stream().anyMatch(name::equals);
    }

    private List<String> own(NamedField field) {
        return LANGUAGES.stream()
                .map(language -> messages.getMessage("contacts." + field.key(), null, language))
                .toList();
    }
}
