package io.vestnik.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the operator's journal has of one number: how often it took each part, and what its receipts said. */
final class Seen {

    private final Map<String, Integer> takes = new TreeMap<>();
    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> receipts = new TreeMap<>();

    /** @param part such as {@code 1/2} */
    void taken(String part, String id) {
        takes.merge(part, 1, Integer::sum);
        ids.add(id);
    }

    void receipt(String id, String state) {
        receipts.put(id, state);
    }

    /** Parts that it took at least once. */
    int parts() {
        return takes.size();
    }

    /** Whether it took a part more than once. */
    boolean repeated() {
        return takes.values().stream().anyMatch(times -> times > 1);
    }

    /** Whether every part that it took had a receipt that says so. */
    boolean allDelivered() {
        return ids.stream().allMatch(id -> "DELIVRD".equals(receipts.get(id)));
    }

    /** Whether some copy of it was delivered. */
    boolean anyDelivered() {
        return receipts.containsValue("DELIVRD");
    }

    @Override
    public String toString() {
        return "parts " + takes + ", ids " + ids + ", receipts " + receipts;
    }
}
