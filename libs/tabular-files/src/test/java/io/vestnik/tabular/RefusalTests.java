package io.vestnik.tabular;

import static io.vestnik.tabular.TestWorkbook.relation;
import static io.vestnik.tabular.TestWorkbook.relations;
import static io.vestnik.tabular.TestWorkbook.worksheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTests {

    private static final String CELL = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>";

    @TempDir
    Path folder;

    static Stream<Arguments> badInputs() throws IOException {
        return Stream.of(
                arguments("no bytes", new byte[0], RefusalReason.EMPTY_FILE),
                arguments("spaces and line ends", utf8(" \r\n\r\n  "), RefusalReason.EMPTY_FILE),
                arguments("a mark and nothing else", utf8("\uFEFF"), RefusalReason.EMPTY_FILE),
                arguments("separators only", utf8(";;;\r\n;;;\r\n"), RefusalReason.EMPTY_FILE),
                arguments(
                        "a workbook without rows", new TestWorkbook().sheet("").bytes(), RefusalReason.EMPTY_FILE),
                arguments(
                        "a workbook of formatted blank cells",
                        TestWorkbook.ofCells("<c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"1\"/>")
                                .bytes(),
                        RefusalReason.EMPTY_FILE),
                arguments("a jpg", latin("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0\1\2"), RefusalReason.NOT_A_TABLE),
                arguments("a png", latin("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR"), RefusalReason.NOT_A_TABLE),
                arguments("a pdf", latin("%PDF-1.7\n1 0 obj"), RefusalReason.NOT_A_TABLE),
                arguments("a gzip", gzip(), RefusalReason.NOT_A_TABLE),
                arguments("random bytes", random(5000), RefusalReason.NOT_A_TABLE),
                arguments("a text with a zero", latin("name;phone\nA\0B;1\n"), RefusalReason.NOT_A_TABLE),
                arguments("a page", utf8("\n<!DOCTYPE html><html><table></table></html>"), RefusalReason.NOT_A_TABLE),
                arguments("xml", utf8("<?xml version=\"1.0\"?><Workbook/>"), RefusalReason.NOT_A_TABLE),
                arguments("rtf", utf8("{\\rtf1\\ansi text}"), RefusalReason.NOT_A_TABLE),
                arguments("a zip of a text", zip("contacts.csv", "a;b"), RefusalReason.NOT_A_TABLE),
                arguments("an empty zip", TestWorkbook.zip(Map.of()), RefusalReason.NOT_A_TABLE),
                arguments("an encrypted zip", encryptedZip(), RefusalReason.NOT_A_TABLE),
                arguments("a docx", docx(), RefusalReason.NOT_A_TABLE),
                arguments("an xlsb", main("xl/workbook.bin").bytes(), RefusalReason.NOT_A_TABLE),
                arguments("an old doc", TestWorkbook.compound("WordDocument"), RefusalReason.NOT_A_TABLE),
                arguments(
                        "an encrypted xlsx",
                        TestWorkbook.compound("EncryptionInfo", "EncryptedPackage"),
                        RefusalReason.PASSWORD_PROTECTED),
                arguments("an xls with nothing in it", TestWorkbook.compound("Workbook"), RefusalReason.DAMAGED),
                arguments("an xls of 95", TestWorkbook.compound("Book"), RefusalReason.OLD_XLS),
                arguments("an xls of version 4", latin("\u0009\4\6\0\0\0\u0010\0\0\0"), RefusalReason.OLD_XLS),
                arguments(
                        "a compound file cut off",
                        Arrays.copyOf(TestWorkbook.compound("Workbook"), 600),
                        RefusalReason.DAMAGED),
                arguments("a quote never closed", utf8("\"name;phone\nAnna;1\nBoris;2\n"), RefusalReason.DAMAGED));
    }

    static Stream<Arguments> badWorkbooks() {
        byte[] good = new TestWorkbook().sheet(CELL).bytes();
        return Stream.of(
                arguments("an xlsx cut off", Arrays.copyOf(good, good.length / 2), RefusalReason.DAMAGED),
                arguments("a sheet that is missing", new TestWorkbook().bytes(), RefusalReason.DAMAGED),
                arguments(
                        "no sheets",
                        new TestWorkbook()
                                .part("xl/workbook.xml", TestWorkbook.workbook(""))
                                .bytes(),
                        RefusalReason.DAMAGED),
                arguments("XML cut off", part(worksheet(CELL).substring(0, 130)), RefusalReason.DAMAGED),
                arguments("UTF-16", sheet(worksheet(CELL).getBytes(StandardCharsets.UTF_16LE)), RefusalReason.DAMAGED),
                arguments(
                        "an entity of a document type",
                        part("<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + worksheet("&e;").substring(38)),
                        RefusalReason.DAMAGED),
                arguments(
                        "an entity out of nowhere",
                        part(worksheet("<row><c><v>&e;</v></c></row>")),
                        RefusalReason.DAMAGED),
                arguments(
                        "an endless comment",
                        part("<!--" + letters().replace("a", "<a>") + "-->"),
                        RefusalReason.DAMAGED),
                arguments(
                        "an endless attribute",
                        part("<a b='" + letters().replace("a", ">") + "'/>"),
                        RefusalReason.DAMAGED),
                arguments("a bottomless nesting", part("<a>".repeat(1000)), RefusalReason.DAMAGED),
                arguments("names without end", part(worksheet(manyNames())), RefusalReason.DAMAGED),
                arguments(
                        "a text that is not there",
                        part(worksheet("<row><c t=\"s\"><v>7</v></c></row>")),
                        RefusalReason.DAMAGED),
                arguments(
                        "a column beyond the last",
                        part(worksheet("<row><c r=\"XFE1\"><v>7</v></c></row>")),
                        RefusalReason.DAMAGED),
                arguments(
                        "a cell without end",
                        part(worksheet("<row><c t=\"str\"><v>" + "ab".repeat(20_000) + "</v></c></row>")),
                        RefusalReason.CELL_TOO_LARGE),
                arguments(
                        "blank rows that unpack 200 times",
                        part(worksheet("<row></row>".repeat(500_000))),
                        RefusalReason.ZIP_BOMB),
                arguments("a list of a million parts", listOfParts(), RefusalReason.ZIP_BOMB));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({"badInputs", "badWorkbooks"})
    void refusesBadInputByItsReason(String what, byte[] content, RefusalReason reason) throws IOException {
        OpenResult result = TabularFile.open(TableFixtures.file(folder, content), ReadLimits.standard());
        assertThat(result)
                .as(what)
                .isInstanceOfSatisfying(
                        OpenResult.Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.detail())
                                .isEqualTo(reason));
    }

    @Test
    void refusesAFileOverTheSizeWithoutReadingIt() throws IOException {
        Path path = TableFixtures.file(folder, "a;b\n1;2\n");
        assertThat(TabularFile.open(path, ReadLimits.standard().withFileBytes(7)))
                .isEqualTo(new OpenResult.Refused(RefusalReason.TOO_LARGE, "8 bytes of 7 allowed"));
    }

    @Test
    void tellsWhileReadingThatThereAreTooManyRows() throws IOException {
        Path path = TableFixtures.file(folder, "1\n\n2\n\n3\n4\n");
        assertThat(brokenWhileReading(path, ReadLimits.standard().withRows(3))).isEqualTo(RefusalReason.TOO_MANY_ROWS);
    }

    @Test
    void tellsWhileReadingThatAQuoteSwallowsTheFile() throws IOException {
        Path path = TableFixtures.file(folder, "a;b\n\"x;" + "y;z\n".repeat(50_000));
        assertThat(brokenWhileReading(path, ReadLimits.standard())).isEqualTo(RefusalReason.CELL_TOO_LARGE);
    }

    @Test
    void tellsWhileReadingThatTheRestIsCutOff() throws IOException {
        StringBuilder xml = new StringBuilder(worksheet(""));
        xml.setLength(xml.indexOf("</sheetData>"));
        xml.append(CELL.repeat(2_000)).append("<row><c");
        byte[] bytes = part(xml.toString());
        assertThat(brokenWhileReading(TableFixtures.file(folder, bytes), ReadLimits.standard()))
                .isEqualTo(RefusalReason.DAMAGED);
    }

    @Test
    void leavesNoOpenFileBehindARefusal() throws IOException {
        Path path = TableFixtures.file(folder, new TestWorkbook().sheet("").bytes());
        TabularFile.open(path, ReadLimits.standard());
        Path descriptors = Path.of("/proc/self/fd");
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> open = Files.list(descriptors)) {
                assertThat(open.filter(link -> pointsTo(link, path))).isEmpty();
            }
        }
    }

    private static boolean pointsTo(Path link, Path path) {
        try {
            return Files.readSymbolicLink(link).equals(path);
        } catch (IOException e) {
            return false;
        }
    }

    private static RefusalReason brokenWhileReading(Path path, ReadLimits limits) throws IOException {
        OpenResult result = TabularFile.open(path, limits);
        assertThat(result).isInstanceOf(OpenResult.Opened.class);
        try (TabularFile table = ((OpenResult.Opened) result).file()) {
            return catchThrowableOfType(UnreadableTableException.class, () -> TableFixtures.rows(table))
                    .refused()
                    .reason();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] part(String sheet) {
        return sheet(utf8(sheet));
    }

    private static byte[] sheet(byte[] sheet) {
        return new TestWorkbook().part("xl/worksheets/sheet1.xml", sheet).bytes();
    }

    private static TestWorkbook main(String target) {
        return new TestWorkbook().part("_rels/.rels", relations(relation("rId1", "officeDocument", target)));
    }

    private static byte[] docx() {
        return main("word/document.xml")
                .part("word/document.xml", "<document><body/></document>")
                .bytes();
    }

    private static byte[] zip(String name, String content) {
        return TestWorkbook.zip(Map.of(name, utf8(content)));
    }

    private static byte[] encryptedZip() {
        byte[] zip = zip("contacts.xlsx", "secret");
        zip[6] |= 1;
        return zip;
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(random(100));
        }
        return bytes.toByteArray();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        bytes[0] = 'x';
        return bytes;
    }

    /** Over a MiB that packs badly. */
    private static String letters() {
        return new Random(5)
                .ints(1_500_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String manyNames() {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            xml.append("<n").append(i).append("/>");
        }
        return xml.toString();
    }

    /** Only the end record lies: it announces a list of 64 MB. */
    private static byte[] listOfParts() {
        byte[] zip = new TestWorkbook().sheet(CELL).bytes();
        zip[zip.length - 22 + 15] = 4;
        return zip;
    }
}
