package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.sms.Body;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages that are not a plain text for now. */
class MessageKindTests extends AsProgram {
    private static final String HELLO = "{\"sender\":\"VESTNIK\",\"recipient\":\"+79161234567\",\"text\":\"Привет\"}";

    @Autowired
    private OnePath path;

    @BeforeEach
    void startAnew() {
        path.taken.clear();
    }

    @Test
    void takesFlashesOctetsAndATime() {
        String json = """
            {"messages": [
              {"sender": "VESTNIK", "to": "+79161234567", "text": "Привет", "flash": true,
               "send_at": "2026-11-01T09:00:00+03:00"},
              {"sender": "VESTNIK", "to": "+79161234567", "short_links": true,
               "binary": {"udh": "0605040B8423F0", "data": "00FF", "data_coding": 245, "protocol_id": 1}},
              {"sender": "VESTNIK", "to": "+79161234567", "binary": {"data": "00ff"}}]}\
            """;

        assertThat(post("/api/v1/messages", json)).hasStatusOk();
        assertThat(path.taken)
                .extracting(NewMessage::body)
                .containsExactly(
                        new Body.Text("Привет", true),
                        new Body.Binary("0605040b8423f0", "00ff", 245, 1),
                        new Body.Binary("", "00ff", 4, 0));
        assertThat(path.taken)
                .extracting(NewMessage::sendAt)
                .containsExactly(Instant.parse("2026-11-01T06:00:00Z"), null, null);
    }

    @Test
    void tellsWhatIsWrongWithOctetsAndTimes() {
        String json = """
            {"messages": [
              {"sender": "VESTNIK", "to": "+79161234567", "text": "Привет", "send_at": "2999-01-01T09:00:00+03:00"},
              {"sender": "VESTNIK", "to": "+79161234567", "text": "Привет", "send_at": "2026-12-01T09:00:00"},
              {"sender": "VESTNIK", "to": "+79161234567", "text": "Привет", "binary": {"data": "ff"}},
              {"sender": "VESTNIK", "to": "+79161234567", "binary": {}},
              {"sender": "VESTNIK", "to": "+79161234567", "binary": {"data": "f"}},
              {"sender": "VESTNIK", "to": "+79161234567", "binary": {"udh": "05ff", "data": "ff"}},
              {"sender": "VESTNIK", "to": "+79161234567", "binary": {"data": "ff", "data_coding": 8}},
              {"sender": "VESTNIK", "to": "+79161234567", "binary": {"data": "ff", "protocol_id": 256}}]}\
            """;

        assertThat(post("/api/v1/messages", json)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items": [
              {"error": {"pointer": "/messages/0/send_at", "code": "out_of_range"}},
              {"error": {"pointer": "/messages/1/send_at", "code": "not_a_time"}},
              {"error": {"pointer": "/messages/2/binary", "code": "not_beside"}},
              {"error": {"pointer": "/messages/3/binary", "code": "out_of_range"}},
              {"error": {"pointer": "/messages/4/binary", "code": "not_hexadecimal"}},
              {"error": {"pointer": "/messages/5/binary/udh", "code": "bad_header"}},
              {"error": {"pointer": "/messages/6/binary/data_coding", "code": "unknown"}},
              {"error": {"pointer": "/messages/7/binary/protocol_id", "code": "out_of_range"}}]}\
            """);
        assertThat(path.taken).isEmpty();
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        String misspelt = HELLO.replace("{", "{\"send_on\":\"2026-12-31T10:00:00Z\",");
        assertThat(post("/api/v1/messages", "{\"messages\":[" + HELLO + "],\"dry\":true}"))
                .hasStatus(422);
        assertThat(post("/api/v1/messages", misspelt))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/send_on\",\"code\":\"unknown_field\"}]}");
        assertThat(path.taken).isEmpty();
    }
}
