package io.vestnik.platform.store;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reference data in memory: an immutable value that is loaded again when its version in the database has changed.
 * Give it to {@link Snapshots} and it is at most a second old; while the database is away it stays as it was.
 *
 * @param <T> an immutable value
 */
public final class Snapshot<T> {
    private static final Logger log = LoggerFactory.getLogger(Snapshot.class);

    private final String name;
    private final Supplier<Long> version;
    private final Supplier<T> loader;
    private final Object loading = new Object();
    private volatile @Nullable Loaded<T> loaded;
    private boolean failing;

    /**
     * Loads nothing yet: the first reader does.
     *
     * @param version a cheap query for a number that each commit which changes the data changes
     * @param loader reads everything; called after the version was read, so that a change between is seen by the next look
     */
    public Snapshot(String name, Supplier<Long> version, Supplier<T> loader) {
        this.name = name;
        this.version = version;
        this.loader = loader;
    }

    /** The value as it was last loaded; the very first call loads it, and that one throws when the database is away. */
    public T get() {
        Loaded<T> current = loaded;
        return current == null ? first() : current.value;
    }

    /**
     * Looks whether there is something new: to be called by whoever has written. Inside a transaction it waits for the
     * commit. What cannot be read now is read by a later look.
     */
    public void refresh() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            look();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                look();
            }
        });
    }

    private T first() {
        synchronized (loading) {
            Loaded<T> current = loaded;
            if (current == null) {
                current = load(version.get());
            }
            return current.value;
        }
    }

    /** Never throws: whoever only wants a newer value lives with the one there is. */
    private void look() {
        synchronized (loading) {
            try {
                long latest = version.get();
                Loaded<T> current = loaded;
                if (current == null || current.version != latest) {
                    load(latest);
                }
                if (failing) {
                    failing = false;
                    log.info("Snapshot {}: is up to date again", name);
                }
            } catch (RuntimeException e) {
                if (!failing) {
                    failing = true;
                    if (Outages.isOutage(e)) {
                        log.warn("Snapshot {}: the database is away, the last one is kept", name);
                    } else {
                        log.error("Snapshot {}: cannot be refreshed, the last one is kept", name, e);
                    }
                }
            }
        }
    }

    private Loaded<T> load(long latest) {
        Loaded<T> fresh = new Loaded<>(latest, Objects.requireNonNull(loader.get()));
        loaded = fresh;
        return fresh;
    }

    private record Loaded<T>(long version, T value) {}
}
