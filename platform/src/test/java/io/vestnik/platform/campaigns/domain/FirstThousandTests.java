package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.pipeline.SettledRules;
import io.vestnik.platform.texts.KnownTexts;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstThousandTests {
    private static final GroupId PEOPLE = new GroupId(1);
    private static final Set<String> FIELDS = Set.of("name");
    private static final Who ANNA = new Who(Town.CLIENT, new UserId(1), null, "Анна", Set.of());

    private final FakeContacts contacts = new FakeContacts();
    private final FakeRules rules = new FakeRules();
    private final Town town = new Town();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final InstantSource ticking = () -> now;
    private final FirstThousand thousand = new FirstThousand(
            new AudienceWalk(contacts, town),
            new AudiencePrices(town, town, town, town, new SettledRules()),
            rules,
            new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return ticking.instant();
                }
            },
            new SenderChoice(town));

    private static Draft draft(String sender, String... phones) {
        return new Draft("", sender, "", List.of(PEOPLE), List.of(phones), Duration.ofHours(1));
    }

    private void person(String phone, String name) {
        contacts.put(PEOPLE, phone, name.isEmpty() ? Map.of() : Map.of("name", name));
    }

    private int size(Draft draft) {
        return thousand.of(ANNA, draft, FIELDS).people().size();
    }

    private static Template template(String text) {
        return ((Texts.Reading.Understood)
                        KnownTexts.of(new Texts.Placeholder("Имя", "name")).read(new AccountId(3), text))
                .template();
    }

    @Test
    void readsAnAudienceOnceUntilItIsAnotherOrTwoMinutesPass() {
        person("79160000001", "Анна");
        assertThat(size(draft("VESTNIK"))).isEqualTo(1);
        person("79160000002", "Пётр");
        assertThat(size(draft("VESTNIK"))).as("kept").isEqualTo(1);
        assertThat(thousand.of(new Who(Town.CLIENT, new UserId(2), null, "Олег", Set.of()), draft("VESTNIK"), FIELDS)
                        .people())
                .as("of another person")
                .hasSize(2);
        assertThat(size(draft("VESTNIK", "79160000009"))).as("another audience").isEqualTo(3);
        person("79160000003", "Мария");
        assertThat(size(draft("OTHER", "79160000009"))).as("another sender").isEqualTo(4);
        person("79160000004", "Иван");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(size(draft("OTHER", "79160000009"))).as("after two minutes").isEqualTo(5);
    }

    @Test
    void readsAThousandAtMostThoseTypedFirst() {
        for (int i = 0; i < 1_100; i++) {
            person("7916%07d".formatted(i), "Имя");
        }
        FirstThousand.People people = thousand.of(ANNA, draft("VESTNIK", "89030000001", "не номер"), FIELDS);
        assertThat(people.people()).hasSize(FirstThousand.MOST);
        assertThat(people.all()).isFalse();
        assertThat(people.people().getFirst().person().phone()).isEqualTo("79030000001");
        String[] many = new String[1_200];
        for (int i = 0; i < many.length; i++) {
            many[i] = "7903%07d".formatted(i);
        }
        assertThat(thousand.of(ANNA, draft("VESTNIK", many), FIELDS).people())
                .hasSize(FirstThousand.MOST)
                .allMatch(it -> it.person().phone().startsWith("7903"));
    }

    @Test
    void isEmptyWithoutAnAudience() {
        Draft nobody = new Draft("", "VESTNIK", "", List.of(), List.of(), Duration.ofHours(1));
        assertThat(thousand.of(ANNA, nobody, FIELDS)).isEqualTo(FirstThousand.People.NOBODY);
    }

    @Test
    void reckonsPartsPriceAndWhoHasNothingToPutIn() {
        person("79160000001", "Анна");
        person("79160000002", "");
        person("79030000003", "К".repeat(70));
        person("79000000004", "Без маршрута");
        person("79160000005", "Стоп");
        rules.stopped.put("79160000005", WritingRules.Reason.EVERYTHING);

        Reckoning reckoning = Reckoning.of(thousand.of(ANNA, draft("VESTNIK"), FIELDS), template("Hi, [Имя]"));

        assertThat(reckoning.reached())
                .extracting(it -> it.person().phone())
                .containsExactly("79030000003", "79160000001", "79160000002");
        assertThat(reckoning.leftOut()).isEqualTo(2);
        assertThat(reckoning.reasons()).containsEntry(Verdict.STOPPED, 1).hasSize(2);
        assertThat(reckoning.parts()).isEqualTo(4);
        assertThat(reckoning.cost()).isEqualTo(Money.of("15.00"));
        assertThat(reckoning.fewest()).isEqualTo(1);
        assertThat(reckoning.most()).isEqualTo(2);
        assertThat(reckoning.narrow()).isEqualTo(2);
        assertThat(reckoning.empty()).isEqualTo(Map.of("name", 1));
        assertThat(reckoning.longest()).isZero();
        assertThat(reckoning.firstEmpty()).isEqualTo(2);
        assertThat(reckoning.lacking("name", 10))
                .extracting(it -> it.person().phone())
                .containsExactly("79160000002");
    }
}
