package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.domain.Journal;
import io.vestnik.platform.webhooks.domain.Resending;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the pages of callbacks. */
@Component
class WebhookWords {
    private final MessageSource messages;

    WebhookWords(MessageSource messages) {
        this.messages = messages;
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

    String tried(Resending.Tried tried) {
        return tried.status() == 0
                ? of("webhooks.tested.no", of("webhooks.failure." + tried.reason()))
                : of("webhooks.tested", tried.status());
    }

    /** What an endpoint hears of. */
    public String events(Endpoint endpoint) {
        String states = of(endpoint.every() ? "webhooks.events.every" : "webhooks.events.final");
        return endpoint.marks() ? states + ", " + of("webhooks.events.marks") : states;
    }

    List<Option> events() {
        return List.of(
                new Option("final", of("webhooks.events.final")), new Option("every", of("webhooks.events.every")));
    }

    List<Option> states() {
        return Arrays.stream(Journal.State.values())
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
