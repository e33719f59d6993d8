package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a list shows besides its rows; made step by step from what the address asked for.
 *
 * @param id the element's id and the prefix of its parts; lower-case letters, digits and dashes
 * @param shape what the list is made of
 * @param page the rows that are shown now
 * @param arranged the columns as the person has arranged them: names, with a minus those that are hidden; null when nobody could
 */
public record ListView(
        String id,
        ListQuery query,
        Shape shape,
        Page page,
        @Nullable List<String> arranged) {

    private static final int FEW_COLUMNS = 3;

    /**
     * What a list is made of.
     *
     * @param searchKey key of the hint in the search field; null when the list has no search
     * @param columns as the page declares them
     * @param fields what conditions may be set on
     * @param selectable rows have a box to select them
     * @param exportPath path of the export, offered as xlsx and csv; null when there is none
     * @param grouped conditions may stand in groups, all or any of which are to be met
     */
    public record Shape(
            @Nullable String searchKey,
            List<Column> columns,
            List<Filter> filters,
            List<Field> fields,
            boolean selectable,
            @Nullable String exportPath,
            boolean grouped) {
        public Shape {
            columns = List.copyOf(columns);
            filters = List.copyOf(filters);
            fields = List.copyOf(fields);
        }
    }

    /**
     * A page of rows.
     *
     * @param shown how many there are
     * @param next cursor of the next page; null on the last one
     * @param total how many match in all; null when it was not counted
     * @param countPath where to ask afterwards how many match in all; null when nobody does
     */
    public record Page(
            int shown,
            @Nullable String next,
            @Nullable Long total,
            @Nullable String countPath) {}

    public ListView {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("Not an id of a list: " + id);
        }
        arranged = arranged == null ? null : List.copyOf(arranged);
    }

    /** A list without search, columns, filters and rows. */
    public static ListView of(String id, ListQuery query) {
        Shape bare = new Shape(null, List.of(), List.of(), List.of(), false, null, false);
        return new ListView(id, query, bare, new Page(0, null, null, null), null);
    }

    private ListView with(Shape other) {
        return new ListView(id, query, other, page, arranged);
    }

    /** With a search field and this hint in it. */
    public ListView searchable(String hintKey) {
        return with(new Shape(
                hintKey,
                shape.columns,
                shape.filters,
                shape.fields,
                shape.selectable,
                shape.exportPath,
                shape.grouped));
    }

    /** With these columns, left to right; the first names the row and is always shown. */
    public ListView columns(Column... these) {
        return with(new Shape(
                shape.searchKey,
                List.of(these),
                shape.filters,
                shape.fields,
                shape.selectable,
                shape.exportPath,
                shape.grouped));
    }

    /** With one more filter chip. */
    public ListView filter(Filter filter) {
        List<Filter> more = new ArrayList<>(shape.filters);
        more.add(filter);
        return with(new Shape(
                shape.searchKey, shape.columns, more, shape.fields, shape.selectable, shape.exportPath, shape.grouped));
    }

    /** With conditions that people set on these fields; the page asks its query for them. */
    public ListView fields(List<Field> these) {
        return with(new Shape(
                shape.searchKey,
                shape.columns,
                shape.filters,
                these,
                shape.selectable,
                shape.exportPath,
                shape.grouped));
    }

    /** With conditions on these fields that may stand in groups; the page asks its query for the {@link ListQuery#rule}. */
    public ListView groupedFields(List<Field> these) {
        return with(new Shape(
                shape.searchKey, shape.columns, shape.filters, these, shape.selectable, shape.exportPath, true));
    }

    /** With a box at each row, and a bulk bar. */
    public ListView withSelection() {
        return with(new Shape(
                shape.searchKey, shape.columns, shape.filters, shape.fields, true, shape.exportPath, shape.grouped));
    }

    /** With an export: the path answers {@code format=xlsx} and {@code format=csv} for the same search and filters. */
    public ListView exportable(String path) {
        return with(new Shape(
                shape.searchKey, shape.columns, shape.filters, shape.fields, shape.selectable, path, shape.grouped));
    }

    /** With this page of rows: how many are shown, the cursor of the next page, how many match in all if it was counted. */
    public ListView page(int rows, @Nullable String nextCursor, @Nullable Long matching) {
        return new ListView(id, query, shape, new Page(rows, nextCursor, matching, null), arranged);
    }

    /** With how many match in all asked for when the page is there: the path answers with {@code shell/list :: total}. */
    public ListView countedAt(String path) {
        return new ListView(id, query, shape, new Page(page.shown, page.next, page.total, path), arranged);
    }

    /** With the columns as the person has arranged them; an empty list is the page's own order. */
    public ListView arranged(List<String> names) {
        return new ListView(id, query, shape, page, names);
    }

    public @Nullable String searchKey() {
        return shape.searchKey;
    }

    public List<Filter> filters() {
        return shape.filters;
    }

    public List<Field> fields() {
        return shape.fields;
    }

    public boolean selectable() {
        return shape.selectable;
    }

    public @Nullable String exportPath() {
        return shape.exportPath;
    }

    /** Whether conditions may stand in groups. */
    public boolean grouped() {
        return shape.grouped;
    }

    /** The address that tells how many match in all; null when nobody asks. */
    public @Nullable String countLink() {
        return page.countPath == null ? null : query.linkAt(page.countPath);
    }

    public int shown() {
        return page.shown;
    }

    public @Nullable Long total() {
        return page.total;
    }

    /** A column in the menu of columns. */
    public record Choice(Column column, boolean shown, boolean fixed) {}

    /** All columns in the person's order; one that the arrangement does not know yet comes last, as the page wants it. */
    public List<Choice> choices() {
        List<String> names = arranged == null ? List.of() : arranged;
        List<Choice> choices = new ArrayList<>();
        for (String name : names) {
            String bare = name.startsWith("-") ? name.substring(1) : name;
            shape.columns.stream()
                    .filter(column -> column.name().equals(bare))
                    .filter(column -> choices.stream().noneMatch(it -> it.column.equals(column)))
                    .findFirst()
                    .ifPresent(column -> choices.add(choice(column, bare.equals(name))));
        }
        shape.columns.stream()
                .filter(column -> choices.stream().noneMatch(it -> it.column.equals(column)))
                .forEach(column -> choices.add(choice(column, !column.extra())));
        return choices;
    }

    private Choice choice(Column column, boolean wanted) {
        boolean names = column.equals(shape.columns.getFirst());
        return new Choice(column, wanted || names, names);
    }

    /** The columns that are shown, left to right. */
    public List<Column> columns() {
        return choices().stream().filter(Choice::shown).map(Choice::column).toList();
    }

    /** Whether the person may choose and order the columns. */
    public boolean arrangeable() {
        return arranged != null && shape.columns.size() > FEW_COLUMNS;
    }

    /** Whether the columns stand otherwise than the page declares them. */
    public boolean rearranged() {
        return arranged != null && !arranged.isEmpty();
    }

    /** The conditions that are set. */
    public List<Clause> clauses() {
        return Clause.of(query, shape.fields);
    }

    /** The conditions that are set, in their groups; the outermost one is all of them. */
    public ClauseGroup clauseTree() {
        return ClauseGroup.of(query, shape.fields);
    }

    /** The codes of all tests that its fields know. */
    public List<String> tests() {
        return shape.fields.stream()
                .flatMap(field -> field.tests().stream())
                .distinct()
                .sorted()
                .map(Condition.Test::code)
                .toList();
    }

    /** The number of the next condition; null when there are as many as an address may have. */
    public @Nullable Integer nextClause() {
        List<Integer> taken = clauses().stream().map(Clause::number).toList();
        for (int number = 0; number < Clause.MOST; number++) {
            if (!taken.contains(number)) {
                return number;
            }
        }
        return null;
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
        return page.shown == 0;
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
        if (page.next == null) {
            return null;
        }
        String here = query.link("after", null);
        return here + (here.contains("?") ? "&" : "?") + "after="
                + java.net.URLEncoder.encode(page.next, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The address of the first page; null when this is it. */
    public @Nullable String firstLink() {
        return query.after().isPresent() ? query.link("after", null) : null;
    }

    /** The address of the export in a format; null when there is none. */
    public @Nullable String exportLink(String format) {
        if (shape.exportPath == null) {
            return null;
        }
        return query.linkAt(shape.exportPath + "?format=" + format);
    }
}
