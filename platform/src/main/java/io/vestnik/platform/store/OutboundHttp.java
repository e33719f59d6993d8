package io.vestnik.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The only way out over HTTP. An address that customers may have given never leads into our own network: names are
 * resolved once, checked, and exactly what was checked is connected to. Redirects are not followed, time and size are
 * bounded.
 */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
public class OutboundHttp implements DisposableBean {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(20);
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_TO_ONE_HOST = 20;

    private final CloseableHttpClient client;

    OutboundHttp(OutboundSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(settings.allowPrivate()))
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_TO_ONE_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .setTimeToLive(60, TimeUnit.SECONDS)
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(ANSWER)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .setUserAgent("Vestnik")
                .build();
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

    /** An answer of whatever status. */
    public record Response(int status, Map<String, String> headers, byte[] body) {}

    /** Asks and waits; throws when nobody answers in time, or the answer is too long, or the address is not allowed. */
    public Response call(Request request) throws IOException {
        var builder = ClassicRequestBuilder.create(request.method()).setUri(request.uri());
        request.headers().forEach(builder::addHeader);
        if (request.body().length > 0) {
            builder.setEntity(new ByteArrayEntity(request.body(), contentType(request)));
        }
        return client.execute(builder.build(), response -> read(response, request.mostBytes()));
    }

    private static ContentType contentType(Request request) {
        String given = request.headers().get("Content-Type");
        return given == null ? ContentType.APPLICATION_OCTET_STREAM : ContentType.parse(given);
    }

    private static Response read(ClassicHttpResponse response, int most) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Response(response.getCode(), headers, new byte[0]);
        }
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(most + 1);
            if (body.length > most) {
                throw new IOException("The answer is longer than " + most + " bytes");
            }
            return new Response(response.getCode(), headers, body);
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
