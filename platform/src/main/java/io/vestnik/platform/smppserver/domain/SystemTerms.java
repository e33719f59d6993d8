package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.smpp.BindMode;
import io.vestnik.sms.RouteAlphabet;
import java.net.InetAddress;
import java.util.List;

/**
 * What a system id may do.
 *
 * @param binds at a time on each node, 1 to 10,000; people give out up to 100
 * @param window requests without an answer, either way, 1 to 5,000
 * @param tps submits a second on each node, 0 to 100,000; 0 sets no limit
 * @param alphabet what it means by data_coding 0
 * @param traffic what its messages are for
 * @param addresses from where it may bind, at most 50; from anywhere when there are none
 * @param costs whether receipts tell what a message cost, its parts and its network
 * @param once whether what is submitted again under the same user_message_reference is the message that it was
 */
public record SystemTerms(
        Modes modes,
        int binds,
        int window,
        int tps,
        RouteAlphabet alphabet,
        TrafficType traffic,
        List<AddressRange> addresses,
        boolean costs,
        boolean once) {
    static final int MOST_BINDS = 10_000;
    static final int MOST_WINDOW = 5_000;
    static final int MOST_TPS = 100_000;
    static final int MOST_ADDRESSES = 50;

    /** As new ones begin: both ways, 4 binds, a window of 100, 100 a second, GSM, transactional, from anywhere. */
    public static final SystemTerms USUAL =
            new SystemTerms(Modes.BOTH, 4, 100, 100, RouteAlphabet.GSM, TrafficType.TRANSACTIONAL, List.of());

    public SystemTerms {
        addresses = List.copyOf(addresses);
        if (!within(binds, 1, MOST_BINDS)
                || !within(window, 1, MOST_WINDOW)
                || !within(tps, 0, MOST_TPS)
                || addresses.size() > MOST_ADDRESSES) {
            throw new IllegalArgumentException("Terms out of range: " + binds + ", " + window + ", " + tps);
        }
    }

    /** Whose receipts tell nothing beyond the standard. */
    public SystemTerms(
            Modes modes,
            int binds,
            int window,
            int tps,
            RouteAlphabet alphabet,
            TrafficType traffic,
            List<AddressRange> addresses) {
        this(modes, binds, window, tps, alphabet, traffic, addresses, false, false);
    }

    private static boolean within(int value, int least, int most) {
        return value >= least && value <= most;
    }

    /** Which ways a program may bind. */
    public enum Modes {
        /** As transmitter, receiver or both at once. */
        BOTH(true, true),
        /** As transmitter. */
        SEND(true, false),
        /** As receiver. */
        RECEIVE(false, true);

        private final boolean transmits;
        private final boolean receives;

        Modes(boolean transmits, boolean receives) {
            this.transmits = transmits;
            this.receives = receives;
        }

        public boolean transmits() {
            return transmits;
        }

        public boolean receives() {
            return receives;
        }

        /** The one that allows just this. */
        public static Modes of(boolean transmits, boolean receives) {
            return transmits == receives ? BOTH : transmits ? SEND : RECEIVE;
        }

        boolean allows(BindMode mode) {
            return (transmits || !mode.transmits()) && (receives || !mode.receives());
        }
    }

    /** Whether a program may bind from there. */
    boolean admits(InetAddress from) {
        return AddressRange.admits(addresses, from);
    }
}
