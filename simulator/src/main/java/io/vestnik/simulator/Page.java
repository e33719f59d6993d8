package io.vestnik.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The operator's page on loopback: counts, phones, and switches; also {@code /counts} and {@code /messages} as JSON. */
final class Page implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Page.class.getName());
    private static final int LONGEST_FORM = 16 * 1024;
    private static final int MOST_MESSAGES = 1_000;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("page-", 1).daemon().factory());
    private final Simulator simulator;
    private final PageView view;

    private Page(HttpServer server, Simulator simulator) {
        this.server = server;
        this.simulator = simulator;
        this.view = new PageView(simulator);
    }

    static Page start(int port, Simulator simulator) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        Page page = new Page(server, simulator);
        server.createContext("/", page::serve);
        server.setExecutor(page.threads);
        server.start();
        return page;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What is sent back; a place is where the browser shall go instead. */
    private record Reply(int status, String type, byte[] body) {
        static Reply of(String type, String text) {
            return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8));
        }

        static Reply refusal(int status, String why) {
            return new Reply(status, "text/plain; charset=utf-8", why.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", reply.type());
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self';"
                            + " frame-ancestors 'none'; base-uri 'none'");
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The page failed", e);
            throw e;
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        Headers headers = exchange.getRequestHeaders();
        // Pages of other sites must not command, or read, a port of this machine through somebody's browser.
        if (!isLocal(headers.getFirst("Host")) || (method.equals("POST") && isForeign(headers))) {
            return Reply.refusal(403, "Only pages of this operator may do this.");
        }
        String path = exchange.getRequestURI().getPath();
        return switch (method) {
            case "GET" -> shown(exchange, path, fields(exchange.getRequestURI().getRawQuery()));
            case "POST" -> {
                byte[] form = exchange.getRequestBody().readNBytes(LONGEST_FORM + 1);
                yield form.length > LONGEST_FORM
                        ? Reply.refusal(413, "The form is too long.")
                        : done(exchange, path, fields(new String(form, StandardCharsets.UTF_8)));
            }
            default -> Reply.refusal(405, "GET or POST.");
        };
    }

    private static boolean isLocal(@Nullable String host) {
        String name = host == null ? "" : host.replaceFirst(":[0-9]+$", "");
        return Set.of("127.0.0.1", "localhost", "[::1]").contains(name);
    }

    private static boolean isForeign(Headers headers) {
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        return (origin != null && !origin.equals("http://" + headers.getFirst("Host")))
                || (site != null && !List.of("same-origin", "none").contains(site));
    }

    private Reply shown(HttpExchange exchange, String path, Map<String, String> query) {
        String to = query.getOrDefault("to", "");
        return switch (path) {
            case "/" -> Reply.of(HTML, view.page(text(exchange, query), to, ""));
            case "/live" -> Reply.of(HTML, view.live(text(exchange, query), to));
            case "/counts" -> Reply.of(JSON, view.countsAsJson());
            case "/messages" -> Reply.of(JSON, view.messagesAsJson(MOST_MESSAGES, to));
            case "/page.css" -> new Reply(200, "text/css; charset=utf-8", PageText.resource("page.css"));
            case "/page.js" -> new Reply(200, "text/javascript; charset=utf-8", PageText.resource("page.js"));
            default -> Reply.refusal(404, "There is nothing here.");
        };
    }

    private Reply done(HttpExchange exchange, String path, Map<String, String> form) {
        PageText text = text(exchange, form);
        form.remove("lang");
        String notice = switch (path) {
            case "/inbound" -> inbound(text, form);
            case "/behaviour" -> behaviour(text, form);
            case "/cut" -> {
                simulator.cut();
                yield text.word("cut.done");
            }
            default -> "";
        };
        return notice.isEmpty()
                ? Reply.refusal(404, "There is nothing here.")
                : Reply.of(HTML, view.page(text, "", notice));
    }

    private String inbound(PageText text, Map<String, String> form) {
        String system = form.getOrDefault("system", "");
        String from = form.getOrDefault("from", "");
        String to = form.getOrDefault("to", "");
        String words = form.getOrDefault("text", "");
        boolean fits = from.matches("[0-9]{3,15}")
                && to.matches("[ -~]{1,20}")
                && !system.isEmpty()
                && !words.isEmpty()
                && words.length() <= 1_000;
        if (!fits) {
            return text.word("inbound.wrong");
        }
        simulator.inject(system, from, to, words);
        return text.word("inbound.sent");
    }

    private String behaviour(PageText text, Map<String, String> form) {
        try {
            simulator.change(Options.of(form).behaviour());
            return text.word("behaviour.applied");
        } catch (IllegalArgumentException e) {
            return text.word("behaviour.wrong") + " " + e.getMessage();
        }
    }

    private static PageText text(HttpExchange exchange, Map<String, String> query) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Language");
        return PageText.in(query.getOrDefault("lang", ""), accepted == null ? "" : accepted);
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that encodes nothing stands for itself.
            return value;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
