package io.vestnik.bench.load;

import java.util.concurrent.TimeUnit;

/**
 * When requests are meant to leave.
 *
 * @param perSecond how many, evenly; 0 sends the next as soon as the last one was answered
 * @param requests how many in all, at least 1
 * @param atMost after which time no further one leaves, in seconds
 * @param patience how late one may leave, in seconds; what would leave later is left out
 */
public record Pace(double perSecond, long requests, double atMost, double patience) {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double TENTH = 0.1;

    /** Whoever is late leaves all the same. */
    public Pace(double perSecond, long requests, double atMost) {
        this(perSecond, requests, atMost, Double.MAX_VALUE);
    }

    /** So many a second for so many seconds; what finds no way to leave within a tenth of a second is left out. */
    public static Pace insisting(double perSecond, double seconds) {
        return new Pace(perSecond, Math.max(1, Math.round(perSecond * seconds)), seconds, TENTH);
    }

    /** So many a second for so many seconds, whatever becomes of them. */
    public static Pace steady(double perSecond, double seconds) {
        return new Pace(perSecond, Math.max(1, Math.round(perSecond * seconds)), seconds * 4 + 30);
    }

    /** As fast as answers come, until so many were sent or so many seconds have passed. */
    public static Pace asAnswered(long requests, double seconds) {
        return new Pace(0, requests, seconds);
    }

    /** When the request of that number, from 0, is meant to leave; now where each waits for an answer only. */
    long due(long number, long began, long now) {
        return perSecond == 0 ? now : began + (long) (number * NANOS / perSecond);
    }

    /** The first from that number on that is not too late. */
    long next(long number, long began, long now) {
        if (now - due(number, began, now) <= patience * NANOS) {
            return number;
        }
        return Math.min(requests, (long) Math.ceil((now - began - patience * NANOS) * perSecond / NANOS));
    }

    boolean isOver(long sent, long began, long now) {
        return sent >= requests || now - began > atMost * NANOS;
    }
}
