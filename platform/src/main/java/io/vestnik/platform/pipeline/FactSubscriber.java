package io.vestnik.platform.pipeline;

import java.util.List;

/** Reads the facts of messages, in order, each at least once, and commits its effects together with its cursor. */
public interface FactSubscriber {
    /** The name of its cursor; never changes. */
    String name();

    /** Takes some thousands of facts, in a transaction of the background pool that also moves the cursor. */
    void take(List<MessageFact> facts);

    /** Called after the commit of what was taken: to tell pages that wait; by default nothing. */
    default void committed(List<MessageFact> facts) {}
}
