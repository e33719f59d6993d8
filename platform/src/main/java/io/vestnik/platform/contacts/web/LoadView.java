package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.TablePreviews.Sight;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.tabular.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page before a load shows. */
@Component
class LoadView {
    private static final int ROWS = 8;
    private static final int COLUMNS = 60;
    private static final int LONGEST_CELL = 60;

    private final Contacts contacts;
    private final Format texts;

    LoadView(Contacts contacts, Format texts) {
        this.contacts = contacts;
        this.texts = texts;
    }

    /**
     * A column with the choice of its field.
     *
     * @param field the key of the chosen field; empty when it is not loaded
     */
    record ColumnLine(int number, String title, String field, List<String> cells) {}

    /**
     * Fills the model.
     *
     * @param choice what was chosen so far; its columns are empty when nothing was
     */
    void fill(AccountId account, Sight.Table table, LoadChoice choice, Model model) {
        boolean chosen = !choice.columns().isEmpty();
        boolean header = chosen ? choice.header() : table.header();
        Map<Integer, ContactField> columns = chosen ? choice.columns() : table.columns();
        model.addAttribute("file", table.file());
        model.addAttribute("sheets", table.sheets());
        model.addAttribute("sheet", table.sheet());
        model.addAttribute("rowsCount", Math.max(0, table.estimatedRows() - (header ? 1 : 0)));
        model.addAttribute("exact", table.exact());
        model.addAttribute("header", header);
        model.addAttribute("columns", lines(table.rows(), header, columns));
        model.addAttribute("hiddenColumns", Math.max(0, width(table.rows()) - COLUMNS));
        model.addAttribute("fields", fields());
        model.addAttribute(
                "charset", table.charset() == null ? "" : table.charset().name());
        model.addAttribute("textFile", table.charset() != null);
        model.addAttribute("charsets", charsets(table));
        model.addAttribute("separator", separator(table));
        model.addAttribute("separators", separators());
        model.addAttribute("chosenCharset", choice.charset());
        model.addAttribute("chosenSeparator", choice.separator());
        model.addAttribute(
                "group", choice.group().isEmpty() ? table.file().name().replaceFirst("\\.[^.]*$", "") : choice.group());
        model.addAttribute(
                "groups",
                contacts.groups(account).stream()
                        .filter(group -> !group.living())
                        .map(Group::name)
                        .toList());
        model.addAttribute("noPhone", !columns.containsValue(ContactField.PHONE));
        model.addAttribute("refusals", table.refusals());
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("failure", Tone.FAILURE);
    }

    private List<ColumnLine> lines(List<Row> rows, boolean header, Map<Integer, ContactField> columns) {
        List<Row> body = rows.stream().skip(header ? 1 : 0).limit(ROWS).toList();
        List<ColumnLine> lines = new ArrayList<>();
        for (int column = 0; column < Math.min(width(rows), COLUMNS); column++) {
            int number = column;
            String title = header && !rows.isEmpty() ? rows.getFirst().cell(column) : "";
            ContactField field = columns.get(column);
            lines.add(new ColumnLine(
                    column,
                    title.isBlank() ? texts.text("contacts.load.column", column + 1) : cut(title),
                    field == null ? "" : field.key(),
                    body.stream().map(row -> cut(row.cell(number))).toList()));
        }
        return lines;
    }

    private static int width(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    private static String cut(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
    }

    private List<Option> fields() {
        return Stream.concat(
                        Stream.of(new Option("", texts.text("contacts.load.skip"))),
                        Stream.of(ContactField.values())
                                .map(field -> new Option(field.key(), texts.text("contacts." + field.key()))))
                .toList();
    }

    /** The encodings to choose from; the detected one is among them. */
    private static List<Option> charsets(Sight.Table table) {
        String detected = table.charset() == null ? "" : table.charset().name();
        return Stream.concat(Stream.of(detected), LoadChoice.CHARSETS.stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }

    private static String separator(Sight.Table table) {
        return LoadChoice.SEPARATORS.entrySet().stream()
                .filter(it -> it.getValue().equals(table.separator()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private List<Option> separators() {
        return LoadChoice.SEPARATORS.keySet().stream()
                .map(key -> new Option(key, texts.text("contacts.load.separator." + key)))
                .toList();
    }
}
