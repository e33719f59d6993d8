package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TextSplitterTests {
    private static final String ALPHABET = "abc XYZ 019 @£¥èÇ\nØ\rÅΔΩÆß!¤¿ñà^{}\\[~]|€\f";
    private static final List<RouteAlphabet> ALPHABETS = List.of(RouteAlphabet.values());
    private static final List<Concatenation> WAYS = List.of(Concatenation.values());
    private static final String ANY = ALPHABET + "привет Ёё “”…№ ₽ 日本 `\t";

    @Test
    void writesAMessageOfOnePartWithoutAHeader() {
        List<Part> parts = new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_8).split("@ok€", 7);
        assertThat(parts).hasSize(1);
        assertThat(hex(parts.getFirst())).isEqualTo("006f6b1b65");
        assertThat(parts.getFirst().udh()).isFalse();
        assertThat(parts.getFirst().dataCoding()).isZero();
        assertThat(parts.getFirst().needsSar()).isFalse();
    }

    @Test
    void writesCyrillicAsBigEndianUnits() {
        List<Part> parts = new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_8).split("Яa", 0);
        assertThat(hex(parts.getFirst())).isEqualTo("042f0061");
        assertThat(parts.getFirst().dataCoding()).isEqualTo(8);
    }

    @Test
    void writesFlashesWithTheirClassInTheGsmAlphabet() {
        TextSplitter splitter = TextSplitter.ofFlashes(Concatenation.UDH_8);
        Part latin = splitter.split("@ok", 0).getFirst();
        assertThat(hex(latin)).isEqualTo("006f6b");
        assertThat(latin.dataCoding()).isEqualTo(0x10);
        assertThat(splitter.split("ж".repeat(71), 0)).hasSize(2).allMatch(part -> part.dataCoding() == 0x18);
    }

    @Test
    void putsAnEightBitReferenceIntoTheHeader() {
        List<Part> parts = new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_8).split("ж".repeat(71), 0x1CC);
        assertThat(hex(parts.get(0))).startsWith("050003cc0201" + "0436").hasSize(140 * 2);
        assertThat(hex(parts.get(1))).isEqualTo("050003cc0202" + "0436".repeat(4));
        assertThat(parts).allMatch(Part::udh).noneMatch(Part::needsSar);
    }

    @Test
    void putsASixteenBitReferenceIntoTheHeader() {
        List<Part> parts = new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_16).split("a".repeat(161), 0x11CC);
        assertThat(hex(parts.get(1))).isEqualTo("06080411cc0202" + "61".repeat(9));
    }

    @Test
    void leavesTheHeaderToTheNetworkWithSar() {
        List<Part> parts = new TextSplitter(RouteAlphabet.GSM, Concatenation.SAR).split("a".repeat(161), 0x11CC);
        assertThat(parts).noneMatch(Part::udh).allMatch(Part::needsSar);
        assertThat(parts.get(1).place()).isEqualTo(new PartPlace(0x11CC, 2, 2));
        assertThat(hex(parts.get(1))).isEqualTo("61".repeat(8));
    }

    @Test
    void writesLatin1AndAsciiAsTheyAre() {
        Part latin = new TextSplitter(RouteAlphabet.LATIN1, Concatenation.UDH_8)
                .split("Ä[@", 0)
                .getFirst();
        assertThat(hex(latin)).isEqualTo("c45b40");
        assertThat(latin.dataCoding()).isZero();
        Part ascii = new TextSplitter(RouteAlphabet.ASCII, Concatenation.UDH_8)
                .split("$_{", 0)
                .getFirst();
        assertThat(hex(ascii)).isEqualTo("245f7b");
        Part euro = new TextSplitter(RouteAlphabet.LATIN1, Concatenation.UDH_8)
                .split("€", 0)
                .getFirst();
        assertThat(hex(euro)).isEqualTo("20ac");
        assertThat(euro.dataCoding()).isEqualTo(8);
    }

    @Test
    void refusesATextOfMorePartsThanCanBeNumbered() {
        TextSplitter splitter = new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_8);
        assertThat(splitter.split("a".repeat(153 * 255), 0)).hasSize(255);
        assertThatThrownBy(() -> splitter.split("a".repeat(153 * 255 + 1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256");
    }

    @Test
    void saysNothingOfTheTextInALog() {
        Part part = new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_8)
                .split("secret 1234", 0)
                .getFirst();
        assertThat(part.toString()).doesNotContain("1234").contains("11 bytes");
    }

    @Test
    void keepsTheLawsOfDivisionForAnyText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            RouteAlphabet alphabet = ALPHABETS.get(random.nextInt(3));
            Concatenation concatenation = WAYS.get(random.nextInt(3));
            checkLaws(text, alphabet, concatenation, "seed " + seed + ", text " + i);
        }
    }

    private static void checkLaws(String text, RouteAlphabet alphabet, Concatenation concatenation, String as) {
        TextMeter meter = new TextMeter(alphabet, concatenation);
        int counted = meter.measure(text);
        List<Part> parts = new TextSplitter(alphabet, concatenation).split(text, 0xABCD);
        assertThat(parts).as(as).hasSize(counted);
        StringBuilder joined = new StringBuilder();
        int units = 0;
        int last = 0;
        int room = counted == 1
                ? Concatenation.unitsAlone(meter.encoding())
                : concatenation.unitsPerPart(meter.encoding());
        for (Part part : parts) {
            String body = body(part, alphabet);
            last = units(body, meter.encoding());
            assertThat(last).as(as).isBetween(text.isEmpty() ? 0 : 1, room);
            assertThat(wholePairs(body, text)).as(as).isTrue();
            units += last;
            joined.append(body);
            assertThat(part.place().sequence()).as(as).isEqualTo(parts.indexOf(part) + 1);
        }
        assertThat(joined.toString()).as(as).isEqualTo(text);
        TextSize size = meter.size();
        assertThat(units).as(as).isEqualTo(size.units());
        assertThat(last).as(as).isEqualTo(size.usedInLast());
        assertThat(size.leftInLast()).as(as).isEqualTo(room - last);
    }

    private static String body(Part part, RouteAlphabet alphabet) {
        Received received = Received.read(part.userData(), part.dataCoding(), part.udh(), alphabet);
        assertThat(received).isInstanceOf(Received.Text.class);
        Received.Text text = (Received.Text) received;
        if (part.udh()) {
            assertThat(text.place()).isEqualTo(part.place());
        }
        return text.text();
    }

    private static int units(String body, Encoding encoding) {
        return switch (encoding) {
            case GSM7 -> GsmAlphabet.encode(body).length;
            case UCS2 -> body.length();
        };
    }

    /** A part may begin or end with half a pair only where the text itself has a half. */
    private static boolean wholePairs(String body, String text) {
        boolean halves = text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        return halves || body.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private static String text(RandomGenerator random) {
        int length = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(10);
            case 1 -> 60 + random.nextInt(20);
            case 2 -> 140 + random.nextInt(180);
            default -> random.nextInt(1_000);
        };
        int manner = random.nextInt(5);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (manner) {
                case 0 -> text.append((char) ('a' + random.nextInt(26)));
                case 1 -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 2 -> text.append(ANY.charAt(random.nextInt(ANY.length())));
                case 3 -> text.appendCodePoint(random.nextInt(3) == 0 ? 0x1F600 + random.nextInt(50) : 'ж');
                default -> text.append((char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }

    private static String hex(Part part) {
        return HexFormat.of().formatHex(part.userData());
    }
}
