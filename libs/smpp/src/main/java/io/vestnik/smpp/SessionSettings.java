package io.vestnik.smpp;

import java.time.Duration;

/**
 * Limits of one session, of either side.
 *
 * @param window most requests of ours without an answer, 1 to 65,536
 * @param responseTimeout how long to wait for an answer before a request is handed back, 10 ms to 1 day
 * @param enquireInterval after how long a silence of the other side to send enquire_link; zero never sends one
 * @param inactivity after how long a silence of the other side to close the session; zero never does. A sent
 *     enquire_link that nothing follows within responseTimeout closes it as well
 * @param writeTimeout how long the other side may take no octet of what waits to be written before the session is cut
 * @param maxPduLength longest PDU taken, 1 KiB to 16 MiB; a longer one is refused before it is stored
 * @param inboundRequests requests of the other side that may wait for our answer before the socket is no longer read, 1 and more
 * @param inboundBytes octets of such requests, 64 KiB and more; one read of the socket may go beyond it
 */
public record SessionSettings(
        int window,
        Duration responseTimeout,
        Duration enquireInterval,
        Duration inactivity,
        Duration writeTimeout,
        int maxPduLength,
        int inboundRequests,
        int inboundBytes) {
    /** Window 10, answers in 60 s, enquire_link after 30 s, closed after 2 min, 100 KiB a PDU, 5,000 requests or 4 MiB waiting. */
    public static final SessionSettings DEFAULT = new SessionSettings(
            10,
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            100 * 1024,
            5_000,
            4 << 20);

    public SessionSettings {
        within("window", window, 1, 65_536);
        within(
                "responseTimeout in ms",
                responseTimeout.toMillis(),
                10,
                Duration.ofDays(1).toMillis());
        within(
                "enquireInterval in ms",
                enquireInterval.toMillis(),
                0,
                Duration.ofDays(1).toMillis());
        within("inactivity in ms", inactivity.toMillis(), 0, Duration.ofDays(1).toMillis());
        within(
                "writeTimeout in ms",
                writeTimeout.toMillis(),
                10,
                Duration.ofDays(1).toMillis());
        within("maxPduLength", maxPduLength, 1024, 16 << 20);
        within("inboundRequests", inboundRequests, 1, Integer.MAX_VALUE);
        within("inboundBytes", inboundBytes, 64 << 10, Integer.MAX_VALUE);
    }

    /** The same with another window. */
    public SessionSettings withWindow(int value) {
        return new SessionSettings(
                value,
                responseTimeout,
                enquireInterval,
                inactivity,
                writeTimeout,
                maxPduLength,
                inboundRequests,
                inboundBytes);
    }

    /** The same with another time limit of answers. */
    public SessionSettings withResponseTimeout(Duration value) {
        return new SessionSettings(
                window, value, enquireInterval, inactivity, writeTimeout, maxPduLength, inboundRequests, inboundBytes);
    }

    /** The same with other limits of silence: when to ask, and when to close. */
    public SessionSettings withSilence(Duration ask, Duration close) {
        return new SessionSettings(
                window, responseTimeout, ask, close, writeTimeout, maxPduLength, inboundRequests, inboundBytes);
    }

    /** The same with another time limit of writing. */
    public SessionSettings withWriteTimeout(Duration value) {
        return new SessionSettings(
                window,
                responseTimeout,
                enquireInterval,
                inactivity,
                value,
                maxPduLength,
                inboundRequests,
                inboundBytes);
    }

    /** The same with another longest PDU. */
    public SessionSettings withMaxPduLength(int value) {
        return new SessionSettings(
                window,
                responseTimeout,
                enquireInterval,
                inactivity,
                writeTimeout,
                value,
                inboundRequests,
                inboundBytes);
    }

    /** The same with another budget of the other side's requests that wait for our answer. */
    public SessionSettings withInbound(int requests, int bytes) {
        return new SessionSettings(
                window, responseTimeout, enquireInterval, inactivity, writeTimeout, maxPduLength, requests, bytes);
    }

    static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
