package io.vestnik.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server's pages as the demonstration's client sees them, for what has no door for programs. */
public final class CustomerPages implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SHOWN_ONCE = Pattern.compile("<code>([^<]+)</code>");
    private static final Pattern COPIED = Pattern.compile("data-copy=\"([^\"]+)\"");
    private static final String BOUNDARY = "vestnik-bench-boundary";
    private static final int MOST_BINDS = 100;

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private CustomerPages(URI address) {
        this.address = address;
    }

    /** Signs in; whoever asks closes the pages. */
    public static CustomerPages signIn(Installation installation) throws IOException {
        CustomerPages pages = new CustomerPages(installation.address());
        String after = pages.post(
                "/sign-in",
                "/sign-in",
                Map.of(
                        "login", installation.demo("client.login"),
                        "password", installation.demo("client.password")));
        if (after.contains("name=\"password\"")) {
            pages.close();
            throw new IOException("The demonstration's client could not sign in");
        }
        return pages;
    }

    /** Gives out a system id that may bind a hundred times; its password, which is shown once. */
    public String newSystem(String systemId) throws IOException {
        return newSystem(systemId, 0);
    }

    /** The same, of a program that may send so many messages a second; 0 for any number. */
    public String newSystem(String systemId, int rate) throws IOException {
        String page = post(
                "/smppserver/new",
                "/smppserver",
                Map.of("systemId", systemId, "binds", "" + MOST_BINDS, "window", "100", "tps", "" + rate));
        List<String> shown =
                SHOWN_ONCE.matcher(page).results().map(MatchResult::group).toList();
        Matcher password = SHOWN_ONCE.matcher(shown.size() == 2 ? shown.getLast() : "");
        if (!password.matches()) {
            throw new IOException("No password was shown for a new system id");
        }
        return password.group(1);
    }

    /** Gives out a key of the API that may send so many messages a minute. */
    public String newKey(String name, int minutely) throws IOException {
        String page = post(
                "/accounts/keys/new", "/accounts/keys", Map.of("name", name, "role", "OWNER", "minute", "" + minutely));
        Matcher token = COPIED.matcher(page);
        if (!token.find()) {
            throw new IOException("No key was shown");
        }
        return token.group(1);
    }

    @Override
    public void close() {
        http.close();
    }

    /** What a page shows. */
    public String get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** Sends a form that the page {@code form} has to {@code action}; what the next page shows. */
    public String post(String form, String action, Map<String, String> fields) throws IOException {
        return answer(form, action, fields).body();
    }

    /** The same; the path of the next page. */
    public String postedTo(String form, String action, Map<String, String> fields) throws IOException {
        return answer(form, action, fields).uri().getPath();
    }

    private HttpResponse<String> answer(String form, String action, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()) + "&")
                        .collect(Collectors.joining())
                + "_csrf=" + encoded(token(form));
        return exchange(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a file to {@code action} as the page {@code form} does it; what the next page shows. */
    public String upload(String form, String action, Path file) throws IOException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: text/plain\r\n\r\n";
        return send(request(action)
                .header("X-XSRF-TOKEN", token(form))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    private String token(String form) throws IOException {
        Matcher token = TOKEN.matcher(get(form));
        if (!token.find()) {
            throw new IOException("The page " + form + " has no form");
        }
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html");
    }

    private String send(HttpRequest.Builder request) throws IOException {
        return exchange(request).body();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for a page", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
