package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Moves.Moved;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is confirmed and has not begun. It is noon in Moscow. */
class CampaignMoveTests extends InTheHouse {
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-11-21T18:00");
    private static final Instant SIX = Instant.parse("2026-11-21T15:00:00Z");

    private static Draft evening() {
        Timing timing = new Timing(Duration.ofHours(12)).from(new Start.At(EVENING, Whose.ACCOUNT));
        return draft("Привет", List.of(PEOPLE)).at(timing);
    }

    private Campaign campaign(CampaignId id) {
        return house.campaigns.find(Town.CLIENT, id).orElseThrow();
    }

    private Money balance() {
        return Objects.requireNonNull(house.billing.available.get(Town.CLIENT));
    }

    @Test
    void oneThatHasNotBegunIsMovedWithItsMoneyHeld() {
        house.crowd(4);
        CampaignId id = house.started(evening());
        Money held = balance();
        assertThat(house.moves.move(house.marketer, id, LocalDateTime.parse("2026-11-21T11:00")))
                .isEqualTo(new Moved.Refused(List.of(new Fault("start", "past", ""))));
        assertThat(house.moves.move(house.marketer, id, EVENING.plusHours(2)))
                .isEqualTo(new Moved.To(SIX.plus(Duration.ofHours(2))));
        assertThat(balance()).isEqualTo(held);
        assertThat(campaign(id).nextAt()).isEqualTo(SIX.plus(Duration.ofHours(2)));
        house.goOnUntil(SIX.plus(Duration.ofHours(2)).minusSeconds(1));
        assertThat(house.pipeline.items()).isEmpty();
        house.goOnUntil(SIX.plus(Duration.ofHours(2)));
        assertThat(house.pipeline.items()).hasSize(4);
        assertThat(house.moves.move(house.marketer, id, EVENING.plusHours(5))).isEqualTo(new Moved.TooLate());
    }

    @Test
    void oneThatHasNotBegunIsPausedAndGoesOnAtItsTime() {
        house.crowd(4);
        CampaignId id = house.started(evening());
        assertThat(house.campaigns.pause(house.marketer, id)).isTrue();
        house.goOnUntil(SIX.minusSeconds(60));
        assertThat(house.campaigns.resume(house.marketer, id)).isTrue();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.SCHEDULED);
        assertThat(campaign(id).nextAt()).isEqualTo(SIX);
        assertThat(house.campaigns.pause(house.marketer, id)).isTrue();
        house.goOnUntil(SIX.plusSeconds(60));
        assertThat(house.pipeline.items()).isEmpty();
        assertThat(house.campaigns.resume(house.marketer, id)).isTrue();
        house.goOnUntil(SIX.plusSeconds(61));
        assertThat(house.pipeline.items()).hasSize(4);
    }
}
