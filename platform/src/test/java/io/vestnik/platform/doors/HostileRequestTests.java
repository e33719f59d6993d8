package io.vestnik.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.OverHttp;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.domain.KeyRing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way to abuse HTTP at each door that speaks it: refused, told where there is somebody to tell, and nothing lost. */
class HostileRequestTests extends OverHttp {
    private static final int TEN_MB = 10 << 20;
    private static final int HALVES = 200;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    @Autowired
    private JdbcClient jdbc;

    /** A door: where it is, and what its bodies are. */
    enum Door {
        API("/api/v1/messages", JSON),
        SCRIPT("/sys/send.php", FORM),
        REST("/rest/send/", JSON),
        PAGE("/sign-in", FORM);

        private final String path;
        private final String type;

        Door(String path, String type) {
            this.path = path;
            this.type = type;
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesRequestsThatCouldBeReadInTwoWays(Door door) throws IOException {
        String post = "POST " + door.path + " HTTP/1.1\r\nHost: a\r\n";
        for (String request : List.of(
                post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}{}{}",
                post + "Content-Length: 2, 3\r\n\r\n{}{}",
                post + "Content-Length: -1\r\n\r\n{}",
                post + "Content-Length: +2\r\n\r\n{}",
                post + "Content-Length : 2\r\n\r\n{}",
                post + "Content-Length: 99999999999999999999\r\n\r\n{}",
                post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                post + "Host: b\r\n\r\n",
                post + "X: a\u0000b\r\n\r\n",
                post + "X\u0000: a\r\n\r\n",
                post + "X y: a\r\n\r\n",
                post + ": a\r\n\r\n",
                "POST " + door.path + " HTTP/1.1\r\n\r\n",
                "POST " + door.path + " HTTP/9.9\r\nHost: a\r\n\r\n",
                "POST http://elsewhere.example" + door.path + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST " + door.path + "/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /static/..%2f.." + door.path + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "P\u0001ST " + door.path + " HTTP/1.1\r\nHost: a\r\n\r\n")) {
            String hidden = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            List<HttpLine.Answer> said = said(request + hidden);
            assertThat(said).as(request).isNotEmpty();
            assertThat(said.getFirst().status())
                    .as("%s -> %s", request, said)
                    .satisfiesAnyOf(
                            status -> assertThat(status).isBetween(400, 499),
                            status -> assertThat(status).isIn(501, 505));
            assertThat(said).as(request).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsARequestOfTwoLengthsAsOneAndHangsUp(Door door) throws IOException {
        String hidden = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        List<HttpLine.Answer> said = said("POST " + door.path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + hidden);
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().isLast()).isTrue();
    }

    @Test
    void believesNoFieldThatHidesInTheFoldsOfAnother() throws IOException {
        HttpLine.Answer answer =
                answered("GET /api/v1/balance HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\r\n Authorization: Bearer " + key()
                        + "\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isIn(400, 401);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAHeadThatIsTooLong(Door door) throws IOException {
        HttpLine.Answer answer = answered(
                "GET " + door.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + "a".repeat(17 << 10) + "\r\n\r\n");
        assertThat(answer.status()).isIn(400, 431);
        answer = answered("GET " + door.path + "?" + "a".repeat(17 << 10) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        assertThat(answer.status()).isIn(400, 414);
    }

    /** The length alone refuses: nobody waits for two gigabytes to come. */
    @ParameterizedTest
    @EnumSource
    void refusesABodyByItsLengthBeforeItComes(Door door) throws IOException {
        refuses(door, answered(head(door, door.type) + "Content-Length: 2147483648\r\n\r\n"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesTenMegabytesInAField(Door door) throws IOException {
        long before = messages();
        String field = "x".repeat(TEN_MB);
        String body = switch (door) {
            case API -> "{\"sender\":\"VESTNIK\",\"recipient\":\"+79161234567\",\"text\":\"" + field + "\"}";
            case SCRIPT -> "phones=79161234567&mes=" + field;
            case REST -> "{\"phones\":\"79161234567\",\"mes\":\"" + field + "\"}";
            case PAGE -> "login=" + field;
        };
        refuses(door, answered(whole(door, door.type, body)));
        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void refusesTenMegabytesInAFieldOfManyParts() throws IOException {
        long before = messages();
        String body = "--b\r\nContent-Disposition: form-data; name=\"phones\"\r\n\r\n79161234567\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"mes\"\r\n\r\n" + "x".repeat(TEN_MB) + "\r\n--b--\r\n";
        refuses(Door.SCRIPT, answered(whole(Door.SCRIPT, "multipart/form-data; boundary=b", body)));
        HttpLine.Answer page = answered(whole(Door.PAGE, "multipart/form-data; boundary=b", body));
        assertThat(page.status()).isBetween(300, 499);
        assertThat(messages()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void refusesBytesThatAreNoUtf8(Door door) throws IOException {
        long before = messages();
        String body = switch (door) {
            case API -> "{\"sender\":\"VESTNIK\",\"recipient\":\"+79161234567\",\"text\":\"\u00c3(\u00ff\"}";
            case SCRIPT -> "charset=utf-8&phones=79161234567&mes=%C3%28%FF";
            case REST -> "{\"phones\":\"79161234567\",\"mes\":\"\u00c3(\u00ff\"}";
            case PAGE -> "login=%C3%28%FF&password=%C3%28%FF";
        };
        refuses(door, answered(whole(door, door.type, body)));
        assertThat(messages()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void readsNoXmlAndAsksNobodyForItsEntities(Door door) throws IOException {
        long before = messages();
        try (ServerSocket elsewhere = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String entity = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/entity";
            String bomb =
                    "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
                            + "<!ENTITY c \"&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"" + entity
                            + "\">]><m><text>&c;&x;</text></m>";
            for (String type : List.of("application/xml", "text/xml")) {
                refuses(door, answered(whole(door, type, bomb)));
            }
            elsewhere.setSoTimeout(1); // whoever wanted the entity did so before the answer
            assertThat(asked(elsewhere)).isFalse();
        }
        assertThat(messages()).isEqualTo(before);
    }

    private static boolean asked(ServerSocket elsewhere) throws IOException {
        try (var _ = elsewhere.accept()) {
            return true;
        } catch (java.net.SocketTimeoutException _) {
            return false;
        }
    }

    /** Heads and bodies that stop half-way keep their connections, and nobody else's. */
    @ParameterizedTest
    @EnumSource
    void answersOthersWhileHundredsOfRequestsStopHalfWay(Door door) throws IOException {
        List<HttpLine> halves = new ArrayList<>();
        try {
            for (int i = 0; i < HALVES; i++) {
                HttpLine half = new HttpLine(port());
                halves.add(half);
                half.write(
                        i % 2 == 0
                                ? head(door, door.type)
                                : head(door, door.type) + "Content-Length: 900000\r\n\r\n{\"a");
            }
            String body = switch (door) {
                case API -> "{\"ids\":[]}";
                case SCRIPT, PAGE -> "a=b";
                case REST -> "{}";
            };
            refuses(door, answered(whole(door, door.type, body)));
        } finally {
            for (HttpLine half : halves) {
                half.close();
            }
        }
        assertThat(answered("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").status())
                .isEqualTo(200);
    }

    /** Long bodies of which little comes take no room from those that come whole. */
    @Test
    void readsBodiesOfOthersWhileLongOnesHardlyCome() throws IOException {
        List<HttpLine> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                HttpLine line = new HttpLine(port());
                slow.add(line);
                line.write(head(Door.API, JSON) + "Content-Length: " + (15 << 20) + "\r\n\r\n{\"messages\":[");
            }
            HttpLine.Answer answer = answered(whole(Door.API, JSON, "{\"sender\":1}"));
            assertThat(answer.status()).isBetween(400, 422);
        } finally {
            for (HttpLine line : slow) {
                line.close();
            }
        }
    }

    /** As this door refuses. */
    private static void refuses(Door door, HttpLine.Answer answer) {
        switch (door) {
            case API -> {
                assertThat(answer.status()).as("%s", answer).isBetween(400, 422);
                assertThat(answer.body()).contains("urn:vestnik:problem:");
            }
            case SCRIPT, REST -> {
                assertThat(answer.status()).as("%s", answer).isEqualTo(200);
                assertThat(answer.body()).containsAnyOf("ERROR = ", "error_code");
            }
            case PAGE -> assertThat(answer.status()).as("%s", answer).isBetween(400, 422);
        }
    }

    private String key() {
        return KEYS.computeIfAbsent(
                "client",
                login -> context.getBean(KeyRing.class)
                        .create(SignIns.who(login, context), "hostile", Role.OWNER)
                        .orElseThrow());
    }

    /** The beginning of a request by somebody who may: what is refused is refused for itself. */
    private String head(Door door, String type) {
        String key = key();
        String path = door == Door.SCRIPT || door == Door.REST ? door.path + "?apikey=" + key : door.path;
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key + "\r\nContent-Type: "
                + type + "\r\n";
    }

    private String whole(Door door, String type, String body) {
        return head(door, type) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** The answer may come, and the server hang up, before everything is written. */
    private HttpLine.Answer answered(String request) throws IOException {
        try (HttpLine line = new HttpLine(port())) {
            try {
                line.write(request);
            } catch (SocketException _) {
                // it wants no more: what it says about that is there to be read
            }
            return line.answer().orElseThrow();
        }
    }

    /** All that the server says until it hangs up. */
    private List<HttpLine.Answer> said(String request) throws IOException {
        List<HttpLine.Answer> said = new ArrayList<>();
        try (HttpLine line = new HttpLine(port())) {
            line.write(request);
            line.end();
            for (Optional<HttpLine.Answer> one = line.answer(); one.isPresent(); one = line.answer()) {
                said.add(one.get());
            }
        }
        return said;
    }

    private long messages() {
        return jdbc.sql("SELECT count(*) FROM pipeline.message")
                .query(Long.class)
                .single();
    }
}
