package io.vestnik.platform.contacts.domain;

import io.vestnik.tabular.RefusalReason;
import java.util.Locale;

/** What a person is told of a table that cannot be read: keys of the bundle. */
public final class TableRefusals {
    private TableRefusals() {}

    /** The key of the sentence that says what is wrong and what to do. */
    public static String key(RefusalReason reason) {
        return "contacts.load.refused." + reason.name().toLowerCase(Locale.ROOT);
    }
}
