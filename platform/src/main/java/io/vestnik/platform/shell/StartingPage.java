package io.vestnik.platform.shell;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * Answers on the server's port from its first moment until the pages can: 503 with {@code Retry-After}, a page for people that comes
 * again by itself, a problem for programs. It leaves the port just before the pages take it. A port that is taken ends the start at
 * once, before a database has been touched. It stays away where the port is not known yet (0) or speaks TLS.
 */
public final class StartingPage implements ApplicationListener<SpringApplicationEvent>, SmartLifecycle {

    private static final String RETRY_AFTER = "3";
    private static final int UNAVAILABLE = 503;
    private static final int DEFAULT_PORT = 8080;
    private static final List<Locale> SPOKEN = List.of(Locale.of("ru"), Locale.ENGLISH);
    private static final Pattern CHOSEN = Pattern.compile("(?:^|;\\s*)language=(ru|en)(?:;|$)");
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent prepared -> open(prepared.getEnvironment());
            case ApplicationPreparedEvent prepared
            when server != null ->
                prepared.getApplicationContext().getBeanFactory().registerSingleton("startingPage", this);
            case ApplicationFailedEvent _ -> start();
            case SpringApplicationEvent _ -> {}
        }
    }

    void open(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        boolean tls = Binder.get(environment)
                .bind("server.ssl", Bindable.mapOf(String.class, String.class))
                .isBound();
        if (port <= 0 || tls) {
            return;
        }
        String host = environment.getProperty("server.address", "");
        try {
            InetSocketAddress address = host.isBlank()
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getByName(host), port);
            HttpServer opened = HttpServer.create(address, 0);
            threads = Executors.newVirtualThreadPerTaskExecutor();
            opened.setExecutor(threads);
            opened.createContext("/", StartingPage::answer);
            opened.start();
            server = opened;
        } catch (IOException e) {
            PortInUseException.throwIfPortBindingException(e, () -> port);
            throw new IllegalStateException("Cannot listen on " + host + ":" + port, e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers asked = exchange.getRequestHeaders();
            Locale language = language(asked.getFirst("Cookie"), asked.getFirst("Accept-Language"));
            ResourceBundle words = ResourceBundle.getBundle(
                    "messages.shell",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            String path = exchange.getRequestURI().getPath();
            if (path != null && path.startsWith("/api/")) {
                write(exchange, "application/problem+json", problem(words));
            } else if ("/health".equals(path)) {
                write(exchange, "application/json", "{\"status\":\"STARTING\"}");
            } else {
                write(exchange, "text/html;charset=utf-8", page(language, words));
            }
        }
    }

    private static String problem(ResourceBundle words) {
        return """
                {"type":"urn:vestnik:problem:http-503","title":"%s","status":503}
                """.formatted(words.getString("shell.problem.503"));
    }

    private static String page(Locale language, ResourceBundle words) {
        String title = words.getString("shell.starting");
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="%s">
                <style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-content:center;text-align:center;min-height:90vh}</style>
                </head><body><main><h1>%s</h1><p>%s</p></main></body></html>
                """.formatted(language.getLanguage(), title, RETRY_AFTER, title, words.getString("shell.starting.text"));
    }

    private static void write(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        headers.set("Retry-After", RETRY_AFTER);
        headers.set("Connection", "close"); // the port is handed over soon
        boolean bare = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(UNAVAILABLE, bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The language of pages: the cookie's, then the browser's, then Russian. */
    static Locale language(@Nullable String cookie, @Nullable String accepted) {
        Matcher chosen = CHOSEN.matcher(cookie == null ? "" : cookie);
        if (chosen.find()) {
            return Locale.of(chosen.group(1));
        }
        if (accepted == null) {
            return SPOKEN.getFirst();
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return best == null ? SPOKEN.getFirst() : best;
        } catch (IllegalArgumentException _) {
            return SPOKEN.getFirst(); // a header that is spoilt chooses nothing
        }
    }

    /** Leaves the port: whoever starts next takes it. */
    @Override
    public void start() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdown();
            threads = null;
        }
    }

    @Override
    public void stop() {
        start();
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    /** Just before the pages take the port. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
