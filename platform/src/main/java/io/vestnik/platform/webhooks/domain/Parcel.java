package io.vestnik.platform.webhooks.domain;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A callback in this node's hands, for one try.
 *
 * @param row the id of its row among those that wait; 0 while it has none
 * @param tries how often it was tried before
 * @param createdAt since when it waits
 * @param takenAt when this node took it, by its own monotonic clock in nanoseconds
 * @param fate completed once, by what came of the try
 */
public record Parcel(
        long row, Callback callback, int tries, Instant createdAt, long takenAt, CompletableFuture<Fate> fate) {

    /** Taken now. */
    public static Parcel of(long row, Callback callback, int tries, Instant createdAt) {
        return new Parcel(row, callback, tries, createdAt, System.nanoTime(), new CompletableFuture<>());
    }

    /** The same, with its row. */
    Parcel inRow(long id) {
        return new Parcel(id, callback, tries, createdAt, takenAt, fate);
    }

    /** Callbacks of one line are told one after another. */
    public Line line() {
        return new Line(callback.endpoint(), callback.event().message().value());
    }

    /** A message and whom it is told to. */
    public record Line(long endpoint, long message) {}
}
