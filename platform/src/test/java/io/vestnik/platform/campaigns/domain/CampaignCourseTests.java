package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.CampaignChunk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The course of a campaign: expansion, counts, pause, cancel, end. */
class CampaignCourseTests extends InTheHouse {
    @Test
    void countsWhereItsMessagesStandAndFinishesWithTheLast() {
        house.crowd(4);
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();

        house.tell(id, items, null, MessageState.QUEUED);
        house.tell(id, items, MessageState.QUEUED, MessageState.SENT);
        house.tell(id, items.subList(0, 3), MessageState.SENT, MessageState.DELIVERED);
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow()).satisfies(campaign -> {
            assertThat(campaign.state()).isEqualTo(CampaignState.RUNNING);
            assertThat(campaign.counts()).isEqualTo(Map.of(MessageState.SENT, 1L, MessageState.DELIVERED, 3L));
        });

        house.now = house.now.plusSeconds(30);
        house.tell(id, items.subList(3, 4), MessageState.SENT, MessageState.EXPIRED);
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow()).satisfies(campaign -> {
            assertThat(campaign.state()).isEqualTo(CampaignState.FINISHED);
            assertThat(campaign.finishedAt()).isEqualTo(house.now);
        });

        house.tell(id, items.subList(3, 4), MessageState.EXPIRED, MessageState.DELIVERED);
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().counts())
                .isEqualTo(Map.of(MessageState.DELIVERED, 4L));
        assertThat(stores.counters().report(Town.CLIENT, id).stream()
                        .map(CounterStore.Count::charged)
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.of("15.00"));
        assertThat(stores.counters().pace(Town.CLIENT, id)).hasSize(5);
    }

    @Test
    void doesNotFinishWhileSomeAreNotYetQueued() {
        house.crowd(3_500);
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));
        house.jobs.step();
        List<CampaignChunk.Item> items = house.pipeline.items();
        assertThat(items).hasSize(3_000);

        house.tell(id, items, null, MessageState.DELIVERED);
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.RUNNING);

        house.jobs.run();
        house.tell(id, house.pipeline.items().subList(3_000, 3_500), null, MessageState.DELIVERED);
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.FINISHED);
    }

    @Test
    void aPausedCampaignQueuesNothingAndGoesOnWhereItStood() {
        house.crowd(3_500);
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));
        house.jobs.step();

        assertThat(house.campaigns.pause(house.marketer, id)).isTrue();
        assertThat(house.campaigns.pause(house.marketer, id)).isFalse();
        house.jobs.run();
        assertThat(house.pipeline.items()).hasSize(3_000);

        assertThat(house.campaigns.resume(house.marketer, id)).isTrue();
        house.jobs.run();
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .hasSize(3_500)
                .doesNotHaveDuplicates();
        assertThat(house.pipeline.orders).containsExactly("pause " + id, "resume " + id);
    }

    @Test
    void aCancelledCampaignGivesBackWhatWasNeverQueued() {
        house.crowd(3_500);
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));
        house.jobs.step();

        assertThat(house.campaigns.cancel(house.marketer, id)).isTrue();
        assertThat(house.campaigns.cancel(house.marketer, id)).isFalse();
        house.jobs.run();

        Money queued = house.pipeline.items().stream()
                .map(item -> item.quote().own().perPart().times(item.parts()))
                .reduce(Money.ZERO, Money::plus);
        assertThat(house.billing.available.get(Town.CLIENT))
                .isEqualTo(Money.of("1000000").minus(queued));
        assertThat(house.billing.settlements.stream()
                        .filter(settlement -> settlement.payer().equals(Town.CLIENT))
                        .mapToInt(Billing.Settlement::released)
                        .sum())
                .isEqualTo(500);

        house.tell(id, house.pipeline.items(), null, MessageState.CANCELLED);
        Campaign campaign = house.campaigns.find(Town.CLIENT, id).orElseThrow();
        assertThat(campaign.state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(campaign.finishedAt()).isNotNull();
    }

    @Test
    void givesBackTheMoneyOfWhoCameOntoAStopListAfterThePreview() {
        house.crowd(10);
        house.pipeline.stopped.add("79160000004");
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));
        house.jobs.run();

        assertThat(house.pipeline.items()).hasSize(9);
        assertThat(house.billing.settlements.stream()
                        .filter(settlement -> settlement.payer().equals(Town.CLIENT))
                        .mapToInt(Billing.Settlement::released)
                        .sum())
                .isEqualTo(1);
        assertThat(stores.recipients()
                        .leftOut(Town.CLIENT, id, 1, AudienceStore.Left.ALL, null, 10)
                        .items())
                .extracting(AudienceLine::phone, AudienceLine::verdict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("79160000004", Verdict.STOPPED));

        house.tell(id, house.pipeline.items(), null, MessageState.DELIVERED);
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.FINISHED);
    }

    @Test
    void anExpansionThatFailsForGoodWaitsForAPersonAndCanBeResumed() {
        house.crowd(10);
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));

        house.jobs.giveUp();
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.PAUSED);

        house.campaigns.resume(house.marketer, id);
        house.jobs.run();
        assertThat(house.pipeline.items()).hasSize(10);
    }

    @Test
    void aStepThatFailsLeavesNothingAndRepeatsNothing() {
        house.crowd(10);
        CampaignId id = house.started(draft("Привет", List.of(PEOPLE)));
        house.pipeline.broken = true;
        assertThatThrownBy(house.jobs::step).isInstanceOf(IllegalStateException.class);
        house.pipeline.broken = false;

        house.campaigns.pause(house.marketer, id);
        house.campaigns.resume(house.marketer, id);
        house.jobs.run();
        assertThat(house.pipeline.items()).hasSize(10);
    }
}
