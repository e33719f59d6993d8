package io.vestnik.platform.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How many requests are under way, in all and to one host. Who finds no place waits for a while, in the order of coming. */
final class Places {
    private final int most;
    private final int mostToOne;
    private final Duration patience;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<CompletableFuture<Void>, String> waiting = new LinkedHashMap<>();
    private int all;

    Places(int most, int mostToOne, Duration patience) {
        this.most = most;
        this.mostToOne = mostToOne;
        this.patience = patience;
    }

    /** Ends when there is a place, which {@link #leave} gives back; exceptionally when there was none in time. */
    CompletableFuture<Void> take(String host) {
        CompletableFuture<Void> place = new CompletableFuture<>();
        synchronized (this) {
            if (fits(host)) {
                count(host);
                place.complete(null);
                return place;
            }
            waiting.put(place, host);
        }
        place.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, failure) -> {
            if (failure != null) {
                giveUp(place);
            }
        });
        return place;
    }

    @SuppressWarnings("CollectionUndefinedEquality") // this very future is meant
    private synchronized void giveUp(CompletableFuture<Void> place) {
        waiting.remove(place);
    }

    private boolean fits(String host) {
        return all < most && underWay.getOrDefault(host, 0) < mostToOne;
    }

    private void count(String host) {
        all++;
        underWay.merge(host, 1, Integer::sum);
    }

    /** Gives a place to this host back. */
    void leave(String host) {
        String free = host;
        while (free != null) {
            Map.Entry<CompletableFuture<Void>, String> next = next(free);
            // Whoever gave up at this very moment leaves the place to the one behind.
            free = next == null || next.getKey().complete(null) ? null : next.getValue();
        }
    }

    private synchronized Map.@Nullable Entry<CompletableFuture<Void>, String> next(String left) {
        all--;
        underWay.computeIfPresent(left, (_, count) -> count == 1 ? null : count - 1);
        Iterator<Map.Entry<CompletableFuture<Void>, String>> each =
                waiting.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<CompletableFuture<Void>, String> one = each.next();
            if (fits(one.getValue())) {
                each.remove();
                count(one.getValue());
                return Map.entry(one.getKey(), one.getValue());
            }
        }
        return null;
    }
}
