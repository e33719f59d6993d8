package io.vestnik.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook consists of.
 *
 * @param sheets parts of the visible sheets by their names, in order
 * @param since1904 whether days are counted from 1904, as Excel for Mac did
 * @param strings the part of shared strings, empty where there is none
 * @param formats which styles are dates
 */
record WorkbookParts(Map<String, String> sheets, boolean since1904, Optional<String> strings, NumberFormats formats) {

    /** Excel warns at 255 new ones; thousands are an attack on whoever lists them. */
    private static final int MAX_SHEETS = 1_000;

    private static final String DEFAULT_MAIN = "xl/workbook.xml";

    private record Relation(String type, String part) {
        boolean is(String kind) {
            // Transitional and strict documents differ in the address before the last word.
            return type.endsWith("/" + kind);
        }
    }

    private record Sheet(String name, String relation, boolean hidden) {}

    static WorkbookParts of(ZipParts zip, ReadLimits limits) throws IOException {
        String main = relations(zip, "_rels/.rels", "", limits).values().stream()
                .filter(relation -> relation.is("officeDocument"))
                .map(Relation::part)
                .findFirst()
                .orElse(DEFAULT_MAIN);
        List<Sheet> listed = new ArrayList<>();
        boolean since1904 = readMain(zip, main, limits, listed);

        int slash = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, slash);
        Map<String, Relation> relations =
                relations(zip, folder + "_rels/" + main.substring(slash) + ".rels", folder, limits);
        Map<String, String> sheets = visible(listed, relations);
        if (sheets.isEmpty()) {
            throw refused(RefusalReason.DAMAGED, "a workbook without sheets");
        }
        Optional<String> styles = partOf(relations, "styles").filter(zip::has);
        NumberFormats formats = NumberFormats.none();
        if (styles.isPresent()) {
            try (XmlCursor xml = open(zip, styles.get(), limits)) {
                formats = NumberFormats.read(xml);
            }
        }
        return new WorkbookParts(
                sheets, since1904, partOf(relations, "sharedStrings").filter(zip::has), formats);
    }

    private static UnreadableTableException refused(RefusalReason reason, String detail) {
        return new UnreadableTableException(reason, detail);
    }

    /** A walk over a part; throws {@link UnreadableTableException} where the package has none of the name. */
    static XmlCursor open(ZipParts zip, String part, ReadLimits limits) throws IOException {
        return new XmlCursor(
                zip.unpack(part).orElseThrow(() -> refused(RefusalReason.DAMAGED, "a part of the workbook is missing")),
                limits);
    }

    /** Reads the main part: lists its sheets, returns whether days are counted from 1904. */
    private static boolean readMain(ZipParts zip, String main, ReadLimits limits, List<Sheet> sheets)
            throws IOException {
        if (main.endsWith(".bin")) {
            throw refused(RefusalReason.NOT_A_TABLE, "a binary workbook (xlsb)");
        }
        if (!zip.has(main)) {
            throw refused(RefusalReason.NOT_A_TABLE, "a zip archive that is no workbook");
        }
        boolean since1904 = false;
        try (XmlCursor xml = open(zip, main, limits)) {
            if (!xml.nextElement() || !xml.name().equals("workbook")) {
                throw refused(RefusalReason.NOT_A_TABLE, "an Office document that is no workbook");
            }
            while (xml.nextElement()) {
                if (xml.name().equals("workbookPr")) {
                    String value = xml.attributeOrNothing("date1904");
                    since1904 = value.equals("1") || value.equals("true");
                } else if (xml.name().equals("sheet")) {
                    boolean hidden = xml.attributeOrNothing("state")
                            .toLowerCase(Locale.ROOT)
                            .endsWith("hidden");
                    sheets.add(new Sheet(xml.attributeOrNothing("name"), xml.attributeOrNothing("id"), hidden));
                }
                if (sheets.size() > MAX_SHEETS) {
                    throw refused(RefusalReason.DAMAGED, "over " + MAX_SHEETS + " sheets");
                }
            }
        }
        return since1904;
    }

    /** Hidden sheets are left out, people do not know of them, unless there is no other; charts are no tables. */
    private static Map<String, String> visible(List<Sheet> listed, Map<String, Relation> relations) {
        Map<String, String> visible = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>();
        for (Sheet sheet : listed) {
            Relation relation = relations.get(sheet.relation());
            if (relation != null && relation.is("worksheet")) {
                all.putIfAbsent(sheet.name(), relation.part());
                if (!sheet.hidden()) {
                    visible.putIfAbsent(sheet.name(), relation.part());
                }
            }
        }
        return visible.isEmpty() ? all : visible;
    }

    private static Optional<String> partOf(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(relation -> relation.is(kind))
                .map(Relation::part)
                .findFirst();
    }

    /** Relations by id; a target is absolute with a slash in front, else from the folder of its owner. */
    private static Map<String, Relation> relations(ZipParts zip, String part, String folder, ReadLimits limits)
            throws IOException {
        Map<String, Relation> relations = new LinkedHashMap<>();
        if (!zip.has(part)) {
            return relations;
        }
        try (XmlCursor xml = open(zip, part, limits)) {
            while (xml.nextElement() && relations.size() <= MAX_SHEETS * 2) {
                if (xml.name().equals("Relationship")
                        && !xml.attributeOrNothing("TargetMode").equals("External")) {
                    String target = xml.attributeOrNothing("Target").replace('\\', '/');
                    String full = target.startsWith("/") ? target.substring(1) : folder + target;
                    relations.put(
                            xml.attributeOrNothing("Id"), new Relation(xml.attributeOrNothing("Type"), flat(full)));
                }
            }
        }
        return relations;
    }

    /** The path without "." and ".."; it names a part inside the package and never a file. */
    private static String flat(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.equals(".") && !step.equals("..") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
