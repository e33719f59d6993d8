package io.vestnik.platform.shell;

import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param name the value of {@code sort} in the address; lower-case letters, digits and underscores
 * @param titleKey key in the module's bundle
 * @param numeric aligned to the right, digits of one width
 * @param sortable the head of the column is a link
 * @param extra hidden until a person chooses it
 */
public record Column(String name, String titleKey, boolean numeric, boolean sortable, boolean extra) {

    public Column {
        if (!name.matches("[a-z0-9_]{1,40}")) {
            throw new IllegalArgumentException("Not a column name: " + name);
        }
    }

    /** A column of texts, not sortable. */
    public static Column text(String name, String titleKey) {
        return new Column(name, titleKey, false, false, false);
    }

    /** A column of numbers, not sortable. */
    public static Column number(String name, String titleKey) {
        return new Column(name, titleKey, true, false, false);
    }

    /** The same column, sortable: its head becomes a link. */
    public Column sorted() {
        return new Column(name, titleKey, numeric, true, extra);
    }

    /** The same column, hidden until a person chooses it. */
    public Column onDemand() {
        return new Column(name, titleKey, numeric, sortable, true);
    }

    /** The style of its cells; null for an ordinary one. */
    public @Nullable String style() {
        return numeric ? "v-number" : null;
    }
}
