package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as the sender of callbacks needs it, kept in memory.
 *
 * @param url none for the one that stands for the addresses that messages bring with them
 * @param form how its requests are written
 * @param hears what it is told of
 * @param batch how many events it takes in one request
 * @param waitMillis for how long an event waits until so many have gathered
 * @param secrets the newest first; not empty. In a form with room for one signature the oldest that still signs does so alone
 * @param balanceLow whether it knows that the balance is low
 * @param version grows with each change by a person
 */
public record Target(
        long id,
        AccountId account,
        @Nullable String url,
        EndpointForm form,
        Hears hears,
        int batch,
        int waitMillis,
        EndpointState state,
        List<Signer> secrets,
        boolean balanceLow,
        int version) {
    public Target {
        secrets = List.copyOf(secrets);
    }

    /** A secret, and until when it signs: the newest for ever. */
    public record Signer(Secret secret, Instant until) {}

    /** The one that is given to whoever sets up the receiver. */
    Secret newest() {
        return secrets.getFirst().secret();
    }

    /** The secrets that sign at this time, the newest first. */
    List<Secret> signing(Instant now) {
        return secrets.stream()
                .filter(signer -> signer.until().isAfter(now))
                .map(Signer::secret)
                .toList();
    }

    boolean wants(MessageFact fact) {
        return state.listens() && (fact.mark() == null ? wants(fact.to()) : wants(fact.mark()));
    }

    private boolean wants(MessageState reached) {
        return switch (hears.states()) {
            case NONE -> false;
            case FINAL -> reached.isFinal();
            case EVERY -> true;
        };
    }

    private boolean wants(MessageMark mark) {
        return hears.marks() && (form == EndpointForm.STANDARD || SmscForm.tells(mark));
    }

    /**
     * Whether its form has words for the event. An endpoint of its own address hears of an inbound message besides what a rule calls it,
     * and the compatible form could not tell the two apart.
     */
    boolean tells(Event event) {
        return switch (form) {
            case STANDARD -> true;
            case SMSC ->
                SmscForm.tells(event)
                        && (url == null
                                || event.said() == null
                                || event.said().name().isEmpty());
        };
    }

    /** The event as a callback to the endpoint's own address. */
    Callback callback(Event event, String ownUrl) {
        return new Callback(id, account, Callback.outlet(id), ownUrl, event);
    }

    /** The event as a callback to the address that the message brought. */
    Callback callbackTo(String named, Event event) {
        URI uri = URI.create(named);
        String host = (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
        return new Callback(id, account, Callback.outlet(id, host), named, event);
    }
}
