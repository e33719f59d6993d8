package io.vestnik.platform.pipeline;

import java.time.Duration;
import java.util.List;

/** Reads the facts of messages, in order, each at least once, and commits its effects together with its cursor. */
public interface FactSubscriber {
    /** The name of its cursor; never changes. */
    String name();

    /** Takes some thousands of facts that it {@link #wants}, in a transaction of the background pool that also moves the cursor. */
    void take(List<MessageFact> facts);

    /** Whether it is told of this one, asked without a transaction; by default it hears of changes of state alone. */
    default boolean wants(MessageFact fact) {
        return fact.mark() == null;
    }

    /** How long facts may be gathered before they are taken, where many change the same rows; by default not at all. */
    default Duration patience() {
        return Duration.ZERO;
    }

    /** Whether {@link #begin} and {@link #settle} are to be called. */
    default boolean begins() {
        return false;
    }

    /**
     * Called with the very list that {@link #take} will get, outside of a transaction: to begin, without waiting, what need not
     * follow a commit. After a crash it is called with the same facts again.
     */
    default void begin(List<MessageFact> facts) {}

    /** Called right before {@link #take}, outside of a transaction: to wait a moment for what was begun. */
    default void settle() {}

    /** Called after the commit of what was taken: to tell pages that wait; by default nothing. */
    default void committed(List<MessageFact> facts) {}
}
