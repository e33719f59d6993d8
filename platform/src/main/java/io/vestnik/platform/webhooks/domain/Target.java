package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.webhooks.EndpointState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as the sender of callbacks needs it, kept in memory.
 *
 * @param url none for the one that stands for the addresses that messages bring with them
 * @param every whether it hears of each state, or of the last only
 * @param marks whether it hears besides what recipients did
 * @param batch how many events it takes in one request
 * @param secrets the newest first; not empty
 * @param oldUntil until when all but the newest secret sign too
 */
public record Target(
        long id,
        AccountId account,
        @Nullable String url,
        boolean every,
        boolean marks,
        int batch,
        EndpointState state,
        List<Secret> secrets,
        @Nullable Instant oldUntil) {
    public Target {
        secrets = List.copyOf(secrets);
    }

    /** The secrets that sign at this time. */
    List<Secret> signing(Instant now) {
        return oldUntil != null && oldUntil.isAfter(now) ? secrets : secrets.subList(0, 1);
    }

    boolean wants(MessageFact fact) {
        boolean told = fact.mark() == null ? every || fact.to().isFinal() : marks;
        return state.listens() && told;
    }

    /** The event as a callback to the endpoint's own address. */
    Callback callback(Event event, String ownUrl) {
        return new Callback(id, account, "e" + id, ownUrl, event);
    }

    /** The event as a callback to the address that the message brought. */
    Callback callbackTo(String named, Event event) {
        URI uri = URI.create(named);
        String host = (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
        return new Callback(id, account, "m" + id + " " + host, named, event);
    }
}
