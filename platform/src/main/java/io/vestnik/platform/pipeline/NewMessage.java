package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that someone wants sent.
 *
 * @param recipient digits, 7 to 15
 * @param body a text of at most 10 parts without U+0000 and lone surrogates, or octets of one short message
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
        Body body,
        Duration validity,
        Feedback feedback,
        @Nullable Instant sendAt) {
    /** How far ahead a message may be scheduled. */
    public static final Duration FURTHEST = Duration.ofDays(30);

    /** The same text message with another text: a flash stays one. */
    public NewMessage with(String other) {
        return switch (body) {
            case Body.Text text -> with(new Body.Text(other, text.flash()));
            case Body.Binary _ -> throw new IllegalStateException("Octets are no text");
        };
    }

    /** The same with another body. */
    public NewMessage with(Body other) {
        return new NewMessage(account, user, way, type, sender, recipient, other, validity, feedback, sendAt);
    }

    /** The same, for a program that wants to hear back otherwise. */
    public NewMessage with(Feedback other) {
        return new NewMessage(account, user, way, type, sender, recipient, body, validity, other, sendAt);
    }

    /** The same, to leave at that moment. */
    public NewMessage at(@Nullable Instant moment) {
        return new NewMessage(account, user, way, type, sender, recipient, body, validity, feedback, moment);
    }
}
