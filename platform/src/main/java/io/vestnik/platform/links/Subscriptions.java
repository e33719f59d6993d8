package io.vestnik.platform.links;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.util.Optional;

/** Whom a message went to and whether they want more. Implemented above, by the module that keeps messages. */
public interface Subscriptions {
    /** What the recipient of the message may end; empty when nothing is known of them any more. */
    Optional<Subscription> of(AccountId account, MessageId message);

    /**
     * What somebody may end.
     *
     * @param sender the name that the message came from
     * @param country ISO letters of their phone; empty where it is not known
     * @param ended whether they have said already that they want no more of this sender, or of all
     */
    record Subscription(String sender, String country, boolean ended) {}

    /**
     * They want no more.
     *
     * @param everything of the account, not only of the sender
     * @param reason in words for the account; may be empty
     */
    void end(AccountId account, MessageId message, boolean everything, String reason);

    /** They want to hear again; what others have stopped stays stopped. */
    void resume(AccountId account, MessageId message);
}
