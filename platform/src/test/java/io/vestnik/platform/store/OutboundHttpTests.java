package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHttpTests {
    private final HttpServer server = newServer();
    private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/echo", exchange -> {
            callers.add(exchange.getRemoteAddress());
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static OutboundHttp http(boolean allowPrivate) {
        return new OutboundHttp(new OutboundSettings(allowPrivate), new Names());
    }

    @Test
    void sendsAndReads() throws Exception {
        var response = http(true).call(request("POST", "/echo", "привет", 1000));
        assertThat(response.status()).isEqualTo(200);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("привет");
    }

    @Test
    void doesNotFollowWhereItIsSent() throws Exception {
        assertThat(http(true).call(request("GET", "/away", "", 1000)).status()).isEqualTo(302);
    }

    @Test
    void refusesAnAnswerThatIsTooLong() {
        OutboundHttp http = http(true);
        assertThatThrownBy(() -> http.call(request("POST", "/echo", "x".repeat(101), 100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than 100 bytes");
    }

    @Test
    void neverReachesThisMachineUnlessAllowed() {
        OutboundHttp http = http(false);
        assertThatThrownBy(() -> http.call(request("GET", "/echo", "", 1000))).isInstanceOf(UnknownHostException.class);
    }

    /** Names that lead here, and other ways of writing the same address. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
    void neverReachesThisMachineByAnotherName(String host) {
        OutboundHttp http = http(false);
        URI uri = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/echo");
        assertThatThrownBy(() -> http.call(new OutboundHttp.Request("GET", uri, Map.of(), new byte[0], 1000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Not a public address");
    }

    @Test
    void keepsItsConnectionsAndHoldsNoThreadAQuestion() {
        OutboundHttp http = http(true);
        List<CompletableFuture<OutboundHttp.Response>> answers = IntStream.range(0, 500)
                .mapToObj(i -> http.send(request("POST", "/echo", "n" + i, 1000)))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(new String(answers.get(i).join().body(), StandardCharsets.UTF_8))
                    .isEqualTo("n" + i);
        }
        assertThat(callers.size()).isLessThanOrEqualTo(OutboundHttp.MOST_TO_ONE_HOST);
    }

    /** However an address is written, the client finds what was looked up for it. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "shop.example", "Shop.Example", "shop.example.", "[::ffff:127.0.0.1]"})
    void findsWhatWasLookedUp(String host) throws Exception {
        URI uri = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/echo");
        OutboundHttp http = new OutboundHttp(new OutboundSettings(true), new Names() {
            @Override
            InetAddress[] find(String name) {
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }
        });
        assertThat(http.call(new OutboundHttp.Request("GET", uri, Map.of(), new byte[0], 1000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesThatNobodyAnswersForHoldUpNoOther() throws Exception {
        CountDownLatch patience = new CountDownLatch(1);
        OutboundHttp http = new OutboundHttp(new OutboundSettings(true), new Names() {
            @Override
            InetAddress[] find(String host) throws UnknownHostException {
                if (host.endsWith(".invalid")) {
                    try {
                        patience.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                }
                return super.find(host);
            }
        });
        List<CompletableFuture<OutboundHttp.Response>> lost = IntStream.range(0, 200)
                .mapToObj(i -> http.send(new OutboundHttp.Request(
                        "GET", URI.create("http://h" + i + ".invalid/"), Map.of(), new byte[0], 1000)))
                .toList();
        assertThat(http.call(request("POST", "/echo", "here", 1000)).status()).isEqualTo(200);
        assertThat(lost).noneMatch(CompletableFuture::isDone);
        patience.countDown();
        lost.forEach(one -> assertThatThrownBy(one::join).hasCauseInstanceOf(UnknownHostException.class));
    }

    @Test
    void saysThatItWasNotBegunOfWhatFoundNoPlaceInTime() {
        CountDownLatch patience = new CountDownLatch(1);
        server.createContext("/slow", exchange -> {
            try (exchange) {
                patience.await();
                exchange.sendResponseHeaders(200, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        OutboundHttp http = http(true);
        List<CompletableFuture<OutboundHttp.Response>> slow = IntStream.range(0, OutboundHttp.MOST_TO_ONE_HOST)
                .mapToObj(_ -> http.send(request("GET", "/slow", "", 1000)))
                .toList();
        CompletableFuture<OutboundHttp.Response> late = http.send(request("GET", "/slow", "", 1000));
        assertThatThrownBy(late::join).hasCauseInstanceOf(OutboundHttp.NoRoom.class);
        assertThat(slow).noneMatch(CompletableFuture::isDone);
        patience.countDown();
        slow.forEach(CompletableFuture::join);
        assertThat(http.send(request("POST", "/echo", "there is room again", 1000))
                        .join()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void neverReachesAnAddressThatThisMachineItselfHas() throws Exception {
        InetAddress ours = InetAddress.getByName("203.0.114.7");
        GuardedResolver resolver = new GuardedResolver(
                new Names() {
                    @Override
                    Set<InetAddress> own() {
                        return Set.of(ours);
                    }
                },
                false);
        assertThatThrownBy(() -> resolver.find("203.0.114.7")).isInstanceOf(UnknownHostException.class);
        resolver.find("203.0.114.8");
        assertThat(resolver.resolve("203.0.114.8")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "224.0.0.1", "255.255.255.255", "::1", "fc00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
                "2002:a00:1::", "198.18.0.1"
            })
    void holdsTheseForPrivate(String address) throws Exception {
        assertThat(GuardedResolver.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "77.88.8.8", "2a02:6b8::feed:ff"})
    void holdsTheseForPublic(String address) throws Exception {
        assertThat(GuardedResolver.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 22, 25, 2775, 5432, 6379, 65_536})
    void isNotTheAddressOfAWebServerOnThePortOfAnother(int port) {
        String address = "https://shop.example:" + port + "/";
        assertThat(OutboundHttp.isWebAddress(address)).isFalse();
        assertThatThrownBy(() -> new OutboundHttp.Request("POST", URI.create(address), Map.of(), new byte[0], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/", "http://shop.example:8080/", "https://shop.example:8443/a"})
    void isTheAddressOfAWebServer(String address) {
        assertThat(OutboundHttp.isWebAddress(address)).isTrue();
    }

    private OutboundHttp.Request request(String method, String path, String body, int most) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new OutboundHttp.Request(method, uri, Map.of(), body.getBytes(StandardCharsets.UTF_8), most);
    }
}
