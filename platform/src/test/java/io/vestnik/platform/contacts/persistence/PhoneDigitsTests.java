package io.vestnik.platform.contacts.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.NewContact;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class PhoneDigitsTests {
    private static final int LONGEST_PART = 9;

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    ContactStore contacts;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsFourAndMoreDigitsWhereverTheyStandInAPhoneOfAnyLength() {
        AccountId shop = fixtures.account();
        List<String> phones = List.of("2345678", "79160012003", "375290012345", "491512003004005", "99891234567890");
        Origin origin = new Origin("ZZ", "000", null, null, ZoneId.of("UTC"));
        contacts.add(
                shop,
                phones.stream()
                        .map(phone -> new NewContact(phone, Person.UNKNOWN, origin))
                        .toList(),
                Instant.EPOCH);
        for (String phone : phones) {
            for (int from = 0; from < phone.length(); from++) {
                for (int to = from + PhoneDigits.LEAST; to <= Math.min(phone.length(), from + LONGEST_PART); to++) {
                    String part = phone.substring(from, to);
                    assertThat(contacts.list(shop, new ContactFilter(part, null, null, null), null, phones.size())
                                    .items())
                            .as(part)
                            .extracting(Contact::phone)
                            .contains(phone)
                            .allMatch(found -> found.contains(part) || found.contains("7" + part.substring(1)));
                }
            }
        }
    }

    @Test
    void looksThemUpInTheIndex() {
        AccountId shop = fixtures.account();
        List<String> plan = transactions.call(Pool.PAGES, () -> {
            // Of a small table everything else would cost less.
            jdbc.sql("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)")
                    .query()
                    .singleRow();
            return jdbc.sql("EXPLAIN SELECT c.id FROM contacts.contact c WHERE " + PhoneDigits.sql(shop, "001200"))
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("contact_digits");
    }
}
