package io.vestnik.platform.contacts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class PieceWriterTests {
    private static final int MANY = PieceWriter.LEAST + 1;

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    PieceWriter pieces;

    @Test
    void loadsBesideAsManyAsMayTakeConnectionsWriteOnTheirOwn() {
        AccountId shop = fixtures.account();
        GroupId group = contacts.groupNamed(shop, "G").id();
        String[] rows = Stream.concat(
                        Stream.of("phone;name"), IntStream.range(0, MANY).mapToObj(i -> "7916%07d;Имя".formatted(i)))
                .toArray(String[]::new);
        int others = pieces.atOnce.drainPermits();
        try {
            var load = new Contacts.Load(fixtures.table(shop, rows), 0, 1, Map.of(0, "phone", 1, "name"), group);
            assertThat(fixtures.result(fixtures.end(shop, contacts.load(shop, load)))
                            .added())
                    .isEqualTo(MANY);
        } finally {
            pieces.atOnce.release(others);
        }
        assertThat(contacts.group(shop, group).orElseThrow().contacts()).isEqualTo(MANY);
    }
}
