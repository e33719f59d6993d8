package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Sample;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.promo.PromoMarks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promo codes in texts, from the preview to the queue. */
class CampaignCodeTests extends InTheHouse {
    private static final List<Fault> TOO_FEW = List.of(new Fault("text", "too_few_codes", "Лето: 1"));

    private CampaignId saved(String text) {
        return house.saved(House.draft(text, List.of(PEOPLE)));
    }

    @Test
    void countsACodeAsLongAsItWillBeAndShowsAnExample() {
        house.person(PEOPLE, "79160000001", "Anna");
        assertThat(house.previewed(saved("x".repeat(152) + "[Промокод]")).parts())
                .isEqualTo(1);
        Preview two = house.previewed(saved("x".repeat(153) + "[Промокод]"));
        assertThat(two.parts()).isEqualTo(2);
        assertThat(two.samples()).extracting(Sample::text).allMatch(text -> text.endsWith("xK7M4XPQ9"));
    }

    @Test
    void eachRecipientGetsACodeOfTheirOwnAlsoAfterTheFirstChunk() {
        house.crowd(3_002);
        house.started(House.draft("[Имя]: [Промокод]", List.of(PEOPLE)));
        house.jobs.run();
        List<String> codes = house.pipeline.items().stream()
                .map(CampaignChunk.Item::text)
                .map(text -> text.substring(text.indexOf(' ') + 1))
                .toList();
        assertThat(codes).hasSize(3_002).doesNotHaveDuplicates().allMatch(code -> code.matches("\\d{8}"));
        assertThat(house.codes.left).isEqualTo(1_000_000 - 3_002);
    }

    @Test
    void whoIsStoppedMeanwhileGivesTheCodeBack() {
        house.person(PEOPLE, "79160000001", null);
        house.person(PEOPLE, "79160000002", null);
        CampaignId id = saved("[Промокод]");
        Preview preview = house.previewed(id);
        house.pipeline.stopped.add("79160000001");
        assertThat(house.campaigns.confirm(house.marketer, id, preview.number()))
                .isInstanceOf(Confirmation.Started.class);
        house.jobs.run();
        assertThat(house.codes.takenBack).hasSize(1);
        assertThat(house.pipeline.items()).hasSize(1);
    }

    @Test
    void tooFewCodesAreToldBeforeAnybodyConfirms() {
        house.person(PEOPLE, "79160000001", null);
        house.person(PEOPLE, "79160000002", null);
        house.codes.left = 1;
        CampaignId id = saved("[Промокод]");
        Preview preview = house.previewed(id);
        assertThat(preview.faults()).isEqualTo(TOO_FEW);
        assertThat(house.campaigns.confirm(house.marketer, id, preview.number()))
                .isEqualTo(new Confirmation.Refused(TOO_FEW));
    }

    @Test
    void aTrialInTestModeUsesUpNoCodesAndNeedsNone() {
        house.settings.settle(new SendingTerms(null, false, null, Duration.ofDays(1), false, true));
        house.codes.left = 1;
        house.person(PEOPLE, "79160000001", null);
        house.person(PEOPLE, "79160000002", null);
        house.started(House.draft("[Промокод]", List.of(PEOPLE)));
        house.jobs.run();
        assertThat(house.codes.left).isEqualTo(1);
        assertThat(house.pipeline.items())
                .hasSize(2)
                .extracting(CampaignChunk.Item::text)
                .containsOnly(PromoMarks.example(8));
    }

    @Test
    void whereCodesRunOutItWaitsForMoreAndWritesToNobodyTwice() {
        house.crowd(3_002);
        CampaignId id = house.started(House.draft("[Промокод]", List.of(PEOPLE)));
        house.codes.left = 3_000; // another campaign took the rest
        house.jobs.run();
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.PAUSED);
        assertThat(stores.campaigns().find(Town.CLIENT, id).orElseThrow().trouble())
                .isEqualTo("no_codes");
        house.codes.left = 10;
        assertThat(house.campaigns.resume(house.marketer, id)).isTrue();
        house.jobs.run();
        assertThat(house.pipeline.items())
                .hasSize(3_002)
                .extracting(CampaignChunk.Item::text)
                .doesNotHaveDuplicates();
    }
}
