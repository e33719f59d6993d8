package io.vestnik.platform.webhooks.domain;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * For which endpoints callbacks wait in the table; it may name one too many, never one too few. By endpoint, of which there are few: of
 * the hosts that messages name there are as many as somebody likes.
 */
@Component
class Backlog {
    private final AtomicLong time = new AtomicLong();
    private final Map<Long, Long> marked = new ConcurrentHashMap<>();
    private volatile boolean looked;

    /** Rows of this endpoint are being written, or have been. */
    void mark(long endpoint) {
        marked.put(endpoint, time.get());
    }

    boolean has(long endpoint) {
        return !looked || marked.containsKey(endpoint);
    }

    /** To be called before the table is looked at; the answer belongs to {@link #looked}. */
    long looking() {
        return time.getAndIncrement();
    }

    /** These endpoints, all of them, have rows, as of {@link #looking}. */
    void looked(long since, Collection<Long> endpoints) {
        marked.entrySet().removeIf(mark -> mark.getValue() <= since && !endpoints.contains(mark.getKey()));
        endpoints.forEach(endpoint -> marked.putIfAbsent(endpoint, since));
        looked = true;
    }
}
