package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.domain.RegroupStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ErasedRegroupingTests {
    /** What was done an hour ago is forgotten anyway. */
    private static final Instant LATER = Instant.parse("2199-01-01T00:00:00Z");

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    RegroupStore regroupings;

    @Autowired
    List<PersonalData> places;

    @Test
    void takesErasedPeopleOutOfWhatCanStillBeUndone() {
        AccountId shop = fixtures.account();
        RegroupStore.Done done = new RegroupStore.Done(
                new GroupId(1), List.of("79160000001", "79160000002"), new GroupId(2), List.of("79160000001"));
        long mine = regroupings.remember(shop, done, LATER);
        AccountId other = fixtures.account();
        long theirs = regroupings.remember(other, done, LATER);
        PersonalData contacts = places.stream()
                .filter(it -> it.place().equals("contacts.people"))
                .findFirst()
                .orElseThrow();
        PersonalData.People people = new PersonalData.People(Set.of("79160000001"));
        assertThat(contacts.erase(shop, people, null)).isEqualTo(new PersonalData.Step(null, 1));
        assertThat(regroupings.take(shop, mine).orElseThrow())
                .isEqualTo(new RegroupStore.Done(new GroupId(1), List.of("79160000002"), new GroupId(2), List.of()));
        assertThat(regroupings.take(other, theirs)).contains(done);
    }
}
