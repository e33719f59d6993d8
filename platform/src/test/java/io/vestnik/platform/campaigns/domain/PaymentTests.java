package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.CampaignTurned;
import io.vestnik.platform.campaigns.CampaignTurned.Turn;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be paid waits. */
class PaymentTests extends InTheHouse {
    private Campaign campaign(CampaignId id) {
        return house.campaigns.find(Town.CLIENT, id).orElseThrow();
    }

    private void money(String available) {
        house.billing.available.put(Town.CLIENT, Money.of(available));
    }

    private CampaignId unpaid(boolean byItself) {
        return unpaid(draft("Привет", List.of(PEOPLE)), byItself);
    }

    private CampaignId unpaid(Draft draft, boolean byItself) {
        house.crowd(4);
        money("10");
        CampaignId id = house.saved(draft);
        int preview = house.previewed(id).number();
        assertThat(house.campaigns.confirm(house.marketer, id, preview)).isInstanceOf(Confirmation.NoMoney.class);
        assertThat(house.campaigns.awaitPayment(house.marketer, id, preview + 1, byItself))
                .isFalse();
        assertThat(house.campaigns.awaitPayment(house.marketer, id, preview, byItself))
                .isTrue();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.AWAITING_PAYMENT);
        return id;
    }

    private void goOn(Duration time) {
        house.now = house.now.plus(time);
        house.jobs.run();
    }

    @Test
    void waitsForAPersonsButtonAfterTheTopUp() {
        CampaignId id = unpaid(false);
        money("100");
        goOn(Duration.ofHours(1));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.AWAITING_PAYMENT);
        assertThat(house.campaigns.confirm(house.marketer, id, campaign(id).preview()))
                .isInstanceOf(Confirmation.Started.class);
        house.jobs.run();
        assertThat(house.pipeline.items()).hasSize(4);
    }

    @Test
    void tellsOnceThatThereIsEnoughForWhatWaitsForAButton() {
        CampaignId id = unpaid(false);
        goOn(Duration.ofMinutes(5));
        assertThat(house.events).isEmpty();
        money("15");
        goOn(Duration.ofMinutes(1));
        goOn(Duration.ofHours(1));
        assertThat(house.events).containsExactly(new CampaignTurned(Town.CLIENT, id, "Скидка", Turn.PAYABLE));
        assertThat(house.jobs.next()).isEmpty();
    }

    @Test
    void goesByItselfOnceThereIsEnoughWhereThatWasAskedFor() {
        CampaignId id = unpaid(true);
        goOn(Duration.ofMinutes(5));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.AWAITING_PAYMENT);
        money("15");
        goOn(Duration.ofMinutes(1));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(house.pipeline.items()).hasSize(4);
        assertThat(house.billing.available.get(Town.CLIENT)).isEqualTo(Money.ZERO);
        assertThat(house.events).containsExactly(new CampaignTurned(Town.CLIENT, id, "Скидка", Turn.PAID));
    }

    @Test
    void goesAtThePricesOfTheDayOnWhichItGoes() {
        CampaignId id = unpaid(true);
        house.jobs.run();
        house.town.rise = Money.of("1.00");
        money("18");
        goOn(Duration.ofDays(2));
        goOn(Duration.ofMinutes(1));
        assertThat(campaign(id).state()).as("four more than there is").isEqualTo(CampaignState.AWAITING_PAYMENT);
        assertThat(campaign(id).cost()).isEqualTo(Money.of("19"));
        money("19");
        goOn(Duration.ofMinutes(1));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(house.billing.available.get(Town.CLIENT)).isEqualTo(Money.ZERO);
    }

    @Test
    void changedMeanwhileItGoesNoMoreByItself() {
        CampaignId id = unpaid(true);
        house.campaigns.save(house.marketer, id, campaign(id).version(), draft("Другое", List.of(PEOPLE)));
        money("1000");
        goOn(Duration.ofMinutes(5));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.DRAFT);
        assertThat(house.pipeline.items()).isEmpty();
    }

    @Test
    void whatWasPlannedForTheMorningDoesNotGoInTheNight() {
        Start noon = new Start.At(LocalDateTime.parse("2026-11-21T13:00"), Whose.ACCOUNT);
        Draft draft = draft("Привет", List.of(PEOPLE));
        CampaignId id = unpaid(draft.at(draft.timing().from(noon)), true);
        goOn(Duration.ofHours(13));
        money("1000");
        goOn(Duration.ofMinutes(1));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.AWAITING_PAYMENT);
        assertThat(house.billing.available.get(Town.CLIENT)).isEqualTo(Money.of("1000"));
        assertThat(house.events).containsExactly(new CampaignTurned(Town.CLIENT, id, "Скидка", Turn.REFUSED));
        goOn(Duration.ofHours(1));
        assertThat(house.pipeline.items()).isEmpty();
    }

    @Test
    void whoeverReliesOnItIsToldWhenNobodyWatchesTheMoneyAnyMore() {
        CampaignId id = unpaid(true);
        house.jobs.giveUp();
        assertThat(stores.campaigns().goesWhenPaid(Town.CLIENT, id)).isFalse();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.AWAITING_PAYMENT);
        assertThat(house.events).containsExactly(new CampaignTurned(Town.CLIENT, id, "Скидка", Turn.REFUSED));
    }

    @Test
    void countedAnewItWaitsOnAndIsToldOfAgain() {
        CampaignId id = unpaid(false);
        money("15");
        goOn(Duration.ofMinutes(1));
        house.town.rise = Money.of("1.00");
        house.campaigns.preview(house.marketer, id);
        goOn(Duration.ofSeconds(3));
        goOn(Duration.ofSeconds(3));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.AWAITING_PAYMENT);
        assertThat(campaign(id).cost()).isEqualTo(Money.of("19"));
        assertThat(stores.campaigns().unpaid(Town.CLIENT, List.of(id)))
                .extracting(StoredCampaign::id)
                .contains(id);
        goOn(Duration.ofMinutes(1));
        assertThat(house.events).as("that there was enough before").hasSize(1);
        money("19");
        goOn(Duration.ofMinutes(1));
        assertThat(house.events).hasSize(2).containsOnly(new CampaignTurned(Town.CLIENT, id, "Скидка", Turn.PAYABLE));
    }

    @Test
    void nobodyLeftOnTheDayItGoesIsForAPersonToSee() {
        CampaignId id = unpaid(true);
        house.jobs.run();
        house.contacts.forget(PEOPLE);
        money("1000");
        goOn(Duration.ofDays(2));
        goOn(Duration.ofMinutes(1));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.AWAITING_PAYMENT);
        assertThat(house.pipeline.items()).isEmpty();
        assertThat(house.events).containsExactly(new CampaignTurned(Town.CLIENT, id, "Скидка", Turn.REFUSED));
        assertThat(house.jobs.next()).isEmpty();
    }
}
