package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that someone wants sent.
 *
 * @param recipient digits, 7 to 15
 * @param text at most 10 parts; U+0000 and lone surrogates are refused
 * @param validity how long it may wait; 1 minute to 3 days
 * @param feedback what the sending program wants to hear back
 * @param sendAt when it may leave, at most 30 days ahead; none: now. Its validity counts from then
 */
public record NewMessage(
        AccountId account,
        @Nullable UserId user,
        Way way,
        TrafficType type,
        String sender,
        String recipient,
        String text,
        Duration validity,
        Feedback feedback,
        @Nullable Instant sendAt) {
    /** How far ahead a message may be scheduled. */
    public static final Duration FURTHEST = Duration.ofDays(30);

    /** The same with another text. */
    public NewMessage with(String other) {
        return new NewMessage(account, user, way, type, sender, recipient, other, validity, feedback, sendAt);
    }

    /** The same, for a program that wants to hear back otherwise. */
    public NewMessage with(Feedback other) {
        return new NewMessage(account, user, way, type, sender, recipient, text, validity, other, sendAt);
    }

    /** The same, to leave at that moment. */
    public NewMessage at(@Nullable Instant moment) {
        return new NewMessage(account, user, way, type, sender, recipient, text, validity, feedback, moment);
    }
}
