package io.vestnik.platform.smsc.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.smsc.wire.Form;
import io.vestnik.platform.smsc.wire.Params;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReadingTests {
    private static List<Entry> read(String name, String value, String other, String otherValue) {
        return EntryReading.read(new Params(Map.of(name, value, other, otherValue), StandardCharsets.UTF_8, Form.JSON));
    }

    @Test
    void readsPhonesWithEitherSignBetweenThemAndTheCommentBehindTheText() {
        Entry entry = read("phones", "79990000001;+7 (999) 000-00-02, G12", "mes", "Привет\n~~~\nдля себя")
                .getFirst();
        assertThat(entry.phones()).containsExactly("79990000001", "+7 (999) 000-00-02", "G12");
        assertThat(entry.text()).isEqualTo("Привет");
        assertThat(entry.comment()).isEqualTo("для себя");
    }

    @Test
    void readsAListWithSendersZonesAndBreaks() {
        List<Entry> entries = read(
                "list",
                "79990000001:Раз\\nдва\r\n\r\nSHOP|79990000002,79990000003;12:30\nSHOP,4|79990000004:Три",
                "nl",
                "0");
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0).text()).isEqualTo("Раз\nдва");
        assertThat(entries.get(0).sender()).isNull();
        assertThat(entries.get(1).sender()).isEqualTo("SHOP");
        assertThat(entries.get(1).phones()).containsExactly("79990000002", "79990000003");
        assertThat(entries.get(1).text()).isEqualTo("12:30");
        assertThat(entries.get(2).zone()).isEqualTo(ZoneOffset.ofHours(7));
    }

    @Test
    void readsTextsOfSeveralLines() {
        List<Entry> entries = read("list", "79990000001:Раз\n12:30 два\n\n79990000002:Три", "nl", "1");
        assertThat(entries).extracting(Entry::text).containsExactly("Раз\n12:30 два\n", "Три");
    }

    @Test
    void takesAPhoneWithinATextForNoRecipient() {
        List<Entry> entries = read(
                "list", "79990000001,G12:Звоните\n8 (495) 123-45-67: офис\nSHOP|+79990000002, G=7:Ждём", "nl", "1");
        assertThat(entries).extracting(Entry::text).containsExactly("Звоните\n8 (495) 123-45-67: офис", "Ждём");
        assertThat(entries.get(1).phones()).containsExactly("+79990000002", "G=7");
    }

    @Test
    void refusesTextsThatNobodyCouldSendAndTooManyEntries() {
        assertThat(read("phones", "79990000001", "mes", "a".repeat(4_000))).hasSize(1);
        assertThat(read("phones", "79990000001", "mes", "a".repeat(4_001))).isEmpty();
        assertThat(read("list", "79990000001:a\n".repeat(10_000), "nl", "0")).hasSize(10_000);
        assertThat(read("list", "79990000001:a\n".repeat(10_001), "nl", "0")).isEmpty();
        assertThat(read("list", "79990000001:a\n".repeat(10_002), "nl", "1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no colon", "abc:text", "79990000001:ok\nbroken", "SHOP,99|79990000001:x"})
    void refusesListsThatCannotBeUnderstood(String list) {
        assertThat(read("list", list, "nl", "0")).isEmpty();
    }
}
