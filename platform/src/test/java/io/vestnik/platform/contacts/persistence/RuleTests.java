package io.vestnik.platform.contacts.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.GroupStore;
import io.vestnik.platform.contacts.domain.LoadRules;
import io.vestnik.platform.contacts.domain.NewContact;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.contacts.domain.Sex;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the compiler of rules finds is what a plain predicate finds, whatever the tree. */
@ModuleTest
class RuleTests {
    private static final List<String> WORDS = List.of("Анна", "анна мария", "Олег", "O'Neil", "%_\\", "Ёлка");

    @Autowired
    ContactStore store;

    @Autowired
    GroupStore groups;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    LoadRules rules;

    @Autowired
    JdbcClient jdbc;

    /** What came of messages to a person. */
    private record Activity(
            int undelivered,
            @Nullable LocalDate delivered,
            @Nullable LocalDate sent) {}

    private record Known(Contact contact, boolean member, Activity activity) {}

    @Test
    void findsWhatAPlainPredicateFindsForRandomTreesOfConditions() {
        long seed = System.nanoTime();
        System.out.println("RuleTests seed " + seed);
        Random random = new Random(seed);
        AccountId account = fixtures.account();
        LocalDate today = rules.today(account);
        GroupId group = contacts.groupNamed(account, "Покупатели").id();
        List<Known> people = people(account, group, today, random);
        for (int go = 0; go < 150; go++) {
            Rule rule = rule(random, 1, group, today);
            Set<ContactId> expected = people.stream()
                    .filter(it -> meets(rule, it, today))
                    .map(it -> it.contact().id())
                    .collect(Collectors.toSet());
            ContactFilter filter = new ContactFilter("", null, null, null, rule);
            assertThat(ids(account, filter, 10_000)).as("%s %s", seed, rule).isEqualTo(expected);
            assertThat(ids(account, filter, expected.size() - 1))
                    .as("a page of %s %s", seed, rule)
                    .isSubsetOf(expected)
                    .hasSize(Math.max(0, expected.size() - 1));
            assertThat(store.count(account, filter)).isEqualTo(expected.size());
        }
    }

    private Set<ContactId> ids(AccountId account, ContactFilter filter, int limit) {
        return limit < 1
                ? Set.of()
                : store.list(account, filter, null, limit).items().stream()
                        .map(Contact::id)
                        .collect(Collectors.toSet());
    }

    private List<Known> people(AccountId account, GroupId group, LocalDate today, Random random) {
        List<NewContact> added = IntStream.range(0, 120)
                .mapToObj(i -> rules.contact("7916%07d".formatted(i * 137), person(today, random)))
                .toList();
        store.add(account, added, Instant.EPOCH);
        List<Known> known = new ArrayList<>();
        for (Contact contact :
                store.list(account, ContactFilter.ALL, null, 1_000).items()) {
            boolean member = random.nextBoolean();
            Activity activity = new Activity(
                    random.nextInt(4),
                    random.nextBoolean() ? null : today.minusDays(random.nextInt(20)),
                    random.nextBoolean() ? null : today.minusDays(random.nextInt(20)));
            if (member) {
                groups.join(account, group, Set.of(contact.phone()));
            }
            jdbc.sql("""
                INSERT INTO contacts.activity (account, phone, undelivered_streak, first_delivered, last_sent_day)
                VALUES (:account, :phone, :undelivered, :delivered::date, :sent::date)\
                """)
                    .param("account", account.value())
                    .param("phone", contact.phone())
                    .param("undelivered", activity.undelivered())
                    .param("delivered", Objects.toString(activity.delivered(), null))
                    .param("sent", Objects.toString(activity.sent(), null))
                    .update();
            known.add(new Known(contact, member, activity));
        }
        return known;
    }

    private static Person person(LocalDate today, Random random) {
        LocalDate birthday = random.nextInt(3) == 0
                ? null
                : random.nextInt(8) == 0
                        ? LocalDate.of(1988, 2, 29)
                        : today.minusYears(random.nextInt(60) + 1).minusDays(random.nextInt(40) - 20);
        return new Person(
                random.nextInt(4) == 0 ? null : pick(WORDS, random),
                random.nextInt(4) == 0 ? null : pick(WORDS, random),
                null,
                random.nextInt(3) == 0 ? null : pick(List.of(Sex.values()), random),
                birthday,
                null,
                null);
    }

