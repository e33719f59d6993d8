package io.vestnik.platform.contacts;

import java.util.Collection;

/** Where the path of messages tells what came of them; segments and cleaning go by it. */
public interface Outcomes {
    /**
     * Keeps what came of messages to those phones that are contacts, in the caller's transaction; of a phone in the order given.
     *
     * @param outcomes at most 10,000
     */
    void recordOutcomes(Collection<Outcome> outcomes);
}
