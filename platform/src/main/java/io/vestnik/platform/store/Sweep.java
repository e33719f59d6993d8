package io.vestnik.platform.store;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Something to be done again and again, such as deleting what has had its time: a bean of this type is carried out on one node, a
 * chunk a transaction.
 *
 * @param name of the lease by which one node does it, such as {@code jobs.ended}
 * @param pause between two times
 * @param most what a chunk takes at most; fewer mean that there is no more for now
 * @param chunk does some of it and tells how much; it runs on the background pool in a transaction of its own
 */
public record Sweep(String name, Duration pause, int most, IntSupplier chunk) {
    public Sweep {
        if (most < 1 || pause.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A sweep takes something, and rests: " + name);
        }
    }
}
