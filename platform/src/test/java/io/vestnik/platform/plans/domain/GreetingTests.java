package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.Anniversaries;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.RunNotSent;
import io.vestnik.platform.plans.domain.Occasion.LeapDay;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Greetings of people of a real base. The times are of 2037, so that the clock of the application never sees them. */
@ModuleTest
class GreetingTests {
    private static final String MOSCOW = "79161000001";
    private static final String VLADIVOSTOK = "79161000002";
    private static final String LEAP = "79161000003";
    private static final String OTHER = "79161000004";

    @Autowired
    private PlanBook plans;

    @Autowired
    private RunStore runs;

    @Autowired
    private DaysOff daysOff;

    @Autowired
    private GreetedStore greeted;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Anniversaries anniversaries;

    @Autowired
    private ContactFixtures fixtures;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<PersonalData> personal;

    private PlanHouse house;
    private AccountId account;
    private Who who;
    private GroupId group;

    @BeforeEach
    void build() {
        account = fixtures.account();
        who = new Who(account, new UserId(5), null, "Мария", Set.of());
        house = new PlanHouse(account, new PlanHouse.Stores(plans, runs, daysOff), transactions)
                .greeting(new PlanHouse.Society(greeted, contacts, anniversaries));
        group = contacts.groupNamed(account, "Гости").id();
        fixtures.end(
                account,
                contacts.load(
                        account,
                        new Contacts.Load(
                                fixtures.table(
                                        account,
                                        "phone,name,birthday",
                                        MOSCOW + ",Анна,01.03.1990",
                                        VLADIVOSTOK + ",Борис,01.03.1985",
                                        LEAP + ",Вера,29.02.2000",
                                        OTHER + ",Глеб,02.03.1970"),
                                0,
                                1,
                                Map.of(0, "phone", 1, "name", 2, "birthday"),
                                group)));
        jdbc.sql("UPDATE contacts.contact SET zone = 'Asia/Vladivostok' WHERE account = :account AND phone = :phone")
                .param("account", account.value())
                .param("phone", VLADIVOSTOK)
                .update();
    }

    @Test
    void greetsEachAtTheHourOfTheirOwnZone() {
        house.now = Instant.parse("2037-02-28T00:00:00Z");
        PlanId plan = made(0, LeapDay.MARCH);
        pass("2037-02-28T20:00:00Z");

        pass("2037-03-01T00:00:00Z");
        assertThat(house.campaigns.greeted()).containsExactly(List.of("+" + VLADIVOSTOK));
        pass("2037-03-01T07:00:00Z");
        assertThat(house.campaigns.greeted())
                .containsExactly(List.of("+" + VLADIVOSTOK), List.of("+" + MOSCOW, "+" + LEAP));

        assertThat(runs.list(account, plan, RunState.SENT, null, 10).items())
                .extracting(Run::plannedAt)
                .containsExactly(Instant.parse("2037-03-01T07:00:00Z"), Instant.parse("2037-03-01T00:00:00Z"));
    }

    @Test
    void greetsNobodyTwiceAYearHoweverOftenItIsTurned() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        PlanId plan = made(0, LeapDay.FEBRUARY);
        pass("2037-03-01T07:00:00Z");
        assertThat(house.campaigns.greeted()).containsExactly(List.of("+" + MOSCOW));

        house.desk.pause(who, plan);
        house.desk.resume(who, plan);
        pass("2037-03-01T07:05:00Z");
        assertThat(house.campaigns.greeted()).hasSize(1);

