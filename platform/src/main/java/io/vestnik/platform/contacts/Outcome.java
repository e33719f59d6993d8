package io.vestnik.platform.contacts;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;

/**
 * What came of one message to a phone, or what its recipient did with it.
 *
 * @param phone digits, 7 to 15
 */
public record Outcome(AccountId account, String phone, Kind kind, Instant at) {

    /** What happened. */
    public enum Kind {
        SENT,
        DELIVERED,
        /** It was sent and did not reach the phone in time, or the network gave it up. */
        UNDELIVERED,
        /** Its recipient followed a link of it, for the first time. */
        CLICKED
    }
}
