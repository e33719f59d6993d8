package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs asked for within the last minute, on all nodes. Of a request only a digest is kept. */
public interface RequestStore {
    /** Within which the same is the same request. */
    Duration MINUTE = Duration.ofMinutes(1);

    /**
     * A request.
     *
     * @param at from when it is known for a minute
     * @param ids under which its messages are offered, one after the other without a gap; none where it sends nothing
     */
    record Request(AccountId account, Digest digest, Instant at, List<MessageId> ids) {
        public Request {
            ids = List.copyOf(ids);
        }

        public @Nullable MessageId first() {
            return ids.isEmpty() ? null : ids.getFirst();
        }
    }

    /** All that makes a request the same, in short. */
    record Digest(String hex) {
        static Digest of(String asked) {
            try {
                byte[] bytes = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
                return new Digest(HexFormat.of().formatHex(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Notes them in the caller's transaction, and waits for whoever notes one of them at the same moment.
     *
     * @return of those that were noted within the minute before them, the ids under which that was offered
     */
    Map<Request, List<MessageId>> ask(List<Request> requests);

    /** Forgets it, so that the same is a first one again, unless it was noted once more since. */
    void forget(Request request);

    /** Forgets some that are older than a minute; how many. */
    int sweep(Instant now, int most);
}
