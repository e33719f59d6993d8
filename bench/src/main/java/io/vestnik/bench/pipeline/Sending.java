package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One campaign to an audience, as the network sees it: whoever starts it lets it watch the network. */
final class Sending implements NetworkSink.Eye {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT = "Здравствуйте, [Имя]! Скидка 20% на всё до воскресенья";
    private static final String CODE = ", код [Промокод]";
    private static final String LINK = ": https://shop.example/autumn/sale?from=sms";
    private static final Duration PREVIEW = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofMinutes(10);
    private static final double NANOS = 1e9;

    private final Stand stand;
    private final Api api;
    private final Audience audience;
    private final Journeys journeys;
    private final AtomicLong submits = new AtomicLong();
    private final AtomicLong reports = new AtomicLong();

    private boolean linked;
    private boolean byClocks;
    private long asked;
    private long campaign;
    private long number;
    private double previewSeconds;
    private double confirmSeconds;
    private Instant confirmed = Instant.EPOCH;
    private volatile long first;
    private volatile long last;
    private volatile long lastSubmit;

    Sending(Stand stand, Api api, Audience audience) {
        this.stand = stand;
        this.api = api;
        this.audience = audience;
        this.journeys = audience.journeys();
    }

    /** With an address in the text that becomes a short link for each, and a promo code of the demonstration's action. */
    Sending withLinkAndCode() {
        linked = true;
        return this;
    }

    /** A week from now, when each recipient's own clock shows the time. */
    Sending byClocks() {
        byClocks = true;
        return this;
    }

    /** Writes the campaign and waits for its preview. */
    void prepare() {
        ObjectNode draft = JSON.createObjectNode();
        draft.put("name", "Bench").put("sender", Stand.SENDER).put("text", linked ? TEXT + CODE + LINK : TEXT);
        draft.put("short_links", linked);
        draft.putArray("groups").add(audience.group());
        if (byClocks) {
            draft.put("start_at", LocalDate.now(Clock.systemUTC()).plusDays(7) + "T12:00")
                    .put("start_clock", "recipient");
        }
        campaign = api.post("/api/v1/campaigns", draft).path("id").asLong();
        previewSeconds = previewAgain();
    }

    /** Has it counted anew: seconds from asking to the price. */
    double previewAgain() {
        long before = number;
        long began = System.nanoTime();
        api.post(path("/preview"), JSON.createObjectNode());
        AtomicReference<JsonNode> seen = new AtomicReference<>(JSON.createObjectNode());
        stand.installation().await("preview", PREVIEW, () -> {
            api.find(path("/preview")).ifPresent(seen::set);
            return seen.get().path("number").asLong(before) != before;
        });
        double seconds = (System.nanoTime() - began) / NANOS;
        number = seen.get().path("number").asLong();
        long recipients = seen.get().path("recipients").asLong();
        if (recipients != journeys.count()) {
            throw new IllegalStateException("The preview has " + recipients + " recipients of " + journeys.count());
        }
        return seconds;
    }

    /** The campaign's number; 0 before {@link #prepare}. */
    long campaign() {
        return campaign;
    }

    double previewSeconds() {
        return previewSeconds;
    }

    void confirm() {
        ObjectNode request = JSON.createObjectNode().put("preview", number);
        asked = System.nanoTime();
        confirmed = Instant.parse(
                api.post(path("/confirm"), request).path("confirmed_at").asString());
        confirmSeconds = (System.nanoTime() - asked) / NANOS;
    }

    /** From asking to confirm to the answer. */
    double confirmSeconds() {
        return confirmSeconds;
    }

    /** Takes back one that has not begun: seconds until all its money is back. */
    double takeBack() {
        long began = System.nanoTime();
        api.post(path("/cancel"), JSON.createObjectNode());
        stand.installation()
                .await(
                        "the money back",
                        END,
                        () -> !api.get(path(""))
                                .path("finished_at")
                                .asString("")
                                .isEmpty());
        return (System.nanoTime() - began) / NANOS;
    }

    /** How many groups of recipients have a time of their own. */
    long waves() {
        return stand.database().number("SELECT count(*) FROM campaigns.wave WHERE campaign = " + campaign);
    }

    /** From asking to confirm to the first message on the wire. */
    double firstSeconds() {
        return (first - asked) / NANOS;
    }

    /** Pauses it: seconds from asking to the last message that still left. */
    double pause() {
        return stop("/pause");
    }

    /** Cancels it: the same seconds. */
    double cancel() {
        return stop("/cancel");
    }

    private double stop(String how) {
        long began = System.nanoTime();
        api.post(path(how), JSON.createObjectNode());
        stand.installation().await("quiet after " + how, END, () -> System.nanoTime() - lastSubmit > 2 * NANOS);
        return Math.max(0, lastSubmit - began) / NANOS;
    }

    void resume() {
        api.post(path("/resume"), JSON.createObjectNode());
    }

    /** Messages of the campaign that the network took so far. */
    long submitted() {
        return submits.get();
    }

    /** Whether the last receipt is acknowledged. */
    boolean isOver() {
        return reports.get() >= journeys.count();
    }

    /** Waits until the last receipt is acknowledged. */
    void awaitEnd() {
        stand.installation().await("last receipt of the campaign", END, this::isOver);
    }

    /** From the first message on the wire to the last receipt. */
    double perSecond() {
        return journeys.count() * NANOS / (last - first);
    }

    /** From confirming to when the last message was made, by the server's clock. */
    double queuedSeconds() {
        Instant made = stand.database()
                .one(
                        "SELECT max(created_at) FROM pipeline.message WHERE campaign = ?",
                        row -> row.getTimestamp(1).toInstant(),
                        campaign);
        return Duration.between(confirmed, made).toMillis() / 1e3;
    }

    @Override
    public void submitted(long ordinal, long now) {
        if (isOurs(ordinal)) {
            lastSubmit = now;
            if (submits.getAndIncrement() == 0) {
                first = now;
            }
        }
    }

    @Override
    public void reported(long ordinal, long now) {
        if (isOurs(ordinal)) {
            last = now;
            reports.incrementAndGet();
        }
    }

    private boolean isOurs(long ordinal) {
        return ordinal >= journeys.first() && ordinal < journeys.first() + journeys.count();
    }

    private String path(String below) {
        return "/api/v1/campaigns/" + campaign + below;
    }
}
