package io.vestnik.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Tells the kind of a file by its content and opens it by that. */
final class Opening {

    private static final int MAGIC = 8;

    /** First bytes (as ISO 8859-1) of what people rename into a table; anything else binary is found by its zeros. */
    private static final Map<String, String> FOREIGN = Map.of(
            "\u00FF\u00D8\u00FF", "a JPEG picture",
            "\u0089PNG", "a PNG picture",
            "GIF8", "a GIF picture",
            "%PDF-", "a PDF document",
            "\u001F\u008B", "a gzip archive",
            "7z\u00BC\u00AF", "a 7z archive",
            "Rar!", "a RAR archive");

    private Opening() {}

    static OpenResult open(Path path, ReadLimits limits, ReadOptions options) throws IOException {
        long size = Files.size(path);
        if (size == 0) {
            return new OpenResult.Refused(RefusalReason.EMPTY_FILE, "no bytes");
        }
        if (size > limits.fileBytes()) {
            return new OpenResult.Refused(
                    RefusalReason.TOO_LARGE, size + " bytes of " + limits.fileBytes() + " allowed");
        }
        String magic = magic(path);
        if (magic.startsWith("PK\3\4") || magic.startsWith("PK\5\6")) {
            // General purpose bit 0 of the first entry (APPNOTE 4.4.4).
            return magic.length() > 6 && (magic.charAt(6) & 1) == 1
                    ? new OpenResult.Refused(RefusalReason.NOT_A_TABLE, "an encrypted zip archive")
                    : XlsxTable.open(path, limits);
        }
        if (magic.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return XlsTable.open(path, limits);
        }
        if (isBareBiff(magic)) {
            return new OpenResult.Refused(RefusalReason.OLD_XLS, "a worksheet of Excel 2 to 4");
        }
        Optional<String> foreign = FOREIGN.entrySet().stream()
                .filter(kind -> magic.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (foreign.isPresent()) {
            return new OpenResult.Refused(RefusalReason.NOT_A_TABLE, foreign.get());
        }
        return TextTable.open(path, limits, options);
    }

    private static String magic(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(MAGIC), StandardCharsets.ISO_8859_1);
        }
    }

    /** Before the compound file, Excel wrote its records bare: BOF is 0x0009, 0x0209 or 0x0409 with 4 or 6 bytes. */
    private static boolean isBareBiff(String magic) {
        return magic.length() >= 4
                && magic.charAt(0) == 9
                && "\0\2\4".indexOf(magic.charAt(1)) >= 0
                && (magic.charAt(2) == 4 || magic.charAt(2) == 6)
                && magic.charAt(3) == 0;
    }
}
