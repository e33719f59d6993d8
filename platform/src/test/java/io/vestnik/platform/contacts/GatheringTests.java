package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.Gathering.Gathered;
import io.vestnik.platform.contacts.Gathering.Order;
import io.vestnik.platform.contacts.domain.Regrouping;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class GatheringTests {
    private static final String ANNA = "79160000001";
    private static final String BORIS = "79160000002";
    private static final String VERA = "79160000003";

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    Gathering gathering;

    @Autowired
    Regrouping regrouping;

    private GroupId group(AccountId account, String name, String... phones) {
        GroupId group = contacts.groupNamed(account, name).id();
        assertThat(gathering.gather(account, new Order(group, true, false), List.of(phones)))
                .isPresent();
        return group;
    }

    private long people(AccountId account, GroupId group) {
        return contacts.group(account, group).orElseThrow().contacts();
    }

    @Test
    void addsThoseWhoAreNoContactsOrPassesThemOver() {
        AccountId shop = fixtures.account();
        GroupId known = group(shop, "Known", ANNA, BORIS);
        GroupId target = contacts.groupNamed(shop, "Target").id();
        Gathered passed = gathering
                .gather(shop, new Order(target, false, false), List.of(VERA, ANNA))
                .orElseThrow();
        assertThat(passed).isEqualTo(new Gathered(1, 0, 0, 1, 0, passed.undo()));
        Gathered added = gathering
                .gather(shop, new Order(target, true, false), List.of(VERA, ANNA, VERA))
                .orElseThrow();
        assertThat(added).isEqualTo(new Gathered(1, 1, 1, 0, 0, added.undo()));
        assertThat(people(shop, target)).isEqualTo(2);
        assertThat(people(shop, known)).as("nobody leaves unless asked for").isEqualTo(2);
    }

    @Test
    void takesThemOutOfTheOtherGroupsWhereThatIsAskedFor() {
        AccountId shop = fixtures.account();
        GroupId one = group(shop, "One", ANNA, BORIS);
        GroupId two = group(shop, "Two", ANNA);
        GroupId target = contacts.groupNamed(shop, "Target").id();
        assertThat(gathering.gather(shop, new Order(target, true, true), List.of(ANNA, VERA)))
                .contains(new Gathered(2, 0, 1, 0, 1, 0));
        assertThat(List.of(people(shop, one), people(shop, two), people(shop, target)))
                .containsExactly(1L, 0L, 2L);
    }

    @Test
    void takesBackWhoJoined() {
        AccountId shop = fixtures.account();
        GroupId target = group(shop, "Target", ANNA);
        long undo = gathering
                .gather(shop, new Order(target, true, false), List.of(ANNA, BORIS))
                .orElseThrow()
                .undo();
        assertThat(regrouping.undo(shop, undo)).isTrue();
        assertThat(contacts.among(shop, List.of(target), List.of(ANNA, BORIS))).containsExactly(ANNA);
    }

    @Test
    void oneNumberTakesBackAllStepsOfAWork() {
        AccountId shop = fixtures.account();
        GroupId target = group(shop, "Target", VERA);
        long first = gathering
                .gather(shop, new Order(target, true, false), List.of(ANNA))
                .orElseThrow()
                .undo();
        long second = gathering
                .gather(shop, new Order(target, true, false), List.of(BORIS), first)
                .orElseThrow()
                .undo();
        assertThat(regrouping.undo(shop, second)).isTrue();
        assertThat(contacts.among(shop, List.of(target), List.of(ANNA, BORIS, VERA)))
                .containsExactly(VERA);
        assertThat(regrouping.undo(shop, first))
                .as("it was taken back with the second")
                .isFalse();
    }

    @Test
    void putsNobodyIntoAGroupOfAnotherAccount() {
        AccountId shop = fixtures.account();
        GroupId foreign = group(fixtures.account(), "Theirs");
        assertThat(gathering.gather(shop, new Order(foreign, true, true), List.of(ANNA)))
                .isEmpty();
    }
}
