package io.vestnik.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnsweredTests {

    @Test
    void anAnswerIsWholeWithTheLastOctetOfItsBodyAndNotBefore() {
        assertThat(wholeAfter("HTTP/1.1 201 \r\nContent-Length: 2\r\n\r\n{}")).isEqualTo(201);
        assertThat(wholeAfter("HTTP/1.1 204 \r\nDate: now\r\n\r\n")).isEqualTo(204);
        assertThat(wholeAfter("HTTP/1.1 200 \r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .isEqualTo(200);
    }

    @Test
    void itIsSeenThatTheServerWillClose() {
        Answered answer = new Answered();
        add(answer, "HTTP/1.1 200 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.isLast()).isTrue();
    }

    private static int wholeAfter(String whole) {
        Answered answer = new Answered();
        for (int i = 0; i < whole.length(); i++) {
            assertThat(answer.isWhole()).as("after %d octets", i).isFalse();
            add(answer, whole.substring(i, i + 1));
        }
        assertThat(answer.isWhole()).isTrue();
        return answer.status();
    }

    private static void add(Answered answer, String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        answer.add(octets, octets.length);
    }
}
