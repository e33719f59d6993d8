package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.numbering.PlanReplaced;
import io.vestnik.platform.numbering.domain.PlanStore;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class RelabellingTests {
    @Autowired
    ContactFixtures fixtures;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Transactions transactions;

    @Autowired
    PlanStore plans;

    @Autowired
    JdbcClient jdbc;

    @Test
    void labelsEverybodysContactsAnewAndTouchesOnlyWhatDiffers() {
        AccountId one = fixtures.account();
        AccountId other = fixtures.account();
        fixtures.load(one, "People", "phone;name", "79161234567;Анна", "79261234567;Пётр");
        fixtures.load(other, "People", "phone;name", "79139123456;Мария");
        List<String> before = labels(one, other);
        String untouched = place(one, "79261234567");
        jdbc.sql("""
                        UPDATE contacts.contact SET country = 'ZZ', mcc_mnc = '000', operator = 'Nobody', region = NULL, zone = 'UTC'
                         WHERE account IN (:one, :other) AND phone IN ('79161234567', '79139123456')""").param("one", one.value()).param("other", other.value()).update();
        jdbc.sql("DELETE FROM contacts.seen_origin WHERE account = :other")
                .param("other", other.value())
                .update();
        assertThat(labels(one, other)).isNotEqualTo(before);

        transactions.call(() -> {
            events.publishEvent(new PlanReplaced(plans.version()));
            return 0;
        });

        await().until(() -> labels(one, other).equals(before));
        assertThat(place(one, "79261234567")).as("a row that was right").isEqualTo(untouched);
        assertThat(jdbc.sql("SELECT name FROM contacts.seen_origin WHERE account = :other ORDER BY name")
                        .param("other", other.value())
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactlyInAnyOrder("МТС", "Новосибирская область");
    }

    private List<String> labels(AccountId... accounts) {
        return jdbc.sql("""
                        SELECT concat_ws(' ', phone, country, mcc_mnc, operator, region, zone, version)
                          FROM contacts.contact WHERE account IN (:accounts) ORDER BY account, phone""")
                .param(
                        "accounts",
                        List.of(accounts).stream().map(AccountId::value).toList())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Where the row lies on the disk: another place after each update. */
    private String place(AccountId account, String phone) {
        return jdbc.sql("SELECT ctid::text FROM contacts.contact WHERE account = :account AND phone = :phone")
                .param("account", account.value())
                .param("phone", phone)
                .query(String.class)
                .single();
    }
}
