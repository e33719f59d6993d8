package io.vestnik.platform.store;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Something whose time comes to an end: a bean of this type is carried out on one node, again and again, a chunk a transaction.
 *
 * @param name of the lease by which one node does it, such as {@code jobs.ended}
 * @param pause between two times
 * @param most what a chunk takes at most; fewer mean that there is no more for now
 * @param chunk deletes some and tells how many; it runs on the background pool in a transaction of its own
 */
public record Sweep(String name, Duration pause, int most, IntSupplier chunk) {
    public Sweep {
        if (most < 1 || pause.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A sweep takes something, and rests: " + name);
        }
    }
}
