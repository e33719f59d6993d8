package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an account's own fields are kept, and what it changed of the built-in ones. */
public interface FieldStore {
    /**
     * What is kept of a field.
     *
     * @param name the name given; null where a built-in field keeps its own
     * @param kind null for a built-in field
     * @param place where it stands among the others, from 0; null where it was never moved
     */
    record Row(
            String key,
            @Nullable String name,
            @Nullable FieldKind kind,
            List<String> choices,
            @Nullable Integer place,
            boolean hidden) {
        public Row {
            choices = List.copyOf(choices);
        }
    }

    /** All of them but the deleted ones. */
    List<Row> list(AccountId account);
}