    private static Rule rule(Random random, int level, GroupId group, LocalDate today) {
        List<Condition> conditions = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> condition(random, group, today))
                .toList();
        List<Rule> within = level == Rule.DEEPEST
                ? List.of()
                : IntStream.range(0, random.nextInt(3))
                        .mapToObj(_ -> rule(random, level + 1, group, today))
                        .toList();
        return new Rule(random.nextBoolean(), conditions, within);
    }

    private static Condition condition(Random random, GroupId group, LocalDate today) {
        Condition.Test equal = random.nextBoolean() ? Condition.Test.IS : Condition.Test.IS_NOT;
        String days = Integer.toString(random.nextInt(25));
        String day = today.minusDays(random.nextInt(25)).toString();
        return switch (random.nextInt(8)) {
            case 0 ->
                new Condition(
                        random.nextBoolean() ? "name" : "surname",
                        pick(
                                List.of(
                                        Condition.Test.IS,
                                        Condition.Test.IS_NOT,
                                        Condition.Test.HAS,
                                        Condition.Test.STARTS,
                                        Condition.Test.EMPTY,
                                        Condition.Test.FILLED),
                                random),
                        pick(WORDS, random));
            case 1 -> new Condition("sex", equal, random.nextBoolean() ? "m" : "f");
            case 2 -> new Condition("group", equal, group.toString());
            case 3 -> new Condition("received", equal, random.nextBoolean() ? "yes" : "no");
            case 4 ->
                new Condition("undelivered", random.nextBoolean() ? Condition.Test.MORE : Condition.Test.LESS, "1");
            case 5 -> new Condition("age", random.nextBoolean() ? Condition.Test.MORE : Condition.Test.LESS, "30");
            case 6 ->
                new Condition("birthday", random.nextBoolean() ? Condition.Test.SOON : Condition.Test.FILLED, days);
            default ->
                switch (random.nextInt(4)) {
                    case 0 -> new Condition("last_sent", Condition.Test.WITHIN, days);
                    case 1 -> new Condition("last_sent", Condition.Test.OLDER, days);
                    case 2 -> new Condition("last_sent", Condition.Test.SINCE, day);
                    default -> new Condition("last_sent", Condition.Test.EMPTY, "");
                };
        };
    }

    private static boolean meets(Rule rule, Known known, LocalDate today) {
        Predicate<Condition> one = condition -> meets(condition, known, today);
        Predicate<Rule> group = inner -> meets(inner, known, today);
        return rule.any()
                ? rule.conditions().stream().anyMatch(one)
                        || rule.groups().stream().anyMatch(group)
                : rule.conditions().stream().allMatch(one)
                        && rule.groups().stream().allMatch(group);
    }

    private static boolean meets(Condition condition, Known known, LocalDate today) {
        Person person = known.contact().person();
        Activity activity = known.activity();
        return switch (condition.field()) {
            case "name" -> text(condition, person.name());
            case "surname" -> text(condition, person.surname());
            case "sex" ->
                text(condition, person.sex() == null ? null : person.sex().code());
            case "group" -> known.member() == (condition.test() == Condition.Test.IS);
            case "received" -> text(condition, activity.delivered() == null ? "no" : "yes");
            case "undelivered" -> number(condition, activity.undelivered());
            case "age" ->
                person.birthday() != null
                        && number(
                                condition,
                                Period.between(person.birthday(), today).getYears());
            case "birthday" -> birthday(condition, person.birthday(), today);
            case "last_sent" -> sent(condition, activity.sent(), today);
            default -> throw new IllegalArgumentException(condition.field());
        };
    }

    private static boolean text(Condition condition, @Nullable String value) {
        String wanted = condition.value().toLowerCase(Locale.ROOT);
        String there = value == null ? null : value.toLowerCase(Locale.ROOT);
        return switch (condition.test()) {
            case IS -> wanted.equals(there);
            case IS_NOT -> !wanted.equals(there);
            case HAS -> there != null && there.contains(wanted);
            case STARTS -> there != null && there.startsWith(wanted);
            case EMPTY -> there == null;
            case FILLED -> there != null;
            case MORE, LESS, SINCE, BEFORE, WITHIN, OLDER, SOON -> throw new IllegalArgumentException();
        };
    }

    private static boolean number(Condition condition, int value) {
        int wanted = Integer.parseInt(condition.value());
        return condition.test() == Condition.Test.MORE ? value > wanted : value < wanted;
    }

    private static boolean birthday(Condition condition, @Nullable LocalDate born, LocalDate today) {
        if (born == null || condition.test() == Condition.Test.FILLED) {
            return born != null;
        }
        return IntStream.rangeClosed(0, Integer.parseInt(condition.value()))
                .mapToObj(today::plusDays)
                // The 29th of February becomes the 28th where a year has none.
                .anyMatch(day -> born.withYear(day.getYear()).equals(day));
    }

    private static boolean sent(Condition condition, @Nullable LocalDate sent, LocalDate today) {
        if (sent == null || condition.test() == Condition.Test.EMPTY) {
            return sent == null && condition.test() == Condition.Test.EMPTY;
        }
        return switch (condition.test()) {
            case WITHIN -> !sent.isBefore(today.minusDays(Integer.parseInt(condition.value())));
            case OLDER -> sent.isBefore(today.minusDays(Integer.parseInt(condition.value())));
            case SINCE -> !sent.isBefore(LocalDate.parse(condition.value()));
            case IS, IS_NOT, HAS, STARTS, MORE, LESS, BEFORE, SOON, EMPTY, FILLED ->
                throw new IllegalArgumentException();
        };
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
