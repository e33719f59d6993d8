package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.SegmentDesk;
import io.vestnik.platform.contacts.domain.SegmentDesk.Answer;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class SegmentTests {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactStore store;

    @Autowired
    SegmentDesk desk;

    @Autowired
    Outcomes outcomes;

    @Test
    void isAGroupOfThoseWhoMatchNowAndIsWalkedInStepsOfTheSamePrice() {
        AccountId shop = fixtures.account();
        fixtures.load(
                shop,
                "Все",
                "phone;name",
                "79160000001;Анна",
                "79160000002;Пётр",
                "79160000003;Анна",
                "79160000004;Иван");
        Group anna = make(shop, "Анны", new Condition("name", Condition.Test.IS, "анна"));
        assertThat(anna.living()).isTrue();
        assertThat(anna.contacts()).isEqualTo(2);
        assertThat(contacts.groups(shop)).extracting(Group::name).contains("Анны");
        assertThat(walk(shop, List.of(anna.id()), 2)).containsExactly("79160000001", "79160000003");

        fixtures.load(shop, "Новые", "phone;name", "79160000005;Анна");
        GroupId fresh = contacts.groupNamed(shop, "Новые").id();
        assertThat(walk(shop, List.of(anna.id()), 2)).hasSize(3);
        assertThat(walk(shop, List.of(anna.id(), fresh), 3))
                .as("whoever is in both is met once")
                .containsExactly("79160000001", "79160000003", "79160000005");
        assertThat(contacts.members(shop, List.of(anna.id()), Set.of("name"), null, 1)
                        .next())
                .as("a step hands out few and says that there is more")
                .isEqualTo("79160000001");
        assertThat(store.list(shop, new ContactFilter("", anna.id(), null, null), null, 10)
                        .items())
                .as("the list shows a segment as it shows a group")
                .hasSize(3);
    }

    @Test
    void takesNobodyInByHandAndNoSegmentAsItsBase() {
        AccountId shop = fixtures.account();
        Group anna = make(shop, "Анны", new Condition("name", Condition.Test.IS, "анна"));
        assertThatThrownBy(() -> contacts.groupNamed(shop, "анны")).isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.create(shop, "Ещё", new ContactFilter("", anna.id(), null, null)))
                .isInstanceOf(Answer.BadFilter.class);
        assertThat(desk.create(shop, "Пустой", ContactFilter.ALL)).isInstanceOf(Answer.BadFilter.class);
        assertThat(desk.create(shop, "АННЫ", new ContactFilter("анна", null, null, null)))
                .isInstanceOf(Answer.Taken.class);
    }

    @Test
    void goesByWhatCameOfMessagesToContacts() {
        AccountId shop = fixtures.account();
        fixtures.load(shop, "Все", "phone;name", "79160000001;Анна", "79160000002;Пётр", "79160000003;Олег");
        Group lost = make(shop, "Недоступные", new Condition("undelivered", Condition.Test.MORE, "1"));
        Group never = make(shop, "Не получали", new Condition("received", Condition.Test.IS, "no"));
        outcomes.recordOutcomes(List.of(
                outcome(shop, "79160000001", Outcome.Kind.SENT),
                outcome(shop, "79160000001", Outcome.Kind.DELIVERED),
                outcome(shop, "79160000002", Outcome.Kind.UNDELIVERED),
                outcome(shop, "79169999999", Outcome.Kind.UNDELIVERED)));
        assertThat(walk(shop, List.of(lost.id()), 10)).isEmpty();
        outcomes.recordOutcomes(List.of(
                outcome(shop, "79160000001", Outcome.Kind.UNDELIVERED),
                outcome(shop, "79160000002", Outcome.Kind.UNDELIVERED)));
        assertThat(walk(shop, List.of(lost.id()), 10)).containsExactly("79160000002");
        assertThat(walk(shop, List.of(never.id()), 10)).containsExactly("79160000002", "79160000003");
        outcomes.recordOutcomes(List.of(
                outcome(shop, "79160000002", Outcome.Kind.UNDELIVERED),
                outcome(shop, "79160000002", Outcome.Kind.DELIVERED)));
        assertThat(walk(shop, List.of(lost.id()), 10))
                .as("a delivered one begins anew")
                .isEmpty();
    }

    @Test
    void findsWhoFollowsLinks() {
        AccountId shop = fixtures.account();
        fixtures.load(shop, "Все", "phone;name", "79160000011;Анна", "79160000012;Пётр");
        Group keen = make(shop, "Кликали", new Condition("last_click", Condition.Test.FILLED, ""));
        Group lately = make(shop, "Недавно", new Condition("last_click", Condition.Test.SINCE, "2026-11-21"));
        outcomes.recordOutcomes(List.of(
                outcome(shop, "79160000011", Outcome.Kind.SENT), outcome(shop, "79160000012", Outcome.Kind.SENT)));
        outcomes.recordOutcomes(List.of(
                outcome(shop, "79160000012", Outcome.Kind.CLICKED),
                outcome(shop, "79160000099", Outcome.Kind.CLICKED)));
        assertThat(walk(shop, List.of(keen.id()), 10)).containsExactly("79160000012");
        assertThat(walk(shop, List.of(lately.id()), 10)).containsExactly("79160000012");
    }

    private static Outcome outcome(AccountId account, String phone, Outcome.Kind kind) {
        return new Outcome(account, phone, kind, NOW);
    }

    private Group make(AccountId account, String name, Condition condition) {
        ContactFilter filter = new ContactFilter("", null, null, null, Rule.all(List.of(condition)));
        return ((Answer.Saved) desk.create(account, name, filter)).group();
    }

    private List<String> walk(AccountId account, List<GroupId> groups, int step) {
        List<String> phones = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<Recipient> members = contacts.members(account, groups, Set.of(), after, step);
            members.items().forEach(person -> phones.add(person.phone()));
            after = members.next();
        } while (after != null);
        return phones;
    }
}
