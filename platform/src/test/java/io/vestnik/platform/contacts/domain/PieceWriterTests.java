package io.vestnik.platform.contacts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A load beside as many as may take two more connections. */
@ModuleTest
class PieceWriterTests {
    private static final int HALF = PieceWriter.LEAST / 2;
    private static final int MANY = 2 * HALF;

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    PieceWriter writer;

    @Autowired
    PieceStore pieces;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private int others;

    @BeforeEach
    void letOthersTakeAll() {
        others = writer.pairs.drainPermits();
    }

    @AfterEach
    void letOthersEnd() {
        writer.pairs.release(others);
    }

    @Test
    void writesOnItsOwnConnection() {
        AccountId shop = fixtures.account();
        GroupId group = contacts.groupNamed(shop, "G").id();
        assertThat(added(shop, contacts.load(shop, load(shop, group)))).isEqualTo(MANY);
        assertThat(contacts.group(shop, group).orElseThrow().contacts()).isEqualTo(MANY);
    }

    @Test
    void writesNothingTwiceOfAHalfThatIsNoted() {
        AccountId shop = fixtures.account();
        GroupId group = contacts.groupNamed(shop, "G").id();
        JobId job = transactions.call(Pool.PAGES, () -> {
            JobId started = contacts.load(shop, load(shop, group));
            pieces.take(shop, started, 0);
            pieces.note(shop, started, 0, new Written(HALF, 0, 0));
            return started;
        });
        assertThat(added(shop, job)).isEqualTo(MANY);
        assertThat(contacts.group(shop, group).orElseThrow().contacts()).isEqualTo(HALF);
    }

    @Test
    void forgetsTheNotesOfLoadsThatHaveEnded() {
        AccountId shop = fixtures.account();
        JobId job =
                contacts.load(shop, load(shop, contacts.groupNamed(shop, "G").id()));
        added(shop, job);
        pieces.take(shop, job, 7);
        pieces.forgetEnded(10);
        assertThat(jdbc.sql("SELECT count(*) FROM contacts.load_piece WHERE account = :account")
                        .param("account", shop.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long added(AccountId shop, JobId job) {
        return fixtures.result(fixtures.end(shop, job)).added();
    }

    private Contacts.Load load(AccountId shop, GroupId group) {
        String[] rows = Stream.concat(
                        Stream.of("phone;name"), IntStream.range(0, MANY).mapToObj(i -> "7916%07d;Имя".formatted(i)))
                .toArray(String[]::new);
        return new Contacts.Load(fixtures.table(shop, rows), 0, 1, Map.of(0, "phone", 1, "name"), group);
    }
}
