package io.vestnik.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the sign-in page, without a browser. */
final class SignIn {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private SignIn() {}

    /** Whether this login and password open the first page. */
    static boolean lets(URI address, String login, String password) {
        try (HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            URI page = address.resolve("/sign-in");
            Matcher token =
                    TOKEN.matcher(send(http, HttpRequest.newBuilder(page).GET()).body());
            if (!token.find()) {
                return false;
            }
            String form =
                    "login=" + encoded(login) + "&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1));
            send(
                    http,
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
            // Whoever is not let in is sent back to the sign-in page.
            return send(
                                    http,
                                    HttpRequest.newBuilder(address.resolve("/campaigns"))
                                            .GET())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new IllegalStateException("The sign-in page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing in", e);
        }
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
