package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.store.Timetable;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends callbacks over the few connections of each outlet; no thread waits for an answer. */
@Component
class Sending implements DisposableBean {
    private static final int GONE = 410;
    private static final int MOST_IDLE_OUTLETS = 1_000;
    /** Octets of an answer that the journal keeps: of those that say what went wrong more. */
    private static final int MOST_KEPT = 1_000;

    private static final int MOST_KEPT_OF_TAKEN = 100;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Timetable gathering = new Timetable("webhooks-gathering", log);
    private final OutboundHttp http;
    private final Targets targets;
    private final Clock clock;
    private final Map<String, Outlet> outlets = new ConcurrentHashMap<>();

    Sending(OutboundHttp http, Targets targets, Clock clock) {
        this.http = http;
        this.targets = targets;
        this.clock = clock;
    }

    /** How many more callbacks can be taken for this outlet. */
    int room(String name, Target target) {
        return outlet(name, target).room(clock.instant());
    }

    /** Whether receivers behind this outlet answer so quickly, as far as is known. */
    boolean usuallyWithin(String name, long millis) {
        Outlet outlet = outlets.get(name);
        return outlet != null && outlet.usualMillis() <= millis;
    }

    /** Takes a callback and completes its fate; false when there is no room for it. */
    boolean take(Parcel parcel, Target target) {
        Outlet outlet = outlet(parcel.callback().outlet(), target);
        boolean taken = outlet.put(parcel, clock.instant());
        if (taken) {
            pump(outlet);
        }
        return taken;
    }

    private Outlet outlet(String name, Target target) {
        Outlet outlet = outlets.computeIfAbsent(name, _ -> new Outlet(target.batch(), target.waitMillis()));
        outlet.take(target.batch(), target.waitMillis());
        return outlet;
    }

    /** The outlets that let through again since {@link #hastened}. */
    List<String> recovered() {
        return outlets.entrySet().stream()
                .filter(entry -> entry.getValue().recovered())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What waited for this outlet is due by now. */
    void hastened(String name) {
        Outlet outlet = outlets.get(name);
        if (outlet != null) {
            outlet.forgetRecovery();
        }
    }

    /** Forgets outlets that nothing goes through. */
    void tidy() {
        if (outlets.size() > MOST_IDLE_OUTLETS) {
            outlets.values().removeIf(Outlet::idle);
        }
    }

    private void pump(Outlet outlet) {
        Outlet.Turn next = outlet.next(System.nanoTime());
        while (!next.together().isEmpty()) {
            send(outlet, next.together());
            next = outlet.next(System.nanoTime());
        }
        if (next.pause() > 0) {
            gathering.after(Duration.ofNanos(next.pause()), "Sending what has gathered", () -> {
                outlet.rang();
                pump(outlet);
            });
        }
    }

    @Override
    public void destroy() {
        gathering.close();
    }

    private void send(Outlet outlet, List<Parcel> together) {
        long started = System.nanoTime();
        Callback first = together.getFirst().callback();
        Optional<Target> target = targets.find(first.endpoint());
        if (target.isEmpty()
                || together.size() > target.get().batch() // it has been changed meanwhile
                || Outlet.stale(together.getFirst(), started)) {
            end(outlet, together, new Fate.Untried());
            return;
        }
        if (!target.get().tells(first.event())) { // its form has been changed meanwhile
            end(outlet, together, new Fate.Wordless());
            return;
        }
        String own = target.get().url();
        OutboundHttp.Request request;
        try {
            List<Event> events =
                    together.stream().map(parcel -> parcel.callback().event()).toList();
            request = Envelope.of(target.get(), events, own == null ? first.url() : own, clock.instant());
        } catch (IllegalArgumentException e) {
            end(outlet, together, new Fate.Failed("address", 0));
            return;
        }
        http.send(request).whenComplete((response, failure) -> {
            int millis = (int) ((System.nanoTime() - started) / 1_000_000);
            Fate fate = response == null ? failed(failure, millis) : answered(response, millis);
            end(outlet, together, fate);
            pump(outlet);
        });
    }

    private void end(Outlet outlet, List<Parcel> together, Fate fate) {
        List<Parcel> untried = outlet.ended(together, fate, clock.instant());
        together.forEach(parcel -> parcel.fate().complete(fate));
        untried.forEach(parcel -> parcel.fate().complete(new Fate.Untried()));
    }

    private Fate answered(OutboundHttp.Response response, int millis) {
        int status = response.status();
        if (status >= 200 && status < 300) {
            return new Fate.Taken(status, millis, beginning(response.body(), MOST_KEPT_OF_TAKEN));
        }
        String reply = beginning(response.body(), MOST_KEPT);
        if (status == GONE) {
            return new Fate.Gone(millis, reply);
        }
        return new Fate.Failed(
                status, "answer", millis, retryAfter(response.headers().get("Retry-After")), reply);
    }

    /** How an answer begins, for the journal; what is no text of UTF-8 shows as such. */
    private static @Nullable String beginning(byte[] body, int most) {
        if (body.length == 0) {
            return null;
        }
        String text = new String(body, 0, Math.min(body.length, most), StandardCharsets.UTF_8);
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    /** RFC 9110 §10.2.3: seconds or a date. */
    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null || header.length() > 40) {
            return null;
        }
        String value = header.strip();
        if (!value.isEmpty() && value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration pause = Duration.between(clock.instant(), at);
            return pause.isNegative() ? null : pause;
        } catch (DateTimeParseException e) {
            return null; // not a time: our own pauses hold
        }
    }

    private static Fate failed(@Nullable Throwable failure, int millis) {
        return new Fate.Failed(reason(failure), millis);
    }

    /** A failure in a word. */
    static String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case UnknownHostException _ -> "address";
            case SSLException _ -> "tls";
            case TimeoutException _ -> "timeout";
            case InterruptedIOException _ -> "timeout";
            case ConnectException _ -> "refused";
            case null, default -> "connection";
        };
    }
}
