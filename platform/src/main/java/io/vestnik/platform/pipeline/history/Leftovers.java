package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes receipts that have done their work, or never had any, and marks that outlived their messages, a chunk at a time. */
@Configuration(proxyBeanMethods = false)
@AcrossAccounts("receipts come from networks, and marks go with the messages of all")
class Leftovers {
    private static final int CHUNK = 5_000;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final HistorySettings settings;
    private final Clock clock;

    Leftovers(JdbcClient jdbc, HistorySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    Sweep outlivedParts() {
        return new Sweep("pipeline.parts", PAUSE, CHUNK, this::deleteParts);
    }

    @Bean
    Sweep outlivedOrphans() {
        return new Sweep("pipeline.orphans", PAUSE, CHUNK, this::deleteOrphans);
    }

    @Bean
    Sweep outlivedMarks() {
        return new Sweep("pipeline.marks", PAUSE, CHUNK, this::deleteMarks);
    }

    /** What recipients did with messages that are not kept any more. */
    int deleteMarks() {
        Instant before = clock.instant().minus(settings.messages());
        return jdbc.sql("""
                        DELETE FROM pipeline.message_mark m
                         USING (SELECT message, kind FROM pipeline.message_mark WHERE message < :before
                                 ORDER BY message, kind LIMIT :chunk) old
                         WHERE m.message = old.message AND m.kind = old.kind""")
                .param("before", MessageId.floorOf(before))
                .param("chunk", CHUNK)
                .update();
    }

    int deleteParts() {
        Instant before = clock.instant().minus(settings.parts());
        return jdbc.sql("""
                        DELETE FROM pipeline.part p
                         USING (SELECT message, part FROM pipeline.part WHERE message < :before
                                 ORDER BY message, part LIMIT :chunk) old
                         WHERE p.message = old.message AND p.part = old.part""")
                .param("before", MessageId.floorOf(before))
                .param("chunk", CHUNK)
                .update();
    }

    int deleteOrphans() {
        Instant before = clock.instant().minus(settings.orphans());
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
