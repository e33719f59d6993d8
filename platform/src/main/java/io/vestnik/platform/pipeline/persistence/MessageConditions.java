package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.store.Where;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a filter asks of a message {@code m} and its shared text {@code b}, but for the campaign, which an index tells. */
final class MessageConditions {
    private static final Map<String, Where.Place> PLACES = Map.ofEntries(
            Map.entry("text", new Where.Place(JdbcMessageReader.TEXT, Where.Kind.TEXT)),
            Map.entry("parts", new Where.Place("m.parts", Where.Kind.NUMBER)),
            Map.entry("price", new Where.Place("m.price", Where.Kind.NUMBER)),
            Map.entry("error", new Where.Place("m.error", Where.Kind.TEXT)),
            Map.entry("sender", new Where.Place("m.sender", Where.Kind.TEXT)),
            Map.entry("network", new Where.Place("m.mcc_mnc", Where.Kind.TEXT)),
            Map.entry("region", new Where.Place("m.region", Where.Kind.TEXT)),
            Map.entry(
                    "weekdays",
                    new Where.Place(
                            "(strpos(?, ' ' || extract(isodow FROM m.created_at AT TIME ZONE split_part(?, ' ', 1))::text) > 0)",
                            Where.Kind.SET)),
            Map.entry("way", new Where.Place("m.way", Where.Kind.NUMBER)),
            Map.entry("created", new Where.Place("m.created_at", Where.Kind.MOMENT)),
            Map.entry("sent", new Where.Place("m.sent_at", Where.Kind.MOMENT)),
            Map.entry("final", new Where.Place("m.final_at", Where.Kind.MOMENT)));

    private final Where where;
    private final @Nullable MessageState state;
    private final @Nullable String prefix;
    private final @Nullable String reference;
    private final @Nullable Instant since;
    private final @Nullable Instant before;
    private final List<String> recipients;

    private MessageConditions(MessageFilter filter) {
        this.where = Where.all(filter.conditions(), PLACES);
        this.state = filter.state();
        this.prefix = filter.recipientPrefix();
        this.reference = filter.reference();
        this.since = filter.since();
        this.before = filter.before();
        this.recipients = filter.recipients();
    }

    static MessageConditions of(MessageFilter filter) {
        return new MessageConditions(filter);
    }

    /** Begins with {@code AND}; empty when nothing is asked. */
    String judged() {
        return (state == null ? "" : " AND m.state = :state")
                + (prefix == null ? "" : " AND m.recipient LIKE :prefix")
                + (recipients.isEmpty() ? "" : " AND m.recipient = ANY(:recipients)")
                + (reference == null ? "" : " AND m.reference = :reference")
                + (since == null ? "" : " AND m.id >= :since")
                + (before == null ? "" : " AND m.id < :before")
                + where.sql();
    }

    /** The statement with the values bound. */
    StatementSpec on(StatementSpec statement) {
        return where.on(statement)
                .param("recipients", recipients.toArray(String[]::new))
                .param("state", state == null ? 0 : stored(state).number())
                .param("reference", reference == null ? "" : reference)
                .param("since", since == null ? 0 : MessageId.floorOf(since))
                .param("before", before == null ? 0 : MessageId.floorOf(before))
                .param("prefix", prefix == null ? "%" : prefix.replaceAll("[^0-9]", "") + "%");
    }

    /** A message on the air is still stored as queued. */
    private static MessageState stored(MessageState asked) {
        return asked == MessageState.SENDING ? MessageState.QUEUED : asked;
    }
}
