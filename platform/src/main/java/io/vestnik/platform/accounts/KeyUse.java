package io.vestnik.platform.accounts;

import io.vestnik.platform.shell.Quota;
import java.util.List;
import java.util.Optional;

/** What a program may still send with what it has come in by; it belongs to one request. Doors that take messages ask it first. */
public interface KeyUse {

    /** The request attribute under which the chain of programs leaves it for the door. */
    String ATTRIBUTE = "vestnik.accounts.key-use";

    /**
     * Takes so many messages off the limits of the key: all of them or, refused, none. What is offered counts, whatever becomes of it
     * later; a request that is answered from memory (the same {@code Idempotency-Key}) offers nothing.
     *
     * @param messages at least 1
     * @param codes whether all of them are codes, which a key with instant sending may send at any hour
     * @return why not; empty when they may be sent
     */
    Optional<KeyRefusal> send(int messages, boolean codes);

    /**
     * Makes a program that goes on asking while it is refused slower: of more than ten refusals a second each further request waits a
     * second here, before anything is read of it, so that who floods takes no time from others. A door asks it once, before it does
     * any work for the request and while it holds nothing that others wait for.
     *
     * @return false when too many of its requests wait already: this one is to be refused at once
     */
    boolean awaitTurn();

    /** Why nothing may be sent at this hour; empty when something may. For what goes on with messages that are counted already. */
    Optional<KeyRefusal> outsideHours();

    /**
     * Sets so many messages aside for a request that may come to nothing: nobody else is given them until that is known.
     *
     * @param messages at least 1
     * @param codes whether all of them are codes, as for {@link #send}
     */
    Reservation reserve(int messages, boolean codes);

    /** Messages that are set aside. Closing it gives back what was not spent. */
    interface Reservation extends AutoCloseable {
        /** Why there are none; empty when there are. */
        Optional<KeyRefusal> refusal();

        /** They are sent: from now on they count. */
        void spend();

        @Override
        void close();

        /** Of nobody's limits, or refused. */
        static Reservation without(Optional<KeyRefusal> refusal) {
            return new Reservation() {
                @Override
                public Optional<KeyRefusal> refusal() {
                    return refusal;
                }

                @Override
                public void spend() {}

                @Override
                public void close() {}
            };
        }
    }

    /** Whether it has hours or limits of sending: then it starts nothing that goes on sending without it, nobody knows how much. */
    boolean bound();

    /** The limits that are set, the shortest span first, as they stand now. */
    List<Quota> quotas();

    /** Without any limits. */
    KeyUse FREE = new KeyUse() {
        @Override
        public Optional<KeyRefusal> send(int messages, boolean codes) {
            return Optional.empty();
        }

        @Override
        public boolean awaitTurn() {
            return true;
        }

        @Override
        public Optional<KeyRefusal> outsideHours() {
            return Optional.empty();
        }

        @Override
        public Reservation reserve(int messages, boolean codes) {
            return Reservation.without(Optional.empty());
        }

        @Override
        public boolean bound() {
            return false;
        }

        @Override
        public List<Quota> quotas() {
            return List.of();
        }
    };
}
