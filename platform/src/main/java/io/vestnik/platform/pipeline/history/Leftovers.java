package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes receipts that have done their work, or never had any, a chunk at a time. */
@Component
@AcrossAccounts("receipts come from networks")
class Leftovers {
    private static final int CHUNK = 5_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final HistorySettings settings;

    Leftovers(JdbcClient jdbc, Transactions transactions, HistorySettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Deletes some of what is outlived; whether there is more. */
    boolean deleteSome(Instant now) {
        int parts = transactions.call(Pool.BACKGROUND, () -> deleteParts(now.minus(settings.parts())));
        int orphans = transactions.call(Pool.BACKGROUND, () -> deleteOrphans(now.minus(settings.orphans())));
        return parts == CHUNK || orphans == CHUNK;
    }

    private int deleteParts(Instant before) {
        return jdbc.sql("""
                        DELETE FROM pipeline.part p
                         USING (SELECT message, part FROM pipeline.part WHERE message < :before
                                 ORDER BY message, part LIMIT :chunk) old
                         WHERE p.message = old.message AND p.part = old.part""")
                .param("before", MessageId.floorOf(before))
                .param("chunk", CHUNK)
                .update();
    }

    private int deleteOrphans(Instant before) {
        // Ids are given in the order of arrival: the oldest are the first, and no more than a chunk is looked at.
        return jdbc.sql("""
                        DELETE FROM pipeline.parked_receipt p
                         USING (SELECT id FROM pipeline.parked_receipt ORDER BY id LIMIT :chunk) old
                         WHERE p.id = old.id AND p.orphan AND p.received_at < :before""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("chunk", CHUNK)
                .update();
    }
}
