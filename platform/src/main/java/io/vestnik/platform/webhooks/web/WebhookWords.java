package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.Callbacks;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.domain.Event;
import io.vestnik.platform.webhooks.domain.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the pages of callbacks. */
@Component
class WebhookWords {
    private final MessageSource messages;
    private final Format format;
    private final Clock clock;

    WebhookWords(MessageSource messages, Format format, Clock clock) {
        this.messages = messages;
        this.format = format;
        this.clock = clock;
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    public Tone tone(Endpoint endpoint) {
        return switch (endpoint.state()) {
            case ON -> endpoint.failingSince() == null ? Tone.SUCCESS : Tone.WAITING;
            case OFF -> Tone.NEUTRAL;
            case PAUSED, GONE -> Tone.FAILURE;
        };
    }

    /** The tone of what is to be said above the list; none where all is well. */
    @Nullable
    Tone trouble(List<Endpoint> endpoints) {
        boolean any = endpoints.stream().map(this::tone).anyMatch(it -> it == Tone.WAITING || it == Tone.FAILURE);
        return any ? Tone.WAITING : null;
    }

    public String state(Endpoint endpoint) {
        boolean failing = endpoint.failingSince() != null;
        return of("webhooks.state."
                + switch (endpoint.state()) {
                    case ON -> failing ? "failing" : "on";
                    case OFF, PAUSED, GONE -> endpoint.state().code();
                });
    }

    public Tone tone(Journal.Line line) {
        return switch (line.state()) {
            case TAKEN -> Tone.SUCCESS;
            case WAITING -> line.tries() == 0 ? Tone.PROGRESS : Tone.WAITING;
            case GIVEN_UP -> Tone.FAILURE;
            case GONE -> Tone.NEUTRAL;
        };
    }

    public String state(Journal.Line line) {
        return of("webhooks.journal.state." + line.state().code());
    }

    /** The answer as people read it: a status, or what went wrong. */
    public String answer(Journal.Line line) {
        String failure = line.failure();
        if (line.answer() != null) {
            return "HTTP " + line.answer();
        }
        return failure == null ? "" : failure(failure);
    }

    /** A failure as it is stored, in words. */
    public String failure(@Nullable String stored) {
        if (stored == null || stored.startsWith("HTTP ")) {
            return stored == null ? "" : stored;
        }
        return of("webhooks.failure." + stored);
    }

    String tried(Callbacks.Tried tried) {
        return tried.status() == 0
                ? of("webhooks.tested.no", of("webhooks.failure." + tried.reason()))
                : of("webhooks.tested", tried.status());
    }

    /** What an endpoint hears of. */
    public String events(Endpoint endpoint) {
        Hears hears = endpoint.hears();
        List<String> all = new ArrayList<>();
        all.add(of("webhooks.events." + hears.states().code()));
        if (hears.marks()) {
            all.add(of("webhooks.events.marks"));
        }
        if (hears.inbound()) {
            all.add(of("webhooks.events.inbound"));
        }
        if (hears.senders()) {
            all.add(of("webhooks.events.senders"));
        }
        if (hears.balanceBelow() != null) {
            all.add(of(
                    "webhooks.events.balance",
                    format.decimal(hears.balanceBelow().toDecimal())));
        }
        return String.join(", ", all);
    }

    /** What was told, in a word. */
    public String event(Event event) {
        if (event.mark() != null) {
            return of("webhooks.mark." + event.mark().code());
        }
        if (event.said() != null && event.said().name().isEmpty()) {
            return of("webhooks.journal.inbound");
        }
        return event.type();
    }

    /** The choices of states; only who has an address of its own may hear of none. */
    List<Option> events(boolean ownUrl) {
        return Stream.of(Hears.States.FINAL, Hears.States.EVERY, Hears.States.NONE)
                .filter(states -> ownUrl || states != Hears.States.NONE)
                .map(states -> new Option(states.code(), of("webhooks.events." + states.code())))
                .toList();
    }

    List<Option> forms() {
        return Arrays.stream(EndpointForm.values())
                .map(form -> new Option(form.code(), of("webhooks.form." + form.code())))
                .toList();
    }

    /** The last day, as fields of a form. */
    Day day() {
        Instant now = clock.instant();
        return new Day(written(now.minus(Duration.ofDays(1))), written(now.plus(Duration.ofMinutes(1))));
    }

    /** From when until when, as fields of a form write it. */
    public record Day(String from, String until) {}

    private String written(Instant at) {
        return at.atZone(format.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** A time as fields of a form write it; none where it is none. */
    Optional<Instant> time(String written) {
        try {
            return Optional.of(
                    LocalDateTime.parse(written).atZone(format.zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    List<Option> states() {
        return Arrays.stream(CallbackState.values())
                .map(state -> new Option(state.code(), of("webhooks.journal.state." + state.code())))
                .toList();
    }

    List<Option> endpoints(List<Endpoint> endpoints) {
        return endpoints.stream()
                .map(endpoint -> new Option(
                        Long.toString(endpoint.id()),
                        endpoint.url() == null ? of("webhooks.messages") : String.valueOf(endpoint.url())))
                .toList();
    }
}
