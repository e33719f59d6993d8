package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.webhooks.domain.CallbackStore.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whose turn it is at the next look: endpoints come round, and the outlets of each come round by themselves. */
final class Rota {
    /** How many endpoints are looked at together. */
    static final int MOST_ENDPOINTS = 200;
    /** How many outlets of one endpoint are looked at together. */
    static final int MOST_OUTLETS = 100;

    private final Map<Long, String> after = new HashMap<>();
    private long last = Long.MIN_VALUE;

    /**
     * The endpoints of this look, and the outlet after which each goes on.
     *
     * @param waiting those that something waits for, in their order
     */
    Map<Long, String> next(List<Long> waiting) {
        after.keySet().retainAll(waiting);
        Map<Long, String> next = new TreeMap<>();
        int from = 0;
        while (from < waiting.size() && waiting.get(from) <= last) {
            from++;
        }
        for (int i = 0; i < Math.min(waiting.size(), MOST_ENDPOINTS); i++) {
            long endpoint = waiting.get((from + i) % waiting.size());
            next.put(endpoint, after.getOrDefault(endpoint, ""));
            last = endpoint;
        }
        return next;
    }

    /** What was found; an endpoint that has no more begins anew. */
    void found(Map<Long, String> asked, List<Waiting> outlets) {
        Map<Long, Integer> counts = new HashMap<>();
        asked.keySet().forEach(after::remove);
        for (Waiting outlet : outlets) {
            if (counts.merge(outlet.endpoint(), 1, Integer::sum) == MOST_OUTLETS) {
                after.put(outlet.endpoint(), outlet.outlet());
            }
        }
    }
}
