package io.vestnik.platform.doors;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages, for somebody who has signed in: addresses with nonsense in them, and the form of callbacks filled in with it. */
final class SpoiltPages implements SpoiltDoor {
    private static final int BROKEN = 500;
    private static final int FOUND = 302;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final List<String> FIELDS =
            List.of("url", "form", "events", "balance", "batch", "version", "secret", "description");
    private static final List<String> WORDS =
            List.of("q", "sort", "after", "columns", "from", "to", "size", "page", "state", "endpoint", "id", "status");

    private final List<String> routes;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String token;

    /**
     * Signs in.
     *
     * @param routes patterns of pages that are read
     */
    SpoiltPages(int port, String login, String password, List<String> routes) throws IOException {
        this.routes = routes;
        String entrance = token(ask(port, get("/sign-in")));
        HttpLine.Answer answer = ask(
                port,
                post(
                        "/sign-in",
                        "_csrf=" + encoded(entrance) + "&login=" + encoded(login) + "&password=" + encoded(password)));
        if (answer.status() != FOUND || answer.field("Location").orElse("").contains("/sign-in")) {
            throw new IllegalStateException("Not signed in: " + answer);
        }
        this.token = token(ask(port, get("/webhooks/new")));
    }

    private HttpLine.Answer ask(int port, byte[] request) throws IOException {
        try (HttpLine line = new HttpLine(port)) {
            line.write(request);
            HttpLine.Answer answer = line.answer().orElseThrow();
            for (String cookie : answer.fields("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        }
    }

    private static String token(HttpLine.Answer page) {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("A page without a form: " + page);
        }
        return token.group(1);
    }

    private byte[] get(String path) {
        return HttpLine.request("GET " + path, List.of(cookie()), new byte[0]);
    }

    private byte[] post(String path, String fields) {
        return HttpLine.request(
                "POST " + path,
                List.of(cookie(), "Content-Type: application/x-www-form-urlencoded"),
                fields.getBytes(StandardCharsets.US_ASCII));
    }

    private String cookie() {
        StringBuilder all = new StringBuilder("Cookie: n=1");
        cookies.forEach(
                (name, value) -> all.append("; ").append(name).append('=').append(value));
        return all.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] request(Random random) {
        if (random.nextInt(4) == 0) {
            String path = random.nextBoolean() ? "/webhooks" : "/webhooks/" + value(random);
            return post(path, "_csrf=" + encoded(token) + "&" + words(FIELDS, random));
        }
        String path = routes.get(random.nextInt(routes.size()));
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]+}", Matcher.quoteReplacement(value(random)));
        }
        return get(path + "?" + words(WORDS, random));
    }

    private static String words(List<String> names, Random random) {
        StringBuilder words = new StringBuilder("x=1");
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.append('&')
                    .append(names.get(random.nextInt(names.size())))
                    .append('=')
                    .append(value(random));
        }
        return words.toString();
    }

    private static String value(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "1";
            case 1 -> "-1";
            case 2 -> "9".repeat(1 + random.nextInt(30));
            case 3 -> "%D0%B0%20b";
            case 4 -> "x".repeat(1 + random.nextInt(2_000));
            case 5 -> "%27%20OR%201=1--%3Cscript%3E";
            case 6 -> "%C3%28%FF";
            case 7 -> "2026-02-31";
            case 8 -> "%00";
            default -> Integer.toString(random.nextInt());
        };
    }

    @Override
    public Optional<String> fault(HttpLine.Answer answer) {
        return answer.status() < BROKEN
                ? Optional.empty()
                : Optional.of(answer.status() + " "
                        + answer.body().replaceAll("\\s+", " ").replaceFirst("^(.{300}).*", "$1"));
    }
}
