package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Confirming: exactly what was shown, exactly once. */
class CampaignConfirmTests extends InTheHouse {
    private static final SendingTerms TEST_MODE = new SendingTerms(null, false, null, Duration.ofDays(1), false, true);

    @Test
    void aChangedDraftOutdatesThePreviewThatWasShown() {
        house.crowd(3);
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        int shown = house.previewed(id).number();
        house.campaigns.save(house.marketer, id, 1, draft("Пока", List.of(PEOPLE)));

        assertThat(house.campaigns.confirm(house.marketer, id, shown)).isEqualTo(new Confirmation.Outdated(shown));
        int second = house.previewed(id).number();
        assertThat(house.campaigns.confirm(house.marketer, id, shown)).isEqualTo(new Confirmation.Outdated(second));
        assertThat(house.billing.holds).isEmpty();
    }

    @Test
    void aPreviewThatIsADayOldMustBeMadeAgain() {
        house.crowd(3);
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        int shown = house.previewed(id).number();
        house.now = house.now.plus(Duration.ofHours(25));

        assertThat(house.campaigns.confirm(house.marketer, id, shown)).isEqualTo(new Confirmation.Outdated(shown));
    }

    @Test
    void sendsExactlyWhatWasPreviewedWhateverChangesAfterwards() {
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79030000002", "Пётр");
        CampaignId id = house.saved(draft("Привет, [Имя]!", List.of(PEOPLE)));
        Preview preview = house.previewed(id);
        house.person(PEOPLE, "79160000001", "Мария");
        house.person(PEOPLE, "79160000003", "Новый");
        house.town.rise = Money.of("1.00");

        assertThat(house.campaigns.confirm(house.marketer, id, preview.number()))
                .isEqualTo(new Confirmation.Started(id, House.NOW));
        house.jobs.run();

        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient, CampaignChunk.Item::text)
                .containsExactly(tuple("79030000002", "Привет, Пётр!"), tuple("79160000001", "Привет, Анна!"));
        assertThat(house.pipeline.items())
                .extracting(item -> item.quote().own().perPart())
                .containsExactly(Money.of("4.00"), Money.of("3.50"));
        assertThat(house.billing.available.get(Town.CLIENT)).isEqualTo(Money.of("999992.50"));
        assertThat(house.billing.available.get(Town.PARTNER)).isEqualTo(Money.of("999995.40"));
        assertThat(house.billing.holds).containsExactly("campaign " + id);
    }

    @Test
    void confirmingAgainSendsOnce() {
        house.crowd(5);
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        int shown = house.previewed(id).number();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Confirmation>> presses = IntStream.range(0, 8)
                    .mapToObj(_ -> hands.submit(() -> house.campaigns.confirm(house.marketer, id, shown)))
                    .toList();
            assertThat(presses)
                    .allSatisfy(press -> assertThat(press.get()).isEqualTo(new Confirmation.Started(id, House.NOW)));
        }
        house.jobs.run();
        house.now = house.now.plus(Duration.ofDays(7));

        assertThat(house.campaigns.confirm(house.marketer, id, shown))
                .isEqualTo(new Confirmation.Started(id, House.NOW));
        assertThat(house.campaigns.delete(house.marketer, id)).isFalse();
        assertThat(house.pipeline.items()).hasSize(5);
        assertThat(house.billing.holds).hasSize(1);
        assertThat(house.audited).containsExactly("campaign.confirmed");
    }

    @Test
    void startsNothingWithoutTheMoney() {
        house.crowd(3);
        house.billing.available.put(Town.CLIENT, Money.of("10.99"));
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        Preview preview = house.previewed(id);

        assertThat(house.campaigns.confirm(house.marketer, id, preview.number()))
                .isEqualTo(new Confirmation.NoMoney(Money.of("11.00"), Money.of("10.99")));
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.PREVIEWED);
        assertThat(house.jobs.waiting()).isZero();
    }

    @Test
    void startsNothingForNobodyOrUnderANameThatIsNotAllowedAnyMore() {
        house.person(PEOPLE, "79000000001", "Без маршрута");
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        int shown = house.previewed(id).number();
        house.town.names.clear();
        house.town.closed.add(Town.PARTNER);

        assertThat(house.campaigns.confirm(house.marketer, id, shown))
                .isEqualTo(new Confirmation.Refused(List.of(
                        new Fault("audience", "nobody_left", ""),
                        new Fault("sender", "not_allowed", "VESTNIK"),
                        new Fault("campaign", "account_closed", ""))));
    }

    @Test
    void takesNoMoneyInTestModeAndSendsNobodyAlsoWhenThatHasEnded() {
        house.settings.settle(TEST_MODE);
        house.crowd(3);
        Money before = house.billing.balance(Town.CLIENT).available();
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        Preview shown = house.previewed(id);
        assertThat(shown.test()).isTrue();
        assertThat(shown.parts()).isEqualTo(3);
        assertThat(shown.cost()).isEqualTo(Money.ZERO);
        assertThat(shown.byOperator()).allMatch(line -> line.cost().isZero());

        assertThat(house.campaigns.confirm(house.marketer, id, shown.number()))
                .isInstanceOf(Confirmation.Started.class);
        house.settings.settle(SendingTerms.USUAL);
        house.jobs.run();
        assertThat(house.billing.balance(Town.CLIENT).available()).isEqualTo(before);
        assertThat(house.pipeline.chunks).isNotEmpty().allMatch(CampaignChunk::test);
        assertThat(house.pipeline.items())
                .hasSize(3)
                .allMatch(item -> item.quote().own().perPart().isZero());
    }

    @Test
    void hasWhatWasSeenInTheOtherModeSeenAgain() {
        house.crowd(3);
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        int earnest = house.previewed(id).number();
        Confirmation changed = new Confirmation.Refused(List.of(new Fault("campaign", "test_changed", "")));
        house.settings.settle(TEST_MODE);
        assertThat(house.campaigns.confirm(house.marketer, id, earnest)).isEqualTo(changed);
        int test = house.previewed(id).number();
        house.settings.settle(SendingTerms.USUAL);
        assertThat(house.campaigns.confirm(house.marketer, id, test)).isEqualTo(changed);
        assertThat(house.billing.holds).isEmpty();
    }

    @Test
    void anotherAccountFindsNothing() {
        house.crowd(3);
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));
        AccountId stranger = new AccountId(77);
        var thief = new Who(stranger, null, "key", "thief", Set.of());

        assertThat(house.campaigns.find(stranger, id)).isEmpty();
        assertThat(house.campaigns.previewed(stranger, id)).isEmpty();
        assertThat(house.campaigns.list(stranger, Listing.ALL, null, 10).items())
                .isEmpty();
        assertThat(house.campaigns.save(thief, id, 1, draft("x", List.of()))).isEqualTo(new Saved.NotFound());
        assertThat(house.campaigns.preview(thief, id)).isEqualTo(new Saved.NotFound());
        assertThat(house.campaigns.confirm(thief, id, 1)).isEqualTo(new Confirmation.NotFound());
        assertThat(house.campaigns.cancel(thief, id)).isFalse();
        assertThat(stores.counters().report(stranger, id)).isEmpty();
    }
}
