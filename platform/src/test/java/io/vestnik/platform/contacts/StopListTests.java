package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.contacts.Stops.Entry;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.contacts.WritingRules.Letter;
import io.vestnik.platform.contacts.WritingRules.Reason;
import io.vestnik.platform.contacts.domain.StopDesk;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.TrafficType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class StopListTests {
    private static final Entry ALL = new Entry(new StopScope.Everything(), StopSource.HAND, "просил не писать");

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Stops stops;

    @Autowired
    StopDesk desk;

    @Autowired
    WritingRules rules;

    @Autowired
    Contacts contacts;

    @Autowired
    People people;

    @Test
    void stopsEverythingOneChannelOrOneSenderName() {
        AccountId shop = fixtures.account();
        stops.add(who(shop), List.of("79160000001"), ALL);
        stops.add(who(shop), List.of("79160000002"), entry(new StopScope.Channel("sms")));
        stops.add(who(shop), List.of("79160000003"), entry(new StopScope.Channel("viber")));
        stops.add(who(shop), List.of("79160000004"), entry(new StopScope.Sender("Shop")));
        stops.add(who(shop), List.of("79160000005"), entry(new StopScope.Sender("OTHER")));
        assertThat(rules.concern(shop)).isTrue();
        assertThat(rules.refused(IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> letter(shop, "7916000000" + i))
                        .toList()))
                .isEqualTo(Map.of(0, Reason.EVERYTHING, 1, Reason.CHANNEL, 3, Reason.SENDER));
    }

    @Test
    void asksEveryoneWhoServesTheAccountSoThatThePlatformStandsAboveAll() {
        AccountId shop = fixtures.account();
        AccountId operator = people.byLogin("operator").orElseThrow().person().account();
        stops.add(who(operator), List.of("79160000011"), ALL);
        stops.add(who(shop), List.of("79160000011", "79160000012"), ALL);
        assertThat(rules.refused(List.of(letter(shop, "79160000011"), letter(shop, "79160000012"))))
                .isEqualTo(Map.of(0, Reason.ABOVE, 1, Reason.EVERYTHING));
        AccountId neighbour = fixtures.account();
        assertThat(rules.refused(List.of(letter(neighbour, "79160000012")))).isEmpty();
        assertThat(rules.refused(List.of(letter(neighbour, "79160000011")))).isEqualTo(Map.of(0, Reason.ABOVE));
    }

    @Test
    void letsCodesPassAnUnsubscribeButNotAStop() {
        AccountId shop = fixtures.account();
        stops.unsubscribe(shop, List.of("79160000021"), "SHOP", "стоп");
        stops.add(who(shop), List.of("79160000022"), ALL);
        assertThat(rules.refused(List.of(letter(shop, "79160000021"), letter(shop, "79160000022"))))
                .isEqualTo(Map.of(0, Reason.SENDER, 1, Reason.EVERYTHING));
        assertThat(rules.refused(List.of(
                        new Letter(shop, "sms", "SHOP", TrafficType.CODE, "79160000021"),
                        new Letter(shop, "sms", "SHOP", TrafficType.CODE, "79160000022"))))
                .isEqualTo(Map.of(1, Reason.EVERYTHING));
    }

    @Test
    void widensAnUnsubscribeToEverythingWhereTheAccountSaysSo() {
        AccountId shop = fixtures.account();
        stops.unsubscribe(shop, List.of("79160000031"), "SHOP", "стоп");
        desk.setUnsubscribe(who(shop), true);
        stops.unsubscribe(shop, List.of("79160000032"), "SHOP", "стоп");
        Letter narrow = new Letter(shop, "sms", "OTHER", TrafficType.ADVERTISING, "79160000031");
        Letter wide = new Letter(shop, "sms", "OTHER", TrafficType.ADVERTISING, "79160000032");
        assertThat(rules.refused(List.of(narrow, wide))).isEqualTo(Map.of(1, Reason.EVERYTHING));
    }

    @Test
    void stopsAWholeGroupForAsLongAsItIsAStopList() {
        AccountId shop = fixtures.account();
        fixtures.load(shop, "Не писать", "phone", "79160000041");
        GroupId group = contacts.groupNamed(shop, "Не писать").id();
        assertThat(desk.mark(who(shop), group, true)).isTrue();
        assertThat(stops.groups(shop)).containsExactly(group);
        assertThat(rules.refused(List.of(letter(shop, "79160000041")))).isEqualTo(Map.of(0, Reason.GROUP));
        desk.mark(who(shop), group, false);
        assertThat(rules.refused(List.of(letter(shop, "79160000041")))).isEmpty();
        assertThat(desk.mark(who(fixtures.account()), group, true))
                .as("another account's group")
                .isFalse();
    }

    @Test
    void keepsAPhoneOnceInAScopeAndTakesItOffAndBack() {
        AccountId shop = fixtures.account();
        assertThat(stops.add(who(shop), List.of("79160000051", "79160000051", "79160000052"), ALL))
                .isEqualTo(2);
        assertThat(stops.add(who(shop), List.of("79160000051"), ALL)).isZero();
        List<Long> ids = stops.list(shop, Listing.ALL, null, 10).items().stream()
                .map(Stop::id)
                .toList();
        StopDesk.Removed removed = desk.remove(who(shop), ids);
        assertThat(removed.count()).isEqualTo(2);
        assertThat(rules.refused(List.of(letter(shop, "79160000051")))).isEmpty();
        assertThat(desk.restore(who(fixtures.account()), removed.removal()))
                .as("another account's removal")
                .isZero();
        stops.add(who(shop), List.of("79160000052"), ALL);
        assertThat(desk.restore(who(shop), removed.removal()))
                .as("one of them was added anew meanwhile")
                .isEqualTo(1);
        assertThat(rules.refused(List.of(letter(shop, "79160000051")))).hasSize(1);
        assertThat(stops.remove(who(shop), "79160000051", null)).isTrue();
        assertThat(stops.remove(who(shop), "79160000051", null)).isFalse();
    }

    @Test
    void listsByPagesNewestFirstAndByFilters() {
        AccountId shop = fixtures.account();
        stops.add(
                who(shop),
                IntStream.range(0, 25).mapToObj(i -> "7916001%04d".formatted(i)).toList(),
                ALL);
        stops.unsubscribe(shop, List.of("79160020001"), "SHOP", "");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Slice<Stop> page = stops.list(shop, Listing.ALL, cursor, 10);
            page.items().forEach(stop -> seen.add(stop.phone()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(26).doesNotHaveDuplicates().startsWith("79160020001");
        assertThat(stops.list(shop, new Listing("", "sender", null, List.of()), null, 10)
                        .items())
                .hasSize(1);
        assertThat(stops.list(shop, new Listing("010007", null, null, List.of()), null, 10)
                        .items())
                .singleElement()
                .satisfies(stop -> {
                    assertThat(stop.phone()).isEqualTo("79160010007");
                    assertThat(stop.reason()).isEqualTo("просил не писать");
                    assertThat(stop.by()).isEqualTo("Мария");
                });
        assertThat(stops.list(shop, new Listing("", null, StopSource.UNSUBSCRIBE, List.of()), null, 10)
                        .items())
                .hasSize(1);
    }

    private static Entry entry(StopScope scope) {
        return new Entry(scope, StopSource.HAND, "");
    }

    private static Letter letter(AccountId account, String phone) {
        return new Letter(account, "sms", "SHOP", TrafficType.ADVERTISING, phone);
    }

    private static Who who(AccountId account) {
        return new Who(account, null, null, "Мария", Set.of());
    }
}
