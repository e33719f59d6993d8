package io.vestnik.platform.channels.smpp;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.sms.RouteAlphabet;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a route says; made by {@link SmppAddress}.
 *
 * @param tls none for plain TCP
 * @param tps parts a second over the whole route, 0 for no limit
 * @param receiptIds how answers write ids where receipts write them otherwise; none: it is to be learnt
 * @param remembersIds whether what was learnt before the last start still holds
 */
record SmppSettings(
        Login login,
        @Nullable Tls tls,
        Links links,
        int tps,
        Writing writing,
        Querying querying,
        Verdicts verdicts,
        @Nullable IdForm receiptIds,
        boolean remembersIds) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration BIND = Duration.ofSeconds(15);
    // One connection may owe the network this many answers to receipts while the store commits them.
    private static final int INBOUND_REQUESTS = 5_000;
    private static final int INBOUND_BYTES = 8 << 20;

    /** Where and as whom to bind; the password never shows. */
    record Login(String host, int port, String systemId, String password, String systemType) {
        @Override
        public String toString() {
            return systemId + "@" + host + ":" + port;
        }
    }

    /**
     * TLS.
     *
     * @param context knows whose certificates are believed
     * @param name what the network's certificate must bear; empty for the host of the address
     */
    record Tls(SSLContext context, String name) {}

    /**
     * The connections.
     *
     * @param binds how many may send: transceivers, or pairs of a transmitter and a receiver
     * @param window parts that may wait for their answer on each
     * @param enquire silence before enquire_link, zero never asks
     * @param response how long an answer may take
     */
    record Links(Layout layout, int binds, int window, Duration enquire, Duration response) {}

    /** Which binds make one connection of the route. */
    enum Layout {
        TRANSCEIVERS,
        PAIRS;

        List<BindMode> modes() {
            return switch (this) {
                case TRANSCEIVERS -> List.of(BindMode.TRANSCEIVER);
                case PAIRS -> List.of(BindMode.TRANSMITTER, BindMode.RECEIVER);
            };
        }
    }

    /**
     * How messages are written into submit_sm.
     *
     * @param source TON and NPI of every sender; none: by the kind of the sender
     * @param references whether parts carry user_message_reference (SMPP 3.4 §5.3.2.17)
     * @param joining how a text that is longer than one short message goes
     */
    record Writing(
            RouteAlphabet alphabet,
            @Nullable Plan source,
            Plan destination,
            Validity validity,
            int registeredDelivery,
            boolean references,
            Joining joining) {}

    /** How the network learns that a text is longer than one short message. */
    enum Joining {
        /** By a header in each part (3GPP TS 23.040 §9.2.3.24.1). */
        HEADER,
        /** By the sar_ parameters beside each part (SMPP 3.4 §5.3.2.22–24). */
        SAR,
        /** It gets the whole text as message_payload (SMPP 3.4 §5.3.2.32) and divides it itself. */
        PAYLOAD
    }

    /**
     * Questions after parts whose receipts are overdue.
     *
     * @param most a second; 0 never asks
     * @param after how long after sending a receipt is overdue
     */
    record Querying(int most, Duration after) {}

    /** Type of number and numbering plan (SMPP 3.4 §5.2.5, §5.2.6). */
    record Plan(int ton, int npi) {}

    /** How validity_period tells the lifetime of a message (SMPP 3.4 §7.1.1). */
    enum Validity {
        NONE,
        RELATIVE,
        ABSOLUTE
    }

    /** What the library needs to open one bind of this mode. */
    ClientSettings client(BindMode mode) {
        SessionSettings session = SessionSettings.DEFAULT
                .withWindow(links.window())
                .withResponseTimeout(links.response())
                .withSilence(links.enquire(), Duration.ZERO)
                .withInbound(INBOUND_REQUESTS, INBOUND_BYTES);
        ClientSettings plain = ClientSettings.of(login.host(), login.port(), login.systemId(), login.password())
                .withMode(mode)
                .withSystem(login.systemType(), Address.NONE)
                .withTimeouts(CONNECT, BIND)
                .withSession(session);
        return tls == null ? plain : plain.withTls(tls.context(), tls.name());
    }
}
