package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.domain.ConsentColumn;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.LoadDesk;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.contacts.domain.NewField;
import io.vestnik.platform.contacts.domain.TablePreviews.Look;
import io.vestnik.platform.contacts.domain.TablePreviews.SheetSight;
import io.vestnik.platform.contacts.domain.TablePreviews.Sight;
import io.vestnik.platform.contacts.web.LoadChoice.SheetChoice;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.tabular.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What the page before a load shows. */
@Component
class LoadView {
    private static final int ROWS = 8;
    private static final int ROWS_OF_SEVERAL = 4;
    private static final int COLUMNS = 60;
    private static final int LONGEST_CELL = 60;

    private final Contacts contacts;
    private final Fields fields;
    private final ConsentChoices consents;
    private final Format texts;

    LoadView(Contacts contacts, Fields fields, ConsentChoices consents, Format texts) {
        this.contacts = contacts;
        this.fields = fields;
        this.consents = consents;
        this.texts = texts;
    }

    /**
     * A column with the choice of its field.
     *
     * @param field the key of the chosen field; empty when it is not loaded
     * @param fresh what a new field would be called
     * @param likely what it would most likely be, as it is chosen
     */
    record ColumnLine(int number, String title, String field, String fresh, String likely, List<String> cells) {}

    /**
     * A sheet with the choices of its columns.
     *
     * @param prefix what stands in front of the names of its fields
     * @param loaded whether it is to be loaded
     * @param rows how many rows there may be, without the header
     */
    record SheetLine(
            int number,
            String prefix,
            String name,
            boolean loaded,
            boolean header,
            long rows,
            boolean exact,
            List<ColumnLine> columns,
            int hiddenColumns,
            boolean noPhone,
            Map<String, Long> refusals) {
        boolean tellsOfConsents() {
            return loaded && columns.stream().anyMatch(column -> ConsentColumn.isOne(column.field()));
        }
    }

    /** What was chosen, as it was sent. */
    LoadChoice choice(Who who, MultiValueMap<String, String> sent, Sight.Table table) {
        Set<String> keys = fields.shown(who.account()).stream()
                .filter(NamedField::filled)
                .map(NamedField::key)
                .collect(Collectors.toCollection(HashSet::new));
        consents.columns(who).forEach(column -> keys.add(column.value()));
        kinds(who).forEach(kind -> keys.add(kind.value()));
        return LoadChoice.of(sent, keys, table.sheets().size());
    }

    /** The kinds of fields that a column may become: none for who may not make fields. */
    private List<Option> kinds(Who who) {
        return who.may(ContactsRights.EDIT)
                ? NewField.KINDS.stream()
                        .map(kind -> new Option(
                                NewField.placeholder(kind.code()), texts.text("contacts.load.new." + kind.code())))
                        .toList()
                : List.of();
    }

    /** What was said of consents, or what is wrong with it. */
    ConsentChoices.Checked consents(Who who, LoadChoice choice) {
        return consents.check(who, choice);
    }

    /** The load that was chosen. */
    LoadDesk.Plan plan(AccountId account, Sight.Table table, LoadChoice choice, Look look, @Nullable Agreed agreed) {
        List<Sheet> sheets = new ArrayList<>();
        Map<Integer, List<String>> headers = new HashMap<>();
        NewColumns fresh = new NewColumns();
        choice.sheets().forEach((number, chosen) -> {
            if (chosen.loaded()) {
                List<Row> rows = table.sheets().get(number).rows();
                Map<Integer, String> columns =
                        fresh.placed(chosen.columns(), column -> fieldName(rows, chosen.header(), column));
                sheets.add(new Sheet(number, chosen.header() ? 1 : 0, columns));
                if (chosen.header() && !rows.isEmpty()) {
                    headers.put(number, rows.getFirst().cells());
                }
            }
        });
        return new LoadDesk.Plan(table.file().id(), look, sheets, headers, choice.existing(), agreed, fresh.fields());
    }

    /** What a field would be called that a column becomes. */
    private String fieldName(List<Row> rows, boolean header, int column) {
        String name =
                header && !rows.isEmpty() ? NewField.nameOf(rows.getFirst().cell(column)) : "";
        return name.isEmpty() ? texts.text("contacts.load.column", column + 1) : name;
    }

