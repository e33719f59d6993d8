package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The network's ids of parts as arrays, a column each; a part whose id is empty is not among them. */
final class AcceptedColumns {
    private final List<String> ids = new ArrayList<>();
    private final List<Long> messages = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private final List<Integer> totals = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();

    /** Adds the parts of a message, in order. */
    void add(Outgoing message, List<String> upstreamIds) {
        int total = upstreamIds.size();
        for (int i = 0; i < total; i++) {
            if (!upstreamIds.get(i).isEmpty()) {
                ids.add(upstreamIds.get(i));
                messages.add(message.id().value());
                parts.add(i + 1);
                totals.add(total);
                recipients.add(message.recipient());
            }
        }
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Map<String, Object> all() {
        return Map.of(
                "u_id", ids.toArray(String[]::new),
                "u_message", messages.toArray(Long[]::new),
                "u_part", parts.toArray(Integer[]::new),
                "u_parts", totals.toArray(Integer[]::new),
                "u_recipient", recipients.toArray(String[]::new));
    }
}
