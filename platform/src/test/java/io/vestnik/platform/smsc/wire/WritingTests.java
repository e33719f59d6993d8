package io.vestnik.platform.smsc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies as programs were answered by the service, byte for byte. */
class WritingTests {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private static String written(Answer answer, Form form) {
        return new String(bytes(answer, form, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Answer answer, Form form, Charset charset) {
        return Writing.bytes(answer, new Params(Map.of(), charset, form));
    }

    private static Answer one(Object... members) {
        return new Answer.One(Item.of(members));
    }

    @Test
    void writesAMemberALineInJson() {
        assertThat(written(one("id", 33L, "cnt", 1), Form.JSON))
                .isEqualTo("{\n\"id\": 33,\n\"cnt\": 1\n}")
                .hasSize(22);
        assertThat(written(one("balance", "282.75"), Form.JSON)).isEqualTo("{\n\"balance\": \"282.75\"\n}");
        assertThat(written(one("id", 14, "cnt", 1, "cost", "4.1", "balance", "83.6"), Form.JSON))
                .isEqualTo("{\n\"id\": 14,\n\"cnt\": 1,\n\"cost\": \"4.1\",\n\"balance\": \"83.6\"\n}");
        assertThat(written(new Answer.Many(List.of()), Form.JSON)).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | no money | 275 | ERROR = 3 (no money), ID - 275",
                "6 | message is denied | 542 | ERROR = 6 (message is denied), ID - 542",
                "7 | invalid number | 541 | ERROR = 7 (invalid number), ID - 541",
                "8 | can't to deliver | 639 | ERROR = 8 (can't to deliver), ID - 639",
                "9 | duplicate request, wait a minute | | ERROR = 9 (duplicate request, wait a minute)"
            },
            quoteCharacter = '"')
    void writesRefusalsForPeople(int code, String words, String id, String line) {
        assertThat(written(new Answer.Refused(new Fault(code, words), id), Form.TEXT))
                .isEqualTo(line);
    }

    @Test
    void writesRefusalsForPrograms() {
        Answer number = new Answer.Refused(Fault.NUMBER, "34");
        Answer duplicate = new Answer.Refused(Fault.DUPLICATE);
        assertThat(written(number, Form.JSON))
                .isEqualTo("{\n\"error\": \"invalid number\",\n\"error_code\": 7,\n\"id\": 34\n}");
        assertThat(written(duplicate, Form.JSON))
                .isEqualTo("{\n\"error\": \"duplicate request, wait a minute\",\n\"error_code\": 9\n}");
        assertThat(written(new Answer.Refused(Fault.AUTHORISE), Form.JSON))
                .isEqualTo("{\n\"error\": \"authorise error\",\n\"error_code\": 2\n}");
        assertThat(written(number, Form.VALUES)).isEqualTo("34,-7");
        assertThat(written(duplicate, Form.VALUES)).isEqualTo("0,-9");
        assertThat(written(new Answer.Refused(Fault.AUTHORISE), Form.XML))
                .isEqualTo("<result>\n<error>authorise error</error>\n<error_code>2</error_code>\n</result>");
    }

    @Test
    void saysDoneInEachForm() {
        assertThat(written(new Answer.Done(), Form.TEXT)).isEqualTo("OK");
        assertThat(written(new Answer.Done(), Form.VALUES)).isEqualTo("OK");
        assertThat(written(new Answer.Done(), Form.JSON)).isEqualTo("{\n\"result\": \"OK\"\n}");
    }

    @Test
    void writesOneLineARecordWithCommas() {
        Answer several = new Answer.Many(List.of(
                Item.of("status", 1).values(1, 1629048442, 0).more("", "182", "89995190557"),
                Item.of("status", -3).values(-3, "", "").more("", "138", "89995190557")));
        assertThat(written(several, Form.VALUES)).isEqualTo("1,1629048442,0,182,89995190557\n-3,,,138,89995190557");
    }

    @Test
    void writesListsWithinRecordsInEachForm() {
        Answer sent = new Answer.One(Item.of("id", 7, "cnt", 1)
                .text("OK - 1 SMS, ID - 7")
                .with("phones", List.of(Item.of("phone", "79", "mccmnc", "25001", "cost", "1.40"))));
        assertThat(written(sent, Form.TEXT)).isEqualTo("OK - 1 SMS, ID - 7\nphone = 79, mccmnc = 25001, cost = 1.40");
        assertThat(written(sent, Form.VALUES)).isEqualTo("7,1\n79,25001,1.40");
        assertThat(written(sent, Form.XML))
                .isEqualTo("<result>\n<id>7</id>\n<cnt>1</cnt>\n<phones>\n"
                        + "<phone mccmnc=\"25001\" cost=\"1.40\">79</phone>\n</phones>\n</result>");
        assertThat(written(sent, Form.JSON))
                .isEqualTo("{\n\"id\": 7,\n\"cnt\": 1,\n\"phones\": [{\n\"phone\": \"79\",\n\"mccmnc\": \"25001\",\n"
                        + "\"cost\": \"1.40\"\n}]\n}");
    }

    @Test
    void losesNoLetterInFormsThatCanTellItOtherwise() {
        Answer text = one("message", "Да \"<&>\"\n\u4e2d\ud83d\ude00");
        assertThat(new String(bytes(text, Form.JSON, CYRILLIC), CYRILLIC))
                .isEqualTo("{\n\"message\": \"Да \\\"<&>\\\"\\n\\u4e2d\\ud83d\\ude00\"\n}");
        assertThat(new String(bytes(text, Form.XML, CYRILLIC), CYRILLIC))
                .isEqualTo("<result>\n<message>Да &quot;&lt;&amp;&gt;&quot;\n&#20013;&#128512;</message>\n</result>");
        assertThat(written(text, Form.VALUES)).doesNotContain("\n");
    }
}
