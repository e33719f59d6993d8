package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.pipeline.InboxFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Hands out what came, page by page. */
@Service
public class InboxService implements Inbox {
    private static final int MOST = 1_000;

    private final InboxReader reader;
    private final Accounts accounts;

    InboxService(InboxReader reader, Accounts accounts) {
        this.reader = reader;
        this.accounts = accounts;
    }

    @Override
    public Slice<InboundMessage> list(AccountId account, InboxFilter filter, @Nullable String cursor, int limit) {
        return page(reader.list(account, filter, below(cursor), bounded(limit)), limit);
    }

    /** What is nobody's: for the operator, and nothing for others. */
    public Slice<InboundMessage> unclaimed(AccountId operator, InboxFilter filter, @Nullable String cursor, int limit) {
        if (accounts.get(operator).kind() != AccountKind.OPERATOR) {
            return new Slice<>(List.of(), null);
        }
        return page(reader.unclaimed(filter, below(cursor), bounded(limit)), limit);
    }

    @Override
    public List<InboundMessage> all(AccountId account, List<Long> ids) {
        bounded(ids.size());
        return reader.all(account, ids);
    }

    @Override
    public Optional<InboundMessage> find(AccountId account, long id) {
        return reader.find(account, id);
    }

    /** A cursor that is none of ours starts anew. */
    private static long below(@Nullable String cursor) {
        return cursor != null && cursor.matches("[1-9]\\d{0,17}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " at once, not " + limit);
        }
        return limit;
    }

    private static Slice<InboundMessage> page(List<InboundMessage> messages, int limit) {
        return new Slice<>(
                messages,
                messages.size() < limit
                        ? null
                        : Long.toString(messages.getLast().id()));
    }
}
