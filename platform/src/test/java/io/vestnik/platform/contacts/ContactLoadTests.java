package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ContactLoadTests {
    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    Files files;

    @Autowired
    Jobs jobs;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void loadsPeopleAsTheyAreWritten() {
        AccountId shop = fixtures.account();
        LoadResult result = fixtures.load(
                shop, "Покупатели", "Телефон;Имя", "8 (916) 123-45-67;Анна", "+7 916 765 43 21;Пётр", "9031112233;");
        assertThat(result).isEqualTo(new LoadResult(3, 3, 0, 0, 0, 0, 0, 0, Map.of(), null, null));
        assertThat(fixtures.people(shop, "Покупатели"))
                .containsExactly("79031112233 -", "79161234567 Анна", "79167654321 Пётр");
        assertThat(contacts.groups(shop)).singleElement().satisfies(group -> {
            assertThat(group.name()).isEqualTo("Покупатели");
            assertThat(group.contacts()).isEqualTo(3);
        });
    }

    @Test
    void countsEachRowOnce() {
        AccountId shop = fixtures.account();
        fixtures.load(shop, "Old", "phone;name", "79160000001;Анна", "79160000002;Пётр");
        LoadResult result = fixtures.load(
                shop,
                "Old",
                "phone;name",
                "79160000001;Анна",
                "79160000002;Павел",
                "79160000003;Мария",
                "8 916 000-00-03;Маша",
                "12345;Никто");
        assertThat(result.rows()).isEqualTo(5);
        assertThat(result.added()).isEqualTo(1);
        assertThat(result.updated()).isEqualTo(1);
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.refused()).isEqualTo(1);
        assertThat(fixtures.people(shop, "Old"))
                .containsExactly("79160000001 Анна", "79160000002 Павел", "79160000003 Мария");
    }

    @Test
    void keepsWhatIsKnownWhereTheTableIsEmpty() {
        AccountId shop = fixtures.account();
        fixtures.load(shop, "One", "phone;name", "79160000001;Анна");
        LoadResult result = fixtures.load(shop, "Two", "phone;name", "79160000001;");
        assertThat(result.updated()).as("a new group is news").isEqualTo(1);
        assertThat(fixtures.people(shop, "Two")).containsExactly("79160000001 Анна");
        assertThat(fixtures.people(shop, "One")).containsExactly("79160000001 Анна");
    }

    @Test
    void loadsEveryFieldAndLeavesOutWhatCannotBeUnderstood() {
        AccountId shop = fixtures.account();
        List<String> fields = List.of("surname", "name", "patronymic", "sex", "birthday", "email", "phone", "comment");
        FileId table = fixtures.table(
                shop,
                "Фамилия;Имя;Отчество;Пол;День рождения;Почта;Телефон;Заметка;Скидка",
                "Ёлкина;Анна;Ивановна;жен.;31.12.1990;anna@example.com;89161234567;любит чай;5%",
                "Петров;Пётр;;мужчина;31.02.1990;не знаю;89161234568;;");
        Load load = new Load(
                table,
                0,
                1,
                IntStream.range(0, fields.size()).boxed().collect(Collectors.toMap(i -> i, fields::get)),
                contacts.groupNamed(shop, "Все").id());
        LoadResult result = fixtures.result(fixtures.end(shop, contacts.load(shop, load)));
        assertThat(result.leftOut()).isEqualTo(2);
        assertThat(contacts.known(shop, List.of("79161234567", "79990000000")))
                .singleElement()
                .satisfies(person -> assertThat(new TreeMap<>(person.fields()))
                        .hasToString("{birthday=1990-12-31, comment=любит чай, country=RU, email=anna@example.com,"
                                + " name=Анна, operator=МТС, patronymic=Ивановна, phone=+79161234567,"
                                + " region=Москва и Московская область, sex=f, surname=Ёлкина}"));
        assertThat(contacts.known(shop, List.of("79161234568")))
                .singleElement()
                .satisfies(person -> assertThat(new TreeMap<>(person.fields()))
                        .containsEntry("sex", "m")
                        .doesNotContainKeys("birthday", "email", "patronymic"));
    }

    @Test
    void keepsRefusedRowsInAFileWithTheirNumbersAndReasons() throws Exception {
        AccountId shop = fixtures.account();
        LoadResult result = fixtures.load(
                shop, "G", "Телефон;Имя", "7.9161E+10;Анна", "", ";Без телефона", "89161234567;Пётр", "123;=2+2");
        assertThat(result.refused()).isEqualTo(3);
        assertThat(result.reasons()).isEqualTo(Map.of("digits_lost", 1L, "empty", 1L, "too_short", 1L));
        FileId file = java.util.Objects.requireNonNull(result.refusedFile());
        List<String> lines =
                java.nio.file.Files.readAllLines(files.path(shop, file).orElseThrow());
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).endsWith("Телефон;Имя");
        assertThat(lines.get(1)).startsWith("2;").endsWith(";7.9161E+10;Анна");
        assertThat(lines.get(2)).startsWith("4;").endsWith(";;Без телефона");
        assertThat(lines.get(3)).startsWith("6;").endsWith(";123;'=2+2");
        assertThat(files.find(shop, file).orElseThrow().name()).startsWith("клиенты");
        assertThat(refusedRows(shop)).isZero();
    }

    @Test
    void readsWindows1251() {
        AccountId shop = fixtures.account();
        FileId table =
                fixtures.table(shop, Charset.forName("windows-1251"), "Телефон;Имя клиента", "89161234567;Анна Щукина");
        fixtures.end(shop, fixtures.start(shop, "G", table));
        assertThat(fixtures.people(shop, "G")).containsExactly("79161234567 Анна Щукина");
    }

    @Test
    void loadsNothingOfATableThatBreaksOff() {
        AccountId shop = fixtures.account();
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> "7916%07d;Имя".formatted(i))
                .reduce(
                        new StringBuilder("phone;name\n"),
                        (all, row) -> all.append(row).append('\n'),
                        (a, _) -> a)
                .toString();
        FileId table =
                fixtures.file(shop, "a.csv", (rows + "79169999999;\"never closed").getBytes(Charset.forName("UTF-8")));
        Job job = fixtures.end(shop, fixtures.start(shop, "G", table));
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.message()).isNotBlank();
        assertThat(fixtures.people(shop, "G")).isEmpty();
    }

    @Test
    void refusesALoadWithoutAPhoneColumn() {
        AccountId shop = fixtures.account();
        GroupId group = contacts.groupNamed(shop, "G").id();
        assertThatThrownBy(() -> new Load(new FileId(1), 0, 1, Map.of(0, "name"), group))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Load(new FileId(1), 0, 1, Map.of(0, "phone", 1, "phone"), group))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failsWhenTheFileIsAnotherAccounts() {
        AccountId shop = fixtures.account();
        FileId theirs = fixtures.table(fixtures.account(), "phone;name", "79160000001;Анна");
        Job job = fixtures.end(shop, fixtures.start(shop, "G", theirs));
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(contacts.known(shop, List.of("79160000001"))).isEmpty();
    }

    @Test
    void goesOnFromItsCheckpointAfterARestartAndStillKnowsDuplicates() {
        AccountId shop = fixtures.account();
        GroupId group = contacts.groupNamed(shop, "G").id();
        FileId table = twelveThousandAndThreeThousandAgain(shop);
        JobId job = startedByANodeThatDied(shop, table, group);
        LoadResult result = fixtures.result(fixtures.end(shop, job));
        assertThat(result.rows()).isEqualTo(15_000);
        assertThat(result.added())
                .as("what the dead node added and what this one did")
                .isEqualTo(12_000);
        assertThat(result.duplicates()).isEqualTo(3_000);
        assertThat(contacts.group(shop, group).orElseThrow().contacts()).isEqualTo(7_000);
    }

    @Test
    void writesNothingTwiceOfAStepThatADeadNodeHadHalfWritten() {
        AccountId shop = fixtures.account();
        GroupId group = contacts.groupNamed(shop, "G").id();
        FileId table = twelveThousandAndThreeThousandAgain(shop);
        // As if the lower half of the seven thousand phones that come next had been written: they are not there, which
        // shows it.
        JobId job = transactions.call(Pool.PAGES, () -> {
            JobId started = startedByANodeThatDied(shop, table, group);
            jdbc.sql("""
                INSERT INTO contacts.load_piece (account, job, number, added, updated)
                VALUES (:account, :job, 10000, 3400, 100)\
                """)
                    .param("account", shop.value())
                    .param("job", started.value())
                    .update();
            return started;
        });
        LoadResult result = fixtures.result(fixtures.end(shop, job));
        assertThat(result.rows()).isEqualTo(15_000);
        assertThat(result.added())
                .as("before the step, by its lower half, by its upper half")
                .isEqualTo(5_000 + 3_400 + 3_500);
        assertThat(result.updated()).isEqualTo(100);
        assertThat(contacts.group(shop, group).orElseThrow().contacts()).isEqualTo(3_500);
        assertThat(contacts.known(shop, List.of("79160005000", "79160008499", "79160008500", "79160011999")))
                .extracting(Recipient::phone)
                .containsExactlyInAnyOrder("79160008500", "79160011999");
        assertThat(jdbc.sql("SELECT count(*) FROM contacts.load_piece WHERE account = :account")
                        .param("account", shop.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private FileId twelveThousandAndThreeThousandAgain(AccountId shop) {
        return fixtures.table(
                shop,
                Stream.of(
                                Stream.of("phone;name"),
                                IntStream.range(0, 12_000).mapToObj(i -> "7916%07d;Имя".formatted(i)),
                                IntStream.range(0, 3_000).mapToObj(i -> "7916%07d;Двойник".formatted(i)))
                        .flatMap(rows -> rows)
                        .toArray(String[]::new));
    }

    /** As if five thousand rows had been loaded: they are not there, which shows that they are not loaded again. */
    private JobId startedByANodeThatDied(AccountId shop, FileId table, GroupId group) {
        String input = """
            {"file":{"value":%d},"sheets":[{"number":0,"headerRows":1,"columns":{"0":"phone","1":"name"}}],
             "group":{"value":%d},"existing":"FILL"}\
            """.formatted(table.value(), group.value());
        String checkpoint = """
            {"phase":"LOADING","total":15000,"rows":5000,"added":5000,"updated":0,"unchanged":0,"duplicates":0,
             "refused":0,"leftOut":0,"several":0,"reasons":{}}\
            """;
        return new JobId(jdbc.sql("""
            INSERT INTO jobs.job (account, kind, language, input, state, checkpoint, done, total, run, owner,
                                  lease_until, created_at)
            VALUES (:account, 'contacts.load', 'ru', :input, 2, :checkpoint, 5000, 15000, 3, 'a node that died',
                    clock_timestamp() - interval '1 second', clock_timestamp())
            RETURNING id\
            """)
                .param("account", shop.value())
                .param("input", input)
                .param("checkpoint", checkpoint)
                .query(Long.class)
                .single());
    }

    @Test
    void stopsWhenItIsCancelledAndKeepsWhatWasLoaded() {
        AccountId shop = fixtures.account();
        FileId table = fixtures.table(
                shop,
                Stream.concat(
                                Stream.of("phone;name"),
                                IntStream.range(0, 200_000).mapToObj(i -> "7916%07d;Имя".formatted(i)))
                        .toArray(String[]::new));
        JobId job = fixtures.start(shop, "G", table);
        assertThat(jobs.cancel(shop, job)).isTrue();
        Job end = fixtures.end(shop, job);
        assertThat(end.state()).isEqualTo(Job.State.CANCELLED);
        assertThat(contacts.groups(shop).getFirst().contacts()).isEqualTo(end.done());
        assertThat(refusedRows(shop)).isZero();
    }

    private long refusedRows(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM contacts.refused_row WHERE account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }
}
