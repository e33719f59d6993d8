package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.webhooks.Callbacks;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks as they are written in JSON. */
final class WebhookWire {
    private WebhookWire() {}

    /**
     * A new webhook.
     *
     * @param url http or https, at most 500 characters
     * @param form standard (usual): Standard Webhooks; smsc: fields and signatures as programs made for SMSC read them
     * @param events final (usual): the last state of a message; every: each state; none
     * @param marks whether it is told of clicks and unsubscribes too; usually not
     * @param inbound whether it is told of what people write; usually so
     * @param senders whether it is told of answers about sender names; usually not
     * @param balanceBelow told once each time the balance falls below it, such as 500.00
     * @param batch how many events one request may carry, 1 (usual) to 100
     * @param waitMillis for how long an event waits until so many have gathered, 0 (usual) to 10000
     * @param version with a change: the one that was read
     */
    record WebhookRequest(
            @Nullable String url,
            @Nullable String form,
            @Nullable String events,
            @Nullable Boolean marks,
            @Nullable Boolean inbound,
            @Nullable Boolean senders,
            @JsonProperty("balance_below") @Nullable String balanceBelow,
            @Nullable Integer batch,
            @JsonProperty("wait_ms") @Nullable Integer waitMillis,
            @Nullable Integer version) {}

    /**
     * A webhook.
     *
     * @param url absent for the one that signs for addresses in messages
     * @param state on, off, paused (it failed for a day) or gone (it answered 410)
     * @param oldSecrets those before that sign still, the newest first
     * @param secret only in the answer that made it
     */
    record WebhookView(
            String id,
            @Nullable String url,
            String form,
            String events,
            boolean marks,
            boolean inbound,
            boolean senders,

            @JsonProperty("balance_below") @Nullable String balanceBelow,

            int batch,

            @JsonProperty("wait_ms") int waitMillis,

            String state,

            @JsonProperty("created_at") Instant createdAt,

            @JsonProperty("failing_since") @Nullable Instant failingSince,

            @JsonProperty("last_failure") @Nullable String lastFailure,

            @JsonProperty("old_secrets") List<OldSecretView> oldSecrets,

            int version,

            @Nullable String secret) {}

    /**
     * A secret that was replaced.
     *
     * @param until until when it signs beside the new one
     */
    record OldSecretView(String id, Instant until) {}

    /**
     * What is to be told again.
     *
     * @param from of what ended since then
     * @param until and before then; usually now
     * @param all also what was taken; usually only what was given up
     */
    record AgainRequest(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Boolean all) {}

    /** How many events go again. */
    record AgainView(int events) {}

    /** All webhooks. */
    record WebhookList(List<WebhookView> items) {}

    /**
     * What came of a trial.
     *
     * @param taken whether it answered 2xx
     * @param status of the answer; absent where there was none
     * @param failure why there was none, such as timeout
     */
    record ProbeView(
            boolean taken,
            @Nullable Integer status,
            @Nullable String failure) {}

    static ProbeView view(Callbacks.Tried tried) {
        boolean answered = tried.status() > 0;
        return new ProbeView(
                tried.status() >= 200 && tried.status() < 300,
                answered ? tried.status() : null,
                answered ? null : tried.reason());
    }

    /** The tag of what stands there. */
    static String tag(Endpoint endpoint) {
        return ETags.of(view(endpoint, null).toString());
    }

    /** What is written; what cannot be read of it is among the errors. */
    static Webhooks.Draft draft(WebhookRequest request, List<FieldError> errors) {
        Optional<EndpointForm> form =
                EndpointForm.ofCode(Objects.requireNonNullElse(request.form(), EndpointForm.STANDARD.code()));
        if (form.isEmpty()) {
            errors.add(new FieldError("/form", "unknown", "standard or smsc"));
        }
        Optional<Hears.States> states =
                Hears.States.ofCode(Objects.requireNonNullElse(request.events(), Hears.States.FINAL.code()));
        if (states.isEmpty()) {
            errors.add(new FieldError("/events", "unknown", "final, every or none"));
        }
        String below = request.balanceBelow();
        boolean amount = below != null && below.matches("[0-9]{1,10}(\\.[0-9]{1,4})?");
        if (below != null && !amount) {
            errors.add(new FieldError("/balance_below", "bad_amount", null));
        }
        return new Webhooks.Draft(
                Objects.requireNonNullElse(request.url(), ""),
                form.orElse(EndpointForm.STANDARD),
                new Hears(
                        states.orElse(Hears.States.FINAL),
                        Boolean.TRUE.equals(request.marks()),
                        !Boolean.FALSE.equals(request.inbound()),
                        Boolean.TRUE.equals(request.senders()),
                        below != null && amount ? Money.of(below) : null),
                Objects.requireNonNullElse(request.batch(), 1),
                Objects.requireNonNullElse(request.waitMillis(), 0));
    }

    static WebhookView view(Endpoint endpoint, @Nullable String secret) {
        Hears hears = endpoint.hears();
        return new WebhookView(
                Long.toString(endpoint.id()),
                endpoint.url(),
                endpoint.form().code(),
                hears.states().code(),
                hears.marks(),
                hears.inbound(),
                hears.senders(),
                hears.balanceBelow() == null ? null : hears.balanceBelow().toString(),
                endpoint.batch(),
                endpoint.waitMillis(),
                endpoint.state().code(),
                endpoint.createdAt(),
                endpoint.failingSince(),
                endpoint.failingSince() == null ? null : endpoint.lastFailure(),
                endpoint.oldSecrets().stream()
                        .map(old -> new OldSecretView(Long.toString(old.id()), old.until()))
                        .toList(),
                endpoint.version(),
                secret);
    }
}