    /**
     * Fills the model.
     *
     * @param choice what was chosen so far; it has no sheets when nothing was
     */
    void fill(Who who, Sight.Table table, LoadChoice choice, Model model) {
        AccountId account = who.account();
        List<SheetLine> sheets = table.sheets().stream()
                .map(sheet -> line(
                        sheet,
                        choice.sheets().get(sheet.number()),
                        table.sheets().size()))
                .toList();
        model.addAttribute("file", table.file());
        model.addAttribute("sheets", sheets);
        model.addAttribute("several", sheets.size() > 1);
        model.addAttribute("moreSheets", table.moreSheets());
        model.addAttribute(
                "rowsCount", sheets.stream().mapToLong(SheetLine::rows).sum());
        model.addAttribute("exact", sheets.stream().allMatch(SheetLine::exact));
        model.addAttribute("fields", options(account));
        model.addAttribute("newKinds", kinds(who));
        model.addAttribute("consentFields", consents.columns(who));
        consents.fill(choice, sheets.stream().anyMatch(SheetLine::tellsOfConsents), model);
        model.addAttribute(
                "charset", table.charset() == null ? "" : table.charset().name());
        model.addAttribute("textFile", table.charset() != null);
        model.addAttribute("charsets", charsets(table));
        model.addAttribute("separator", separator(table));
        model.addAttribute("separators", separators());
        model.addAttribute("chosenCharset", choice.charset());
        model.addAttribute("chosenSeparator", choice.separator());
        model.addAttribute("group", choice.group().isEmpty() ? group(account, table) : choice.group());
        model.addAttribute(
                "groups",
                contacts.groups(account).stream()
                        .filter(group -> !group.living())
                        .map(Group::name)
                        .toList());
        model.addAttribute(
                "existings",
                Stream.of(Existing.values())
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .map(it -> new Option(it, texts.text("contacts.load.existing." + it)))
                        .toList());
        model.addAttribute("existing", choice.existing().name().toLowerCase(Locale.ROOT));
        model.addAttribute("noPhone", sheets.stream().allMatch(SheetLine::noPhone));
        model.addAttribute("refusals", refusals(sheets));
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("failure", Tone.FAILURE);
    }

    /** Where refused rows came from is where they go; another table makes a group of its own name. */
    private String group(AccountId account, Sight.Table table) {
        return table.sheets().stream()
                .map(SheetSight::group)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(group -> contacts.group(account, group))
                .map(Group::name)
                .orElseGet(() -> table.file().name().replaceFirst("\\.[^.]*$", ""));
    }

    private static Map<String, Long> refusals(List<SheetLine> sheets) {
        Map<String, Long> all = new TreeMap<>();
        sheets.forEach(sheet -> sheet.refusals().forEach((reason, count) -> all.merge(reason, count, Long::sum)));
        return all;
    }

    private SheetLine line(SheetSight sheet, @Nullable SheetChoice chosen, int sheets) {
        boolean header = chosen == null ? sheet.header() : chosen.header();
        Map<Integer, String> columns = chosen == null ? sheet.columns() : chosen.columns();
        List<Row> rows = sheet.rows();
        return new SheetLine(
                sheet.number(),
                LoadChoice.prefix(sheet.number()),
                sheet.name(),
                sheets == 1 || (chosen == null ? sheet.hasPhones() : chosen.loaded()),
                header,
                Math.max(0, sheet.estimatedRows() - (header ? 1 : 0)),
                sheet.exact(),
                lines(rows, header, columns, sheets == 1 ? ROWS : ROWS_OF_SEVERAL),
                Math.max(0, width(rows) - COLUMNS),
                !columns.containsValue(ContactField.PHONE.key()),
                sheet.refusals());
    }

    private List<ColumnLine> lines(List<Row> rows, boolean header, Map<Integer, String> columns, int most) {
        List<Row> body = rows.stream().skip(header ? 1 : 0).limit(most).toList();
        List<ColumnLine> lines = new ArrayList<>();
        for (int column = 0; column < Math.min(width(rows), COLUMNS); column++) {
            int number = column;
            String title = header && !rows.isEmpty() ? rows.getFirst().cell(column) : "";
            lines.add(new ColumnLine(
                    column,
                    title.isBlank() ? texts.text("contacts.load.column", column + 1) : cut(title),
                    columns.getOrDefault(column, ""),
                    fieldName(rows, header, column),
                    NewField.placeholder(NewField.likely(rows.stream()
                                    .skip(header ? 1 : 0)
                                    .map(row -> row.cell(number))
                                    .toList())
                            .code()),
                    body.stream().map(row -> cut(row.cell(number))).toList()));
        }
        return lines;
    }

    private List<Option> options(AccountId account) {
        return Stream.concat(
                        Stream.of(new Option("", texts.text("contacts.load.skip"))),
                        fields.shown(account).stream()
                                .filter(NamedField::filled)
                                .map(field -> new Option(field.key(), texts.text(field.titleKey()))))
                .toList();
    }

    private static int width(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    private static String cut(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
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
