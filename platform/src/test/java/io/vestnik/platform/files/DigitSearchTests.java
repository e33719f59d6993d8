package io.vestnik.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DigitSearchTests {
    private static final DigitSearch SEARCH = new DigitSearch(List.of("79161234567", "77010000001"));

    @Test
    void findsANumberHoweverItIsWritten() throws IOException {
        for (String written : List.of(
                "79161234567",
                "+7 (916) 123-45-67",
                "8 916 123 45 67",
                "a;9161234567;b",
                "7.9161234567E10",
                "+7\u00a0916\u00a01234567")) {
            assertThat(SEARCH.in(stream(written.getBytes(StandardCharsets.UTF_8))))
                    .as(written)
                    .isTrue();
            assertThat(SEARCH.in(stream(written.getBytes(StandardCharsets.UTF_16LE))))
                    .as("UTF-16 " + written)
                    .isTrue();
        }
    }

    @Test
    void passesOverOtherNumbers() throws IOException {
        for (String written : List.of("", "79161234568", "7916123456;7", "9161234,567", "791612\n34567")) {
            assertThat(SEARCH.in(stream(written.getBytes(StandardCharsets.UTF_8))))
                    .as(written)
                    .isFalse();
        }
    }

    @Test
    void looksIntoArchivesAndTakesWhatItCannotLookIntoForANamingOne() throws IOException {
        byte[] gzip = gzip("x\n8 916 123-45-67".getBytes(StandardCharsets.UTF_8));
        assertThat(SEARCH.in(stream(gzip))).isTrue();
        assertThat(SEARCH.in(stream(zip(gzip)))).isTrue();
        assertThat(SEARCH.in(stream(zip("79160000000".getBytes(StandardCharsets.UTF_8)))))
                .isFalse();
        assertThat(SEARCH.in(stream(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})))
                .isTrue();
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("sheet.xml"));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
