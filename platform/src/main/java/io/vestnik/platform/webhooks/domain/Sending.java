package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.webhooks.domain.Share.Way;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends callbacks over the few connections of each outlet, and of each account; no thread waits for an answer. */
@Component
class Sending implements DisposableBean {
    private static final int GONE = 410;
    private static final int MOST_IDLE_OUTLETS = 1_000;
    /** Beyond this many even those are forgotten that failed of late: their rows know when they are due. */
    private static final int CROWD = 50_000;

    /** Octets of an answer that the journal keeps: of those that say what went wrong more. */
    private static final int MOST_KEPT = 1_000;

    private static final int MOST_KEPT_OF_TAKEN = 100;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Timetable gathering = new Timetable("webhooks-gathering", log);
    private final OutboundHttp http;
    private final Targets targets;
    private final Clock clock;
    private final Map<String, Way> outlets = new ConcurrentHashMap<>();
    private final Map<AccountId, Share> shares = new ConcurrentHashMap<>();

    Sending(OutboundHttp http, Targets targets, Clock clock) {
        this.http = http;
        this.targets = targets;
        this.clock = clock;
    }

    /** How many more callbacks can be taken for this outlet. */
    int room(String name, Target target) {
        Way way = outlets.get(name);
        return (way == null ? new Outlet(target.batch(), target.waitMillis()) : suited(way.outlet(), target))
                .room(clock.instant());
    }

    /** How many more callbacks can be taken for this account. */
    int room(AccountId account) {
        return share(account).room();
    }

    private Share share(AccountId account) {
        return shares.computeIfAbsent(account, _ -> new Share());
    }

    /** Whether receivers behind this outlet answer so quickly, as far as is known. */
    boolean usuallyWithin(String name, long millis) {
        Way way = outlets.get(name);
        return way != null && way.outlet().usualMillis() <= millis;
    }

    /** Takes a callback and completes its fate; false when there is no room for it. */
    boolean take(Parcel parcel, Target target) {
        if (room(target.account()) == 0) {
            return false;
        }
        AtomicBoolean taken = new AtomicBoolean();
        // What is put into an outlet is put while nobody can forget the outlet: there is one at a time of each name.
        Way way = outlets.compute(parcel.callback().outlet(), (_, known) -> {
            Way it = known == null ? way(target) : known;
            taken.set(suited(it.outlet(), target).put(parcel, clock.instant()));
            return it;
        });
        if (taken.get()) {
            way.share().took();
            pump(way);
        }
        return taken.get();
    }

    private Way way(Target target) {
        return new Way(new Outlet(target.batch(), target.waitMillis()), share(target.account()));
    }

    private static Outlet suited(Outlet outlet, Target target) {
        outlet.take(target.batch(), target.waitMillis());
        outlet.as(target.version());
        return outlet;
    }

    /** The outlets that let through again since {@link #hastened}. */
    List<String> recovered() {
        return outlets.entrySet().stream()
                .filter(entry -> entry.getValue().outlet().recovered())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What waited for this outlet is due by now. */
    void hastened(String name) {
        Way way = outlets.get(name);
        if (way != null) {
            way.outlet().forgetRecovery();
        }
    }

    /** Forgets outlets that nothing goes through. */
    void tidy() {
        if (outlets.size() > MOST_IDLE_OUTLETS) {
            boolean crowded = outlets.size() > CROWD;
            Instant now = clock.instant();
            outlets.keySet()
                    .forEach(name -> outlets.computeIfPresent(
                            name, (_, way) -> way.outlet().idle(now, crowded) ? null : way));
        }
    }

    /** How many outlets it knows. */
    int outlets() {
        return outlets.size();
    }

    private void pump(@Nullable Way first) {
        Way way = first;
        while (way != null) {
            way = turn(way);
        }
    }

    /** Begins a request through it, if there is something to send and its account may; whose turn is next. */
    private @Nullable Way turn(Way way) {
        if (!way.share().begin(way)) {
            return null;
        }
        Outlet.Turn next = way.outlet().next(System.nanoTime());
        if (!next.together().isEmpty()) {
            return send(way, next.together()) ? way : way.share().endedBefore(way);
        }
        if (next.pause() > 0) {
            gathering.after(Duration.ofNanos(next.pause()), "Sending what has gathered", () -> {
                way.outlet().rang();
                pump(way);
            });
        }
        return way.share().ended();
    }

    @Override
    public void destroy() {
        gathering.close();
    }

    /** Whether the request is under way now. */
    private boolean send(Way way, List<Parcel> together) {
        long started = System.nanoTime();
        Callback first = together.getFirst().callback();
        Optional<Target> target = targets.find(first.endpoint());
        if (target.isEmpty()
                || together.size() > target.get().batch() // it has been changed meanwhile
                || Outlet.stale(together.getFirst(), started)) {
            return end(way, together, new Fate.Untried());
        }
        if (!target.get().tells(first.event())) { // its form has been changed meanwhile
            return end(way, together, new Fate.Wordless());
        }
        String own = target.get().url();
        OutboundHttp.Request request;
        try {
            List<Event> events =
                    together.stream().map(parcel -> parcel.callback().event()).toList();
            request = Envelope.of(target.get(), events, own == null ? first.url() : own, clock.instant());
        } catch (IllegalArgumentException e) {
            return end(way, together, new Fate.Failed("address", 0));
        }
        CompletableFuture<Fate> fate = http.send(request).handle((response, failure) -> {
            int millis = (int) ((System.nanoTime() - started) / 1_000_000);
            return response == null ? failed(failure, millis) : answered(response, millis);
        });
        if (fate.isDone()) {
            return end(way, together, fate.join());
        }
        fate.thenAccept(it -> {
            end(way, together, it);
            pump(way.share().ended());
            pump(way);
        });
        return true;
    }

    /** Always false: nothing is under way any more. */
    private boolean end(Way way, List<Parcel> together, Fate fate) {
        List<Parcel> untried = way.outlet().ended(together, fate, clock.instant());
        way.share().left(together.size() + untried.size());
        together.forEach(parcel -> parcel.fate().complete(fate));
        untried.forEach(parcel -> parcel.fate().complete(new Fate.Untried()));
        return false;
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

    /** What was not begun for want of room here says nothing of the receiver. */
    static Fate failed(@Nullable Throwable failure, int millis) {
        return failure instanceof OutboundHttp.NoRoom ? new Fate.Untried() : new Fate.Failed(reason(failure), millis);
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
