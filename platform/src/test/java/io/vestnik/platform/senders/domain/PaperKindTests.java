package io.vestnik.platform.senders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaperKindTests {
    @Test
    void tellsAKindByItsContent() {
        assertThat(PaperKind.of("scan.jpg", bytes("\u00FF\u00D8\u00FF\u00E0"))).contains(PaperKind.JPG);
        assertThat(PaperKind.of("scan.JPEG", bytes("\u00FF\u00D8\u00FF\u00DB"))).contains(PaperKind.JPG);
        assertThat(PaperKind.of("scan.tif", bytes("II*\0"))).contains(PaperKind.TIF);
        assertThat(PaperKind.of("scan.tiff", bytes("MM\0*"))).contains(PaperKind.TIF);
        assertThat(PaperKind.of("letter.pdf", bytes("%PDF-1.4"))).contains(PaperKind.PDF);
        assertThat(PaperKind.of("scan.png", bytes("\u0089PNG\r\n\u001A\n"))).contains(PaperKind.PNG);
        assertThat(PaperKind.of("all.zip", bytes("PK\u0003\u0004"))).contains(PaperKind.ZIP);
        assertThat(PaperKind.of("all.rar", bytes("Rar!\u001A\u0007\u0001"))).contains(PaperKind.RAR);
    }

    @Test
    void takesNothingWhoseContentOrNameSaysOtherwise() {
        assertThat(PaperKind.of("letter.pdf", bytes("<html>"))).isEmpty();
        assertThat(PaperKind.of("letter.pdf", bytes("%PDF"))).isEmpty();
        assertThat(PaperKind.of("letter.docx", bytes("PK\u0003\u0004"))).isEmpty();
        assertThat(PaperKind.of("letter.pdf.exe", bytes("%PDF-1.4"))).isEmpty();
        assertThat(PaperKind.of("letter", bytes("%PDF-1.4"))).isEmpty();
        assertThat(PaperKind.of("", new byte[0])).isEmpty();
    }

    private static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }
}
