package io.vestnik.platform.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
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
    /** From the call to the last byte of the answer, however slowly its bytes drip. */
    private static final Duration WHOLE = Duration.ofSeconds(20);

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int REACTORS = 2;

    private final GuardedResolver resolver;
    private final CloseableHttpAsyncClient client;

    OutboundHttp(OutboundSettings settings) {
        this.resolver = new GuardedResolver(settings.allowPrivate());
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
            if (!List.of("http", "https").contains(scheme) || uri.getHost() == null) {
                throw new IllegalArgumentException("Not an address of a web server");
            }
            headers = Map.copyOf(headers);
        }
    }

    /** Whether this is written as the address of a web server may be: http or https, a host, no password. */
    public static boolean isWebAddress(String written) {
        try {
            URI uri = new URI(written);
            return (written.startsWith("https://") || written.startsWith("http://"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
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

    /**
     * Asks without waiting. The future ends within 20 seconds: with an answer, or exceptionally when nobody answers in time, or
     * the answer is too long, or the address is not allowed. It completes on a thread of the client, which must not be held up.
     */
    public CompletableFuture<Response> send(Request request) {
        return send(request, WHOLE);
    }

    /** As {@link #send(Request)}, for an answer that takes its time: it ends within this one. */
    public CompletableFuture<Response> send(Request request, Duration whole) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        answer.orTimeout(whole.toMillis(), TimeUnit.MILLISECONDS);
        if (resolver.knows(request.uri().getHost())) {
            execute(request, answer, true);
        } else {
            // A slow name server holds up its own request only.
            Thread.startVirtualThread(() -> resolveAndExecute(request, answer));
        }
        return answer;
    }

    private void resolveAndExecute(Request request, CompletableFuture<Response> answer) {
        try {
            resolver.resolve(request.uri().getHost());
            execute(request, answer, true);
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
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
        client.close(CloseMode.IMMEDIATE);
    }
}
