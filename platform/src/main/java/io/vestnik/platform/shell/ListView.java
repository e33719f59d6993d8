package io.vestnik.platform.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a list shows besides its rows; made step by step from what the address asked for.
 *
 * @param id the element's id and the prefix of its parts; lower-case letters, digits and dashes
 * @param searchKey key of the hint in the search field; null when the list has no search
 * @param next cursor of the next page; null on the last one
 * @param total how many match in all; null when it was not counted
 * @param selectable rows have a box to select them
 * @param exportPath path of the export, offered as xlsx and csv; null when there is none
 */
public record ListView(
        String id,
        ListQuery query,
        @Nullable String searchKey,
        List<Column> columns,
        List<Filter> filters,
        int shown,
        @Nullable String next,
        @Nullable Long total,
        boolean selectable,
        @Nullable String exportPath) {

    public ListView {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("Not an id of a list: " + id);
        }
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }

    /** A list without search, columns, filters and rows. */
    public static ListView of(String id, ListQuery query) {
        return new ListView(id, query, null, List.of(), List.of(), 0, null, null, false, null);
    }

    /** With a search field and this hint in it. */
    public ListView searchable(String hintKey) {
        return new ListView(id, query, hintKey, columns, filters, shown, next, total, selectable, exportPath);
    }

    /** With these columns, left to right. */
    public ListView columns(Column... these) {
        return new ListView(id, query, searchKey, List.of(these), filters, shown, next, total, selectable, exportPath);
    }

    /** With one more filter chip. */
    public ListView filter(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new ListView(id, query, searchKey, columns, more, shown, next, total, selectable, exportPath);
    }

    /** With a box at each row, and a bulk bar. */
    public ListView withSelection() {
        return new ListView(id, query, searchKey, columns, filters, shown, next, total, true, exportPath);
    }

    /** With an export: the path answers {@code format=xlsx} and {@code format=csv} for the same search and filters. */
    public ListView exportable(String path) {
        return new ListView(id, query, searchKey, columns, filters, shown, next, total, selectable, path);
    }

    /** With this page of rows: how many are shown, the cursor of the next page, how many match in all if it was counted. */
    public ListView page(int rows, @Nullable String nextCursor, @Nullable Long matching) {
        return new ListView(id, query, searchKey, columns, filters, rows, nextCursor, matching, selectable, exportPath);
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
        return shown == 0;
    }

    /** How many cells a row has. */
    public int width() {
        return columns.size() + (selectable ? 1 : 0);
    }

    /** The address that sorts by the column, or turns its order round. */
    public String sortLink(Column column) {
        return query.link("sort", sorting(column).equals("ascending") ? "-" + column.name() : column.name());
    }

    /** The order of the column as {@code aria-sort} says it. */
    public String sorting(Column column) {
        String sort = query.parameters().getOrDefault("sort", "");
        if (sort.equals(column.name())) {
            return "ascending";
        }
        return sort.equals("-" + column.name()) ? "descending" : "none";
    }

    /** What the filter is set to, as the person reads it; null when it is not set. */
    public @Nullable String chosen(Filter filter) {
        return query.filter(filter.name())
                .flatMap(value -> filter.options().stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst())
                .map(Option::label)
                .orElse(null);
    }

    /** The address of the next page; null on the last one. */
    public @Nullable String nextLink() {
        if (next == null) {
            return null;
        }
        String here = query.link("after", null);
        return here + (here.contains("?") ? "&" : "?") + "after="
                + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The address of the first page; null when this is it. */
    public @Nullable String firstLink() {
        return query.after().isPresent() ? query.link("after", null) : null;
    }

    /** The address of the export in a format; null when there is none. */
    public @Nullable String exportLink(String format) {
        if (exportPath == null) {
            return null;
        }
        return query.linkAt(exportPath + "?format=" + format);
    }
}
