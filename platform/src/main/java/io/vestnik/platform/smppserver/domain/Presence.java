package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import java.util.OptionalInt;

/** Where this node's door is and who is in. */
public interface Presence {
    /** The port that programs bind to; empty while the door is closed. */
    OptionalInt port();

    /** Binds of the account's system ids to this node at this moment, by the number of the system id. */
    Map<Long, Integer> binds(AccountId account);
}
