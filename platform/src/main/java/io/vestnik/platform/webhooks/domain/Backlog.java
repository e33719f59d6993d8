package io.vestnik.platform.webhooks.domain;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** For which outlets callbacks wait in the table; it may name one too many, never one too few. */
@Component
class Backlog {
    private final AtomicLong time = new AtomicLong();
    private final Map<String, Long> marked = new ConcurrentHashMap<>();
    private volatile boolean looked;

    /** Rows of this outlet are being written, or have been. */
    void mark(String outlet) {
        marked.put(outlet, time.get());
    }

    boolean has(String outlet) {
        return !looked || marked.containsKey(outlet);
    }

    /** To be called before the table is looked at; the answer belongs to {@link #looked}. */
    long looking() {
        return time.getAndIncrement();
    }

    /** These outlets have rows, as of {@link #looking}. */
    void looked(long since, Collection<String> outlets) {
        marked.entrySet().removeIf(mark -> mark.getValue() <= since && !outlets.contains(mark.getKey()));
        outlets.forEach(outlet -> marked.putIfAbsent(outlet, since));
        looked = true;
    }
}