        house.now = Instant.parse("2038-02-28T12:00:00Z");
        house.desk.pause(who, plan);
        house.desk.resume(who, plan);
        pass("2038-02-28T21:00:00Z");
        pass("2038-03-01T07:00:00Z");
        assertThat(house.campaigns.greeted()).last().isEqualTo(List.of("+" + MOSCOW));
    }

    @Test
    void greetsNobodyWhileThePlanIsPaused() {
        house.now = Instant.parse("2037-02-28T20:00:00Z");
        PlanId plan = made(0, LeapDay.FEBRUARY);
        pass("2037-02-28T20:00:00Z");
        assertThat(runs.list(account, plan, RunState.DUE, null, 10).items()).hasSize(2);

        house.desk.pause(who, plan);
        pass("2037-03-01T00:00:00Z");

        assertThat(house.campaigns.greeted()).isEmpty();
        assertThat(runs.list(account, plan, null, null, 10).items())
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.detail()).isEqualTo("paused"));

        house.desk.resume(who, plan);
        pass("2037-03-01T06:00:00Z");
        pass("2037-03-01T07:00:00Z");
        assertThat(house.campaigns.greeted()).containsExactly(List.of("+" + MOSCOW));
    }

    @Test
    void freesWhoWasTakenByARunThatIsHeld() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        PlanId plan = made(0, LeapDay.FEBRUARY);
        house.look();
        house.work();
        house.now = Instant.parse("2037-03-01T07:00:00Z");
        house.work();
        house.desk.pause(who, plan);
        house.campaigns.count();
        house.work();
        assertThat(house.campaigns.confirmed).isEmpty();

        house.desk.resume(who, plan);
        pass("2037-03-01T07:05:00Z");

        assertThat(house.campaigns.greeted()).containsExactly(List.of("+" + MOSCOW));
    }

    @Test
    void greetsWhoComesAfterTheRunOfTheirTime() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        PlanId plan = made(0, LeapDay.MARCH);
        moveBirthday(MOSCOW, "1990-07-07");
        pass("2037-03-01T07:00:00Z");
        assertThat(house.campaigns.greeted()).containsExactly(List.of("+" + LEAP));

        moveBirthday(MOSCOW, "1990-03-01");
        house.desk.pause(who, plan);
        house.desk.resume(who, plan);
        pass("2037-03-01T07:05:00Z");

        assertThat(house.campaigns.greeted()).containsExactly(List.of("+" + LEAP), List.of("+" + MOSCOW));
        assertThat(runs.list(account, plan, RunState.SENT, null, 10).items())
                .extracting(Run::piece)
                .containsExactly(1, 0);
    }

    @Test
    void greetsWhoCameWhileTheDayLastsAndNobodyWhoseDateWasPutRight() {
        house.now = Instant.parse("2037-02-28T20:00:00Z");
        PlanId plan = made(0, LeapDay.MARCH);
        pass("2037-02-28T20:00:00Z");
        pass("2037-03-01T00:00:00Z");
        moveBirthday(MOSCOW, "1990-03-04");
        moveBirthday(OTHER, "1970-03-01");
        pass("2037-03-01T05:56:00Z");

        pass("2037-03-01T06:56:00Z");
        pass("2037-03-01T07:00:00Z");

        assertThat(house.campaigns.greeted().getLast()).containsExactly("+" + LEAP, "+" + OTHER);
        moveBirthday(LEAP, "2000-03-02");
        pass("2037-03-02T06:56:00Z");
        pass("2037-03-02T07:00:00Z");
        assertThat(house.campaigns.greeted().getLast())
                .as("once a year, though the date is another by now")
                .containsExactly("+" + LEAP, "+" + OTHER);
        for (String look : List.of("03T20:00:00Z", "04T06:56:00Z", "04T07:00:00Z")) {
            pass("2037-03-" + look);
        }
        assertThat(house.campaigns.greeted().getLast())
                .as("on the day that is right")
                .containsExactly("+" + MOSCOW);
        assertThat(runs.list(account, plan, RunState.SENT, null, 10).items()).hasSize(3);
    }

    @Test
    void leavesAloneWhoComesAfterTheirHour() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        made(0, LeapDay.FEBRUARY);
        pass("2037-03-01T06:56:00Z");
        pass("2037-03-01T07:00:00Z");
        assertThat(house.campaigns.greeted()).containsExactly(List.of("+" + MOSCOW));

        moveBirthday(OTHER, "1970-03-01");
        for (String look : List.of("07:56", "08:56", "09:56")) {
            pass("2037-03-01T" + look + ":00Z");
        }

        assertThat(house.campaigns.greeted()).hasSize(1);
    }

    private void moveBirthday(String phone, String day) {
        jdbc.sql("UPDATE contacts.contact SET birthday = :day::date WHERE account = :account AND phone = :phone")
                .param("account", account.value())
                .param("phone", phone)
                .param("day", day)
                .update();
    }

    @Test
    void saysThatADayWasNotGathered() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        PlanId plan = made(0, LeapDay.FEBRUARY);
        house.look();

        house.abandon(GatherJob.NAME);

        assertThat(runs.list(account, plan, null, null, 10).items())
                .extracting(Run::plannedAt, Run::state)
                .containsExactly(tuple(Instant.parse("2037-03-01T07:00:00Z"), RunState.FAILED));
        assertThat(house.told).extracting(RunNotSent::reason).containsExactly("failed");
    }

    @Test
    void leavesOutWhoLeftTheGroupsAfterTheDayWasGathered() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        PlanId plan = made(0, LeapDay.FEBRUARY);
        house.look();
        house.work();
        jdbc.sql("DELETE FROM contacts.membership WHERE account = :account AND phone = :phone")
                .param("account", account.value())
                .param("phone", MOSCOW)
                .update();

        pass("2037-03-01T07:00:00Z");

        assertThat(house.campaigns.greeted()).isEmpty();
        assertThat(runs.list(account, plan, null, null, 1).items())
                .extracting(Run::state)
                .containsExactly(RunState.NOBODY);
    }

    @Test
    void saysThatAGroupOfItsMessageIsGone() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        PlanId plan = made(0, LeapDay.FEBRUARY);
        jdbc.sql("DELETE FROM contacts.group_ WHERE account = :account")
                .param("account", account.value())
                .update();

        pass("2037-03-01T06:00:01Z");
        pass("2037-03-01T06:56:00Z");

        assertThat(runs.list(account, plan, null, null, 9).items())
                .extracting(Run::state, Run::detail)
                .containsExactly(tuple(RunState.REFUSED, "audience.unknown_group|" + group));
        assertThat(house.told).extracting(RunNotSent::reason).containsExactly("refused");
    }

    @Test
    void refusesAMessageForNoGroup() {
        CampaignId alone = house.campaigns.draft(
                new Draft("Одному", "VESTNIK", "Привет", List.of(), List.of("+79161000001"), Duration.ofHours(12)));
        Occasion occasion = new Occasion.Anniversary(
                "birthday", 0, LocalTime.of(10, 0), LeapDay.FEBRUARY, ZoneId.of("Europe/Moscow"));

        assertThat(house.desk.create(who, new Plan.Terms("Один", alone, occasion, 0)))
                .isEqualTo(new Planner.Saved.Refused("campaign", "no_groups"));
    }

    @Test
    void forgetsAPersonWhoIsErased() {
        house.now = Instant.parse("2037-03-01T06:00:00Z");
        made(0, LeapDay.FEBRUARY);
        house.look();
        house.work();
        PersonalData ours = personal.stream()
                .filter(it -> it.place().equals("plans.greeted"))
                .findFirst()
                .orElseThrow();
        assertThat(ours.tell(account, MOSCOW, null, 10).items()).hasSize(1);

        assertThat(ours.erase(account, new PersonalData.People(Set.of(MOSCOW)), null)
                        .rows())
                .isEqualTo(1);

        assertThat(ours.tell(account, MOSCOW, null, 10).items()).isEmpty();
        jdbc.sql("DELETE FROM contacts.membership WHERE account = :account AND phone = :phone")
                .param("account", account.value())
                .param("phone", MOSCOW)
                .update(); // as the erasing does where people are kept
        pass("2037-03-01T07:00:00Z");
        assertThat(house.campaigns.greeted()).isEmpty();
    }

    @Test
    void looksOnlyAtTheGroupsOfItsMessageAndAtDatesThatThereAre() {
        GroupId empty = contacts.groupNamed(account, "Никого").id();
        Set<MonthDay> day = Set.of(MonthDay.of(3, 1));

        assertThat(found(List.of(group), "birthday", day)).containsExactly(MOSCOW, VLADIVOSTOK);
        assertThat(found(List.of(empty), "birthday", day)).isEmpty();
        assertThat(found(List.of(group, empty), "birthday", day)).hasSize(2);
        assertThat(found(List.of(group), "f999", day)).isEmpty();
        assertThat(found(List.of(), "birthday", day)).isEmpty();
        assertThat(anniversaries.fields(account))
                .extracting(Anniversaries.DateField::key)
                .contains("birthday");
    }

    private List<String> found(List<GroupId> groups, String field, Set<MonthDay> days) {
        return anniversaries.on(account, new Anniversaries.Question(groups, field, days), null, 100).items().stream()
                .map(Anniversaries.Celebrant::phone)
                .toList();
    }

    private PlanId made(int offset, LeapDay leapDay) {
        CampaignId pattern = house.campaigns.draft(new Draft(
                "Поздравляем", "VESTNIK", "С днём рождения!", List.of(group), List.of(), Duration.ofHours(12)));
        Occasion occasion =
                new Occasion.Anniversary("birthday", offset, LocalTime.of(10, 0), leapDay, ZoneId.of("Europe/Moscow"));
        return switch (house.desk.create(who, new Plan.Terms("День рождения", pattern, occasion, 0))) {
            case Planner.Saved.Kept kept -> kept.id();
            case Planner.Saved other -> throw new AssertionError(other);
        };
    }

    /** It becomes this time, and all that is to be done is done. */
    private void pass(String now) {
        house.now = Instant.parse(now);
        house.look();
        for (int i = 0; i < 4; i++) {
            house.work();
            house.campaigns.count();
        }
    }
}
