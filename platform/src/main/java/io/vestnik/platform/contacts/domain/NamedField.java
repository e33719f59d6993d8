package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.shell.GivenTitle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of an account's contacts, as forms, columns, filters, placeholders, loads and exports go by it.
 *
 * @param key what values are kept and asked for by: the word of {@link ContactField} or of what is found, such as {@code region}, or
 *     {@code f12}
 * @param given the name that the account gave it; null where a built-in field keeps its own
 * @param choices what a choice chooses from as it is kept; empty for other kinds
 * @param shown false when the account does not use it: it is offered nowhere
 */
public record NamedField(
        String key, Source source, FieldKind kind, @Nullable String given, List<String> choices, boolean shown) {

    /** Where its values come from. */
    public enum Source {
        /** Built in, filled by people. */
        BUILT_IN,
        /** Made by the account, filled by people; kept among {@link Person#others}. */
        OWN,
        /** Found out about the phone, or about the contact itself: nobody fills it. */
        FOUND
    }

    public NamedField {
        choices = List.copyOf(choices);
        if (source == Source.OWN && given == null) {
            throw new IllegalArgumentException("A field of an account's own has a name: " + key);
        }
    }

    /** The key of its title in a bundle, or the name given in its place: for {@code #{…}} and columns alike. */
    public String titleKey() {
        return given == null ? "contacts." + key : GivenTitle.of(given);
    }

    /** Whether people, and tables that they load, fill it. */
    public boolean filled() {
        return source != Source.FOUND;
    }

    public boolean own() {
        return source == Source.OWN;
    }

    /** What it is in the code; none for a field of an account's own and for what is found. */
    public Optional<ContactField> builtIn() {
        return ContactField.ofKey(key);
    }

    /** The most characters a value of it may have. */
    public int most() {
        return builtIn().map(ContactField::most).orElse(OwnValues.LONGEST);
    }
}
