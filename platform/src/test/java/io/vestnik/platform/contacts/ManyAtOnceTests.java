package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactOrder;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loads of so many people that they are copied into place. */
@ModuleTest
class ManyAtOnceTests {
    private static final int MANY = 1_000;
    private static final List<String> FIELDS =
            List.of("phone", "surname", "name", "patronymic", "sex", "birthday", "email", "comment");

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactStore store;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsEveryFieldAsItIsWritten() {
        AccountId shop = fixtures.account();
        String[] rows = Stream.concat(
                        Stream.of(String.join(";", FIELDS)),
                        IntStream.range(0, MANY)
                                .mapToObj(i -> i % 2 == 0
                                        ? phone(i) + ";Ёлкин-" + i + ";O'Нил \\ \"\"𐍈;Иванович;м;31.12.1959;a" + i
                                                + "@example.com;\\N {} ,\\t"
                                        : phone(i) + ";;;;;29.02.2024;;"))
                .toArray(String[]::new);
        LoadResult result = load(shop, rows, contacts.groupNamed(shop, "Все").id());
        assertThat(result).isEqualTo(new LoadResult(MANY, MANY, 0, 0, 0, 0, 0, 0, Map.of(), null, null));
        Map<String, Map<String, String>> people = store.list(shop, ContactFilter.ALL, null, MANY).items().stream()
                .collect(Collectors.toMap(
                        Contact::phone, contact -> contact.person().values()));
        assertThat(people).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(people.get(phone(i))).isEqualTo(fields(i));
        }
        Contact found = store.list(shop, new ContactFilter("елкин 502", null, null, null), null, 10).items().stream()
                .findFirst()
                .orElseThrow();
        assertThat(found.phone()).isEqualTo(phone(502));
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.origin().country()).isEqualTo("RU");
        assertThat(store.list(shop, new ContactFilter("0000502", null, null, null), null, 10)
                        .items())
                .singleElement()
                .isEqualTo(found);
    }

    private static Map<String, String> fields(int i) {
        return i % 2 == 0
                ? Map.of(
                        "surname",
                        "Ёлкин-" + i,
                        "name",
                        "O'Нил \\ \"\"𐍈",
                        "patronymic",
                        "Иванович",
                        "sex",
                        "m",
                        "birthday",
                        "1959-12-31",
                        "email",
                        "a" + i + "@example.com",
                        "comment",
                        "\\N {} ,\\t")
                : Map.of("birthday", "2024-02-29");
    }

    @Test
    void countsThoseWhoAreThereAndThoseWhoAreNew() {
        AccountId shop = fixtures.account();
        assertThat(fixtures.load(shop, "Одни", rows(0, MANY, "Анна")).added()).isEqualTo(MANY);
        assertThat(fixtures.load(shop, "Одни", rows(0, MANY, "Анна")).unchanged())
                .isEqualTo(MANY);
        LoadResult result = fixtures.load(shop, "Одни", rows(MANY / 2, MANY * 2, "Мария"));
        assertThat(result)
                .isEqualTo(new LoadResult(MANY + MANY / 2, MANY, MANY / 2, 0, 0, 0, 0, 0, Map.of(), null, null));
        result = fixtures.load(shop, "Другие", rows(0, MANY * 2, "Мария"));
        assertThat(result.added()).isZero();
        assertThat(result.updated()).as("a new group is news").isEqualTo(MANY * 2);
        for (String group : List.of("Одни", "Другие")) {
            assertThat(contacts.groupNamed(shop, group).contacts()).as(group).isEqualTo(MANY * 2);
            assertThat(fixtures.people(shop, group)).hasSize(MANY * 2);
        }
    }

    @Test
    void takesWhomSomebodyElseAddsMeanwhileAsThere() {
        AccountId shop = fixtures.account();
        GroupId group = contacts.groupNamed(shop, "Все").id();
        String[] rows = rows(0, MANY, "Анна");
        JobId job = transactions.call(Pool.PAGES, () -> {
            jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = 0").update(); // the load may be long in coming
            jdbc.sql("""
                INSERT INTO contacts.contact (account, phone, name, words, country, mcc_mnc, zone, created_at, updated_at)
                VALUES (:account, :phone, 'Пётр', '', 'RU', '25001', 'Europe/Moscow', now(), now())\
                """)
                    .param("account", shop.value())
                    .param("phone", phone(MANY / 2))
                    .update();
            JobId started = transactions.apart(() -> contacts.load(
                    shop, new Load(fixtures.table(shop, rows), 0, 1, Map.of(0, "phone", 1, "name"), group)));
            await().until(this::aCopyWaits);
            return started;
        });
        LoadResult result = fixtures.result(fixtures.end(shop, job));
        assertThat(result.added()).isEqualTo(MANY - 1);
        assertThat(result.updated()).isEqualTo(1);
    }

    private boolean aCopyWaits() {
        return jdbc.sql(
                        "SELECT query LIKE 'COPY contacts.contact%' FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                .query(Boolean.class)
                .list()
                .contains(true);
    }

    @Test
    void putsSurnamesIntoTheOrderOfTheAlphabet() {
        AccountId shop = fixtures.account();
        List<String> surnames = List.of(
                "Абрамов", "александров", "Ёлкин", "Емельянов", "Ермаков", "Иванов", "Йончев", "Яковлев", "Smith");
        String[] rows = Stream.concat(
                        Stream.of("phone;surname"),
                        IntStream.range(0, surnames.size())
                                .mapToObj(i -> phone(surnames.size() - i) + ";" + surnames.get(i)))
                .toArray(String[]::new);
        load(shop, rows, contacts.groupNamed(shop, "Все").id());
        fixtures.load(shop, "Все", "phone;name", phone(100) + ";Без фамилии", phone(101) + ";Без фамилии");
        List<@Nullable String> ordered = new ArrayList<>(surnames);
        ordered.add(null);
        ordered.add(null);
        assertThat(walk(shop, false)).isEqualTo(ordered);
        assertThat(walk(shop, true))
                .containsExactlyInAnyOrderElementsOf(ordered)
                .containsSubsequence("Smith", "Яковлев", "Йончев", "Емельянов", "Абрамов");
    }

    /** Page by page, two a page. */
    private List<@Nullable String> walk(AccountId shop, boolean descending) {
        List<@Nullable String> surnames = new ArrayList<>();
        String after = null;
        do {
            var page = store.list(
                    shop, ContactFilter.ALL, new ContactOrder(ContactOrder.By.SURNAME, descending), after, 2);
            page.items().forEach(contact -> surnames.add(contact.person().surname()));
            after = page.next();
        } while (after != null);
        return surnames;
    }

    private LoadResult load(AccountId shop, String[] rows, GroupId group) {
        int columns = rows[0].split(";").length;
        return fixtures.result(fixtures.end(
                shop, contacts.load(shop, new Load(fixtures.table(shop, rows), 0, 1, columns(columns), group))));
    }

    private static Map<Integer, String> columns(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> i, FIELDS::get));
    }

    private static String[] rows(int from, int to, String name) {
        return Stream.concat(Stream.of("phone;name"), IntStream.range(from, to).mapToObj(i -> phone(i) + ";" + name))
                .toArray(String[]::new);
    }

    private static String phone(int i) {
        return "7916%07d".formatted(i);
    }
}
