package io.vestnik.platform.smsc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTests {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MUTATIONS = 100_000;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Params sound(Reading.Read read) {
        assertThat(read.sound()).isTrue();
        return read.params();
    }

    @ParameterizedTest
    @CsvSource({
        "'', %CF%F0%E8%E2%E5%F2",
        "windows-1251, %CF%F0%E8%E2%E5%F2",
        "utf-8, %D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82",
        "UTF-8, %D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82",
        "koi8-r, %F0%D2%C9%D7%C5%D4"
    })
    void readsTextsInTheCharsetThatTheRequestNames(String charset, String encoded) {
        String query = "mes=" + encoded + "&charset=" + charset;
        assertThat(sound(Reading.read(query, null, new byte[0])).get("mes")).isEqualTo("Привет");
        assertThat(sound(Reading.read(null, FORM, bytes(query))).get("mes")).isEqualTo("Привет");
    }

    @Test
    void readsFieldsAndFilesOfMultipartBodies() {
        String body = "--b7\r\nContent-Disposition: form-data; name=\"charset\"\r\n\r\nutf-8\r\n"
                + "--b7\r\nContent-Disposition: form-data; name=\"mes\"\r\nContent-Type: text/plain\r\n\r\n"
                + new String("При\r\nвет".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                + "\r\n--b7\r\nContent-Disposition: form-data; name=\"file0\"; filename=\"a.txt\"\r\n\r\n%%%\r\n"
                + "--b7\r\nContent-Disposition: form-data; name=sender\r\n\r\n\r\n--b7--\r\n";
        Params params = sound(Reading.read("login=alex&mes=no", "multipart/form-data; boundary=\"b7\"", bytes(body)));
        assertThat(params.get("login")).isEqualTo("alex");
        assertThat(params.get("mes")).isEqualTo("При\r\nвет");
        assertThat(params.names("file0")).isFalse();
        assertThat(params.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.txt");
            assertThat(file.bytes()).isEqualTo(bytes("%%%"));
        });
        assertThat(params.names("sender")).isTrue();
        assertThat(params.has("sender")).isFalse();
    }

    @Test
    void believesTheBodyMoreThanTheAddress() {
        Params params = sound(Reading.read("fmt=1&mes=a&phones=1", FORM, bytes("mes=b&fmt=3")));
        assertThat(params.get("mes")).isEqualTo("b");
        assertThat(params.get("phones")).isEqualTo("1");
        assertThat(params.form()).isEqualTo(Form.JSON);
    }

    @Test
    void readsJsonObjects() {
        Params params = sound(Reading.readJson(
                "{\"login\":\"alex\",\"phones\":[\"7900\",7901],\"mes\":\"Привет\",\"cost\":3,\"op\":true,\"id\":null}"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(params.get("phones")).isEqualTo("7900,7901");
        assertThat(params.get("mes")).isEqualTo("Привет");
        assertThat(params.get("cost")).isEqualTo("3");
        assertThat(params.on("op")).isTrue();
        assertThat(params.form()).isEqualTo(Form.JSON);
        assertThat(params.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void keepsPasswordsAndTextsOutOfWords() {
        Params params = sound(Reading.read("login=alex&psw=4zq-secret&mes=4zq-text", null, new byte[0]));
        assertThat(params.toString()).doesNotContain("4zq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset=utf-8&mes=%FF%FE", "mes=%98", "charset=latin-9&mes=a"})
    void refusesBytesThatMeanNothingInTheirCharset(String query) {
        assertThat(Reading.read("fmt=3&" + query, null, new byte[0]))
                .matches(read -> !read.sound())
                .matches(read -> read.params().form() == Form.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=b7", "multipart/form-data; boundary=other"
            })
    void refusesMultipartBodiesThatHaveNoEnd(String type) {
        byte[] body = bytes("--b7\r\nContent-Disposition: form-data; name=\"mes\"\r\n\r\nПривет");
        assertThat(Reading.read(null, type, body).sound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"mes\":{\"a\":1}}", "{\"mes\":\"a", "{\"phones\":[[1]]}", "\u0000", ""})
    void refusesJsonThatIsNoFlatObject(String json) {
        assertThat(Reading.readJson(json.getBytes(StandardCharsets.UTF_8)).sound())
                .isFalse();
    }

    @Test
    void refusesFieldsThatAreTooLongOrTooMany() {
        assertThat(Reading.read(null, FORM, bytes("mes=" + "a".repeat(10 << 20)))
                        .sound())
                .isFalse();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= Fields.MOST; i++) {
            many.append("f").append(i).append("=1&");
        }
        assertThat(Reading.read(null, FORM, bytes(many.toString())).sound()).isFalse();
        assertThat(Reading.read("n".repeat(Fields.LONGEST_NAME + 1) + "=1", null, new byte[0])
                        .sound())
                .isFalse();
    }

    @Test
    void neverFailsOnWhatItCannotRead() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] seeds = {
            "login=a&psw=b&phones=79990000001&mes=%CF%F0%E8&charset=utf-8&fmt=3&list=7:a%0A8:b",
            "--b7\r\nContent-Disposition: form-data; name=\"mes\"\r\n\r\ntext\r\n--b7\r\nContent-Disposition: form-data;"
                    + " name=\"f\"; filename=\"x\"\r\n\r\nfile\r\n--b7--",
            "{\"phones\":[\"7\",8],\"mes\":\"a\\u0041\",\"op\":true,\"x\":null}"
        };
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = mutated(bytes(seeds[random.nextInt(seeds.length)]), random);
            assertThatCode(() -> {
                        Params params = Reading.read(
                                        new String(body, StandardCharsets.ISO_8859_1),
                                        "multipart/form-data; boundary=b7",
                                        body)
                                .params();
                        Reading.read(null, FORM, body);
                        Reading.readJson(body);
                        params.asked();
                        params.number("mes");
                    })
                    .as("seed %d, request %d", seed, i)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        for (int change = random.nextInt(6); change >= 0; change--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return java.util.Arrays.copyOf(changed, random.nextInt(changed.length + 1));
    }

    @Test
    void answersInTheCharsetOfTheRequest() {
        assertThat(Reading.read("charset=koi8-r", null, new byte[0]).params().charset())
                .isEqualTo(Charset.forName("KOI8-R"));
        assertThat(Reading.read(null, null, new byte[0]).params().charset()).isEqualTo(Charset.forName("windows-1251"));
    }
}
