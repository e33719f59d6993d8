package io.vestnik.platform.pipeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class HistoryTests {
    private static final long ACCOUNT = 7_001;
    private static final long PRIVATE = 7_002;
    private static final long CAMPAIGN = 70_001;
    private static final int DELIVERED = 8;
    private static final int QUEUED = 4;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Partitions partitions;

    @Autowired
    PartitionHealth health;

    @Autowired
    Retirement retirement;

    @Autowired
    Texts texts;

    @Autowired
    Leftovers leftovers;

    @Autowired
    Pipeline pipeline;

    @Autowired
    StoreSettings settings;

    @Autowired
    Clock clock;

    private long next;

    /** The house's own timer leaves it to us. */
    @BeforeEach
    void takeTheLease() {
        jdbc.sql("""
                INSERT INTO store.lease (name, holder, until) VALUES ('pipeline.history', 'test', now() + interval '1 hour')
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until""").update();
    }

    @AfterEach
    void leaveNothing() {
        jdbc.sql("DELETE FROM pipeline.message WHERE account IN (7001, 7002)").update();
        jdbc.sql("DELETE FROM pipeline.body WHERE campaign = " + CAMPAIGN).update();
        jdbc.sql("DELETE FROM pipeline.text_term WHERE account <> 0").update();
        jdbc.sql("UPDATE pipeline.text_term SET through = 0").update();
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** A partition for a time long gone, as the house makes them. */
    private String past(Partitioned table, LocalDate start) {
        String name = table.partition(start);
        jdbc.sql("CREATE TABLE pipeline.%1$s PARTITION OF pipeline.%2$s FOR VALUES FROM (%3$s) TO (%4$s)"
                        .formatted(name, table.table(), table.bound(start), table.bound(table.following(start, 1))))
                .update();
        return name;
    }

    private MessageId message(long account, Instant at, int state, @Nullable String body, @Nullable Long bodyId) {
        long id = MessageId.floorOf(at) + next++;
        jdbc.sql("""
                INSERT INTO pipeline.message (id, account, way, traffic, campaign, sender, recipient, body, body_id, parts,
                       encoding, mcc_mnc, price, quote, hold_tx, valid_until, created_at, state)
                VALUES (:id, :account, 1, 1, :campaign, 'VESTNIK', '79161234567', :body, :body_id, 1,
                        1, '25001', 3.5, 1, 1, :at, :at, :state)""")
                .param("id", id)
                .param("account", account)
                .param("campaign", bodyId == null ? null : CAMPAIGN)
                .param("body", body)
                .param("body_id", bodyId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("state", state)
                .update();
        return new MessageId(id);
    }

    private boolean exists(String table) {
        return jdbc.sql("SELECT to_regclass('pipeline.%s') IS NOT NULL".formatted(table))
                .query(Boolean.class)
                .single();
    }

    private Path archived(String table) {
        return settings.data().toAbsolutePath().resolve("archive").resolve(table + ".csv.gz");
    }

    @Test
    void isUnwellWithFewerThanTwoPartitionsAhead() {
        assertThat(partitions.ahead())
                .containsOnlyKeys("inbound", "message", "message_event", "upstream")
                .allSatisfy((_, ahead) -> assertThat(ahead).isEqualTo(Partitions.AHEAD));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        LocalDate today = Partitioned.UPSTREAM.start(clock.instant());
        jdbc.sql("DROP TABLE pipeline." + Partitioned.UPSTREAM.partition(today.plusDays(2)))
                .update();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        partitions.make();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void archivesAPeriodRowForRowAndDropsIt() throws IOException {
        LocalDate week = Partitioned.MESSAGE.start(ago(400));
        String name = past(Partitioned.MESSAGE, week);
        Instant then = week.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60);
        MessageId id = message(ACCOUNT, then, DELIVERED, "first line\n\"second\", line", null);
        for (int i = 0; i < 500; i++) {
            message(ACCOUNT, then, DELIVERED, "text " + i, null);
        }
        retirement.retire(clock.instant(), () -> true);

        assertThat(exists(name)).isFalse();
        assertThat(pipeline.find(new AccountId(ACCOUNT), id)).isEmpty();
        Path file = archived(name);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String content = read(file);
        assertThat(content)
                .startsWith("id,account,")
                .contains("\n" + id + ",7001,")
                .contains("\"\"second\"\"");
        assertThat(content.lines())
                .as("a header, a text of two lines and 500 more")
                .hasSize(503);
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsAPeriodWithAMessageThatIsNotFinal() throws IOException {
        LocalDate week = Partitioned.MESSAGE.start(ago(430));
        String name = past(Partitioned.MESSAGE, week);
        message(ACCOUNT, week.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60), QUEUED, "text", null);
        retirement.retire(clock.instant(), () -> true);
        assertThat(exists(name)).isTrue();
        assertThat(archived(name)).doesNotExist();
        jdbc.sql("DROP TABLE pipeline." + name).update();
    }

    @Test
    void keepsFactsUntilEverySubscriberHasReadThem() throws IOException {
        LocalDate day = Partitioned.MESSAGE_EVENT.start(ago(120));
        String name = past(Partitioned.MESSAGE_EVENT, day);
        jdbc.sql("""
                INSERT INTO pipeline.message_event (at, message, account, way, sender, mcc_mnc, to_state, parts, price, charged)
                VALUES (:at, 1, 7001, 1, 'VESTNIK', '25001', 4, 1, 1, 0)""")
                .param("at", day.atStartOfDay(ZoneOffset.UTC).toOffsetDateTime().plusHours(1))
                .update();
        jdbc.sql("INSERT INTO store.fact_cursor (stream, subscriber) VALUES ('pipeline.message_event', 'slow')")
                .update();
        retirement.retire(clock.instant(), () -> true);
        assertThat(exists(name)).as("nobody has read it").isTrue();
        jdbc.sql("DELETE FROM store.fact_cursor WHERE subscriber = 'slow'").update();
        jdbc.sql("DELETE FROM pipeline." + name).update();
        retirement.retire(clock.instant(), () -> true);
        assertThat(exists(name)).isFalse();
        assertThat(archived(name)).exists();
    }

    @Test
    void finishesWhatAKilledNodeLeftDetachedAndKeepsIdsOfNetworksInNoFile() throws IOException {
        String left = past(Partitioned.MESSAGE, Partitioned.MESSAGE.start(ago(460)));
        jdbc.sql("ALTER TABLE pipeline.message DETACH PARTITION pipeline." + left)
                .update();
        String ids = past(Partitioned.UPSTREAM, Partitioned.UPSTREAM.start(ago(30)));
        retirement.retire(clock.instant(), () -> false);
        assertThat(exists(left)).as("another node does it").isTrue();
        retirement.retire(clock.instant(), () -> true);
        assertThat(exists(left)).isFalse();
        assertThat(archived(left)).exists();
        assertThat(exists(ids)).isFalse();
        assertThat(archived(ids)).doesNotExist();
    }

    @Test
    void letsGoOfWhatPeopleWroteWithoutAFile() throws IOException {
        String old = past(Partitioned.INBOUND, Partitioned.INBOUND.start(ago(400)));
        retirement.retire(clock.instant(), () -> true);
        assertThat(exists(old)).isFalse();
        assertThat(archived(old)).doesNotExist();
    }

    @Test
    void removesTextsByTheTermOfTheirAccountAndNoFurtherThanAnOpenMessage() {
        LocalDate week = Partitioned.MESSAGE.start(ago(100));
        for (int i = 0; i <= 15; i++) {
            LocalDate start = week.plusWeeks(i);
            if (!exists(Partitioned.MESSAGE.partition(start))) {
                past(Partitioned.MESSAGE, start);
            }
        }
        jdbc.sql("INSERT INTO pipeline.text_term (account, days) VALUES (:account, 5)")
                .param("account", PRIVATE)
                .update();
        Long shared = jdbc.sql("""
                INSERT INTO pipeline.body (campaign, hash, text, used_at)
                VALUES (:campaign, 'x', 'shared text', :at) RETURNING id""")
                .param("campaign", CAMPAIGN)
                .param("at", ago(100).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        MessageId old = message(ACCOUNT, ago(100), DELIVERED, null, shared);
        MessageId young = message(ACCOUNT, ago(80), DELIVERED, "young", null);
        MessageId privateOld = message(PRIVATE, ago(6), DELIVERED, "private", null);
        MessageId privateYoung = message(PRIVATE, ago(4), DELIVERED, "private", null);
        assertThat(text(ACCOUNT, old)).contains("shared text");
        removeAll();
        assertThat(text(ACCOUNT, old)).isEmpty();
        assertThat(text(ACCOUNT, young)).contains("young");
        assertThat(text(PRIVATE, privateOld)).isEmpty();
        assertThat(text(PRIVATE, privateYoung)).contains("private");
        assertThat(texts.removeShared(clock.instant())).isEqualTo(1);

        MessageId open = message(PRIVATE, ago(6).plusSeconds(5), QUEUED, "is still to be sent", null);
        MessageId after = message(PRIVATE, ago(6).plusSeconds(9), DELIVERED, "after it", null);
        removeAll();
        assertThat(text(PRIVATE, open)).contains("is still to be sent");
        assertThat(text(PRIVATE, after)).contains("after it");
        jdbc.sql("UPDATE pipeline.message SET state = 8 WHERE id = " + open).update();
        removeAll();
        assertThat(text(PRIVATE, open)).isEmpty();
        assertThat(text(PRIVATE, after)).isEmpty();
    }

    private void removeAll() {
        while (texts.removeSome(clock.instant())) {
            // the next chunk
        }
    }

    private Optional<String> text(long account, MessageId id) {
        MessageView view = pipeline.find(new AccountId(account), id).orElseThrow();
        return Optional.ofNullable(view.text());
    }

    @Test
    void deletesReceiptsThatHaveOutlivedTheirUse() {
        jdbc.sql("INSERT INTO pipeline.part VALUES (:old, 1, 2, null, now()), (:young, 1, 2, null, now())")
                .param("old", MessageId.floorOf(ago(31)))
                .param("young", MessageId.floorOf(ago(29)))
                .update();
        jdbc.sql("""
                INSERT INTO pipeline.parked_receipt (route, upstream_id, status, at, received_at, orphan)
                VALUES (77, 'old', 2, now(), :old, true), (77, 'young', 2, now(), :young, true),
                       (77, 'waits', 2, now(), :old, false)""")
                .param("old", ago(31).atOffset(ZoneOffset.UTC))
                .param("young", ago(29).atOffset(ZoneOffset.UTC))
                .update();
        leftovers.deleteParts();
        leftovers.deleteOrphans();
        assertThat(jdbc.sql("SELECT upstream_id FROM pipeline.parked_receipt WHERE route = 77 ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("young", "waits");
        assertThat(jdbc.sql("SELECT count(*) FROM pipeline.part WHERE message IN (:old, :young)")
                        .param("old", MessageId.floorOf(ago(31)))
                        .param("young", MessageId.floorOf(ago(29)))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("DELETE FROM pipeline.parked_receipt WHERE route = 77").update();
    }
}
