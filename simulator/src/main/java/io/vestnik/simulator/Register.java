package io.vestnik.simulator;

import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.SmppTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers what becomes of the last messages, for programs that ask. Safe for many threads. */
final class Register {
    private static final int KEPT = 1 << 17;

    private final @Nullable Entry[] last = new Entry[KEPT];

    /**
     * A message.
     *
     * @param state what it comes to; none: it stays on its way
     * @param at when it comes to it, in epoch milliseconds
     */
    record Entry(long id, @Nullable MessageState state, long at, int error) {}

    synchronized void keep(Entry entry) {
        last[(int) (entry.id() & (KEPT - 1))] = entry;
    }

    private synchronized @Nullable Entry find(long id) {
        Entry entry = last[(int) (id & (KEPT - 1))];
        return entry != null && entry.id() == id ? entry : null;
    }

    /** What the operator knows of the message with this number; it fails where it knows nothing. */
    QuerySmResp answer(QuerySm query, long id, long now) {
        Entry entry = find(id);
        if (entry == null) {
            return query.refusal(CommandStatus.ESME_RQUERYFAIL);
        }
        MessageState state = entry.state();
        if (state == null || entry.at() > now) {
            return answer(query, "", MessageState.ENROUTE, 0);
        }
        return answer(query, SmppTime.at(Instant.ofEpochMilli(entry.at())).format(), state, entry.error());
    }

    private static QuerySmResp answer(QuerySm query, String finalDate, MessageState state, int error) {
        return new QuerySmResp(
                query.sequence(), CommandStatus.ESME_ROK, query.messageId(), finalDate, state.code(), error);
    }
}
