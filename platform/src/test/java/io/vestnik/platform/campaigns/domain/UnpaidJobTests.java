package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.CampaignConfirmed;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.domain.UnpaidJob.Outcome;
import io.vestnik.platform.campaigns.domain.UnpaidJob.Why;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What waits for money is sent in one go, for no more than was agreed to. */
class UnpaidJobTests extends InTheHouse {
    private final List<CampaignId> waiting = new ArrayList<>();

    @BeforeEach
    void letThreeWait() {
        house.crowd(4);
        for (int i = 0; i < 3; i++) {
            CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
            int preview = house.previewed(id).number();
            assertThat(house.campaigns.awaitPayment(house.marketer, id, preview, false))
                    .isTrue();
            waiting.add(id);
        }
        assertThat(campaign(0).cost()).isEqualTo(Money.of("15"));
    }

    private Campaign campaign(int number) {
        return house.campaigns.find(Town.CLIENT, waiting.get(number)).orElseThrow();
    }

    private List<CampaignState> states() {
        return waiting.stream()
                .map(id -> house.campaigns.find(Town.CLIENT, id).orElseThrow().state())
                .toList();
    }

    private void start(String agreed) {
        house.unpaid.start(house.marketer, stores.campaigns().unpaid(Town.CLIENT, waiting), Money.of(agreed));
    }

    private Outcome outcome() {
        for (int i = 0; i < 10; i++) {
            house.jobs.run();
            house.now = house.now.plusSeconds(3);
        }
        return new JsonMapper().readValue(house.jobs.result(UnpaidJob.NAME), Outcome.class);
    }

    @Test
    void sendsAllOfThemAndTellsWhatTheyCame() {
        start("45");
        Outcome outcome = outcome();
        assertThat(outcome.sent()).isEqualTo(3);
        assertThat(outcome.money()).isEqualTo(Money.of("45"));
        assertThat(outcome.unsent()).isZero();
        assertThat(states()).containsOnly(CampaignState.RUNNING);
        assertThat(house.confirmed)
                .containsExactlyElementsOf(waiting.stream()
                        .map(id -> new CampaignConfirmed(Town.CLIENT, id, 4, Money.of("15")))
                        .toList());
    }

    @Test
    void spendsNoMoreThanWasAgreedTo() {
        start("40");
        Outcome outcome = outcome();
        assertThat(outcome.money()).isEqualTo(Money.of("30"));
        assertThat(outcome.why()).isEqualTo(Map.of(Why.DEARER, 1));
        assertThat(states())
                .containsExactly(CampaignState.RUNNING, CampaignState.RUNNING, CampaignState.AWAITING_PAYMENT);
    }

    @Test
    void countsAnewWhatIsTooOldAndStillSendsItAtOnce() {
        start("60");
        house.now = house.now.plus(Duration.ofDays(2));
        house.town.rise = Money.of("1.00");
        Outcome outcome = outcome();
        assertThat(outcome.sent()).as("nineteen each, for sixty in all").isEqualTo(3);
        assertThat(outcome.money()).isEqualTo(Money.of("57"));
    }

    @Test
    void leavesWaitingWhatBecameTooDearAsItWasCountedAnew() {
        start("45");
        house.now = house.now.plus(Duration.ofDays(2));
        house.town.rise = Money.of("1.00");
        Outcome outcome = outcome();
        assertThat(outcome.money()).isEqualTo(Money.of("38"));
        assertThat(outcome.left()).singleElement().satisfies(left -> {
            assertThat(left.campaign()).isEqualTo(waiting.get(2).value());
            assertThat(left.why()).isEqualTo(Why.DEARER);
        });
        assertThat(states().getLast()).isEqualTo(CampaignState.AWAITING_PAYMENT);
    }

    @Test
    void tellsWhatWasNotSentAndWhy() {
        start("45");
        house.billing.available.put(Town.CLIENT, Money.of("20"));
        Draft other = draft("Другое", List.of(PEOPLE));
        house.campaigns.save(house.marketer, waiting.get(1), campaign(1).version(), other);
        Outcome outcome = outcome();
        assertThat(outcome.sent()).isEqualTo(1);
        assertThat(outcome.left()).extracting(UnpaidJob.Left::why).containsExactly(Why.CHANGED, Why.NO_MONEY);
        assertThat(states())
                .containsExactly(CampaignState.RUNNING, CampaignState.DRAFT, CampaignState.AWAITING_PAYMENT);
    }
}
