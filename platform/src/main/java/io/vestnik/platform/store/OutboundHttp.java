package io.vestnik.platform.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The only way out over HTTP. An address that customers may have given never leads into our own network: names are
 * resolved once, checked, and exactly what was checked is connected to. Redirects are not followed, time and size are
 * bounded, connections are kept and few to one host; no thread waits for an answer.
 */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
public class OutboundHttp implements DisposableBean {
    /** How many requests to one host are under way at once; more wait for a connection. */
    public static final int MOST_TO_ONE_HOST = 32;

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(15);
    /** From when there was a place for it to the last byte of the answer, however slowly its bytes drip. */
    private static final Duration WHOLE = Duration.ofSeconds(20);
    /** How long a request waits for a place among those under way; and for a thread that looks its name up. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Ports on which something else than the web is spoken: the bad ports of the Fetch standard, and databases, queues and SMPP. A request
     * to one of them would be somebody else's commands in our name.
     */
    private static final Set<Integer> PORTS_OF_OTHERS = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1433, 1521, 1719, 1720,
            1723, 2049, 2775, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5672, 6000, 6379, 6566, 6665, 6666, 6667,
            6668, 6669, 6679, 6697, 9042, 9092, 10080, 11211, 27017);

    private static final int MOST_CONNECTIONS = 2_000;
    private static final int REACTORS = 2;
    /** A name that nobody knows may take many seconds, and keeps a thread of the system for as long. */
    private static final int MOST_LOOKUPS = 256;

    private static final int MOST_LOOKUPS_WAITING = 10_000;

    private final GuardedResolver resolver;
    private final CloseableHttpAsyncClient client;
    private final Places places = new Places(MOST_CONNECTIONS, MOST_TO_ONE_HOST, PATIENCE);
    private final ThreadPoolExecutor lookups;

    OutboundHttp(OutboundSettings settings, Names names) {
        this.resolver = new GuardedResolver(names, settings.allowPrivate());
        // Of the system's own: a name that is looked up holds the few that carry all virtual ones.
        this.lookups = new ThreadPoolExecutor(
                MOST_LOOKUPS,
                MOST_LOOKUPS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_LOOKUPS_WAITING),
                Thread.ofPlatform().daemon().name("outbound-names-", 0).factory());
        lookups.allowCoreThreadTimeOut(true);
        var connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_TO_ONE_HOST)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(CONNECT)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        this.client = HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(REACTORS)
                        .setSoTimeout(ANSWER)
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(ANSWER)
                        .setResponseTimeout(ANSWER)
                        .setConnectionKeepAlive(TimeValue.ofSeconds(30))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Vestnik")
                .build();
        client.start();
    }

    /**
     * A request.
     *
     * @param method such as {@code POST}
     * @param uri http or https; anything else is refused
     * @param mostBytes how much of the answer is read; a longer answer is an error
     */
    public record Request(String method, URI uri, Map<String, String> headers, byte[] body, int mostBytes) {
        public Request {
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!List.of("http", "https").contains(scheme) || uri.getHost() == null || isOfOthers(uri.getPort())) {
                throw new IllegalArgumentException("Not an address of a web server");
            }
            headers = Map.copyOf(headers);
        }

        /** Where it goes, whatever it is about. */
        private String host() {
            return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
        }
    }

    private static boolean isOfOthers(int port) {
        return port == 0 || port > 65_535 || PORTS_OF_OTHERS.contains(port);
    }

    /** Whether this is written as the address of a web server may be: http or https, a host, no password, not the port of a known service of another kind. */
    public static boolean isWebAddress(String written) {
        try {
            URI uri = new URI(written);
            return (written.startsWith("https://") || written.startsWith("http://"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && !isOfOthers(uri.getPort());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An answer of whatever status; the names of its headers are read without regard to case. */
    public record Response(int status, Map<String, String> headers, byte[] body) {}

    /** Asks and waits; throws when nobody answers in time, or the answer is too long, or the address is not allowed. */
    public Response call(Request request) throws IOException {
        try {
            return send(request).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IOException(e.getCause());
        }
    }

    /** It was not begun, because too much else is under way: nobody was asked, and it may be tried at any time. */
    public static final class NoRoom extends IOException {
        NoRoom(String what) {
            super(what);
        }
    }

    /**
     * Asks without waiting. The future ends within 30 seconds: with an answer, or exceptionally when nobody answers in time, or
     * the answer is too long, or the address is not allowed, or there was no room for it. It completes on a thread of the client, which must not be
     * held up.
     */
    public CompletableFuture<Response> send(Request request) {
        return send(request, WHOLE);
    }

    /** As {@link #send(Request)}, for an answer that takes its time: it ends within this one, once it was begun. */
    public CompletableFuture<Response> send(Request request, Duration whole) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        if (resolver.knows(request.uri().getHost())) {
            place(request, whole, answer);
            return answer;
        }
        long asked = System.nanoTime();
        try {
            lookups.execute(() -> resolve(request, whole, answer, asked));
        } catch (RejectedExecutionException _) {
            answer.completeExceptionally(new NoRoom("Too many names are being looked up"));
        }
        return answer;
    }

    private void resolve(Request request, Duration whole, CompletableFuture<Response> answer, long asked) {
        if (System.nanoTime() - asked > PATIENCE.toNanos()) {
            answer.completeExceptionally(new NoRoom("Too many names are being looked up"));
            return;
        }
        answer.orTimeout(whole.toMillis(), TimeUnit.MILLISECONDS);
        try {
            resolver.find(request.uri().getHost());
            place(request, whole, answer);
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private void place(Request request, Duration whole, CompletableFuture<Response> answer) {
        String host = request.host();
        places.take(host).whenComplete((_, late) -> {
            if (late != null) {
                answer.completeExceptionally(new NoRoom("Too many requests are under way"));
                return;
            }
            answer.whenComplete((_, _) -> places.leave(host));
            answer.orTimeout(whole.toMillis(), TimeUnit.MILLISECONDS);
            if (!answer.isDone()) {
                execute(request, answer, true);
            }
        });
    }

    /**
     * Runs the request.
     *
     * @param again whether to run it once more when it certainly was not begun: its kept connection had just been closed
     */
    private void execute(Request request, CompletableFuture<Response> answer, boolean again) {
        @Nullable Runnable once = again ? () -> execute(request, answer, false) : null;
        Future<Response> running = client.execute(
                producer(request), new BoundedAnswer(request.mostBytes()), null, null, new Telling(answer, once));
        answer.whenComplete((_, failure) -> {
            if (failure != null) {
                running.cancel(true);
            }
        });
    }

    private static AsyncRequestProducer producer(Request request) {
        BasicHttpRequest head = new BasicHttpRequest(request.method(), request.uri());
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                head.addHeader(name, value);
            }
        });
        if (request.body().length == 0) {
            return new BasicRequestProducer(head, null);
        }
        return new BasicRequestProducer(head, new BasicAsyncEntityProducer(request.body(), contentType(request)));
    }

    private static ContentType contentType(Request request) {
        String given = request.headers().get("Content-Type");
        return given == null ? ContentType.APPLICATION_OCTET_STREAM : ContentType.parse(given);
    }

    /** Hands what came of a request to who asked. */
    private record Telling(
            CompletableFuture<Response> answer, @Nullable Runnable again) implements FutureCallback<Response> {
        @Override
        public void completed(@Nullable Response result) {
            if (result == null) {
                answer.completeExceptionally(new IOException("No answer"));
            } else {
                answer.complete(result);
            }
        }

        @Override
        public void failed(Exception e) {
            if (again != null && e instanceof RequestNotExecutedException && !answer.isDone()) {
                again.run();
            } else if (e instanceof GuardedResolver.Forgotten) {
                answer.completeExceptionally(new NoRoom("Too many names are being looked up"));
            } else {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void cancelled() {
            answer.completeExceptionally(new CancellationException());
        }
    }

    @Override
    public void destroy() {
        lookups.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
