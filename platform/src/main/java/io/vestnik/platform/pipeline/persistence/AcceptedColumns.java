package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The network's ids of accepted parts as arrays, a column each. */
final class AcceptedColumns {
    private final List<Long> messages = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Long> messageOfPart = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private final List<Integer> totals = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();

    AcceptedColumns(List<Outcome.Accepted> accepted) {
        for (Outcome.Accepted one : accepted) {
            long message = one.message().id().value();
            messages.add(message);
            int total = one.upstreamIds().size();
            for (int i = 0; i < total; i++) {
                ids.add(one.upstreamIds().get(i));
                messageOfPart.add(message);
                parts.add(i + 1);
                totals.add(total);
                recipients.add(one.message().recipient());
            }
        }
    }

    List<Long> messages() {
        return messages;
    }

    Map<String, Object> all() {
        return Map.of(
                "u_id", ids.toArray(String[]::new),
                "u_message", messageOfPart.toArray(Long[]::new),
                "u_part", parts.toArray(Integer[]::new),
                "u_parts", totals.toArray(Integer[]::new),
                "u_recipient", recipients.toArray(String[]::new));
    }
}
