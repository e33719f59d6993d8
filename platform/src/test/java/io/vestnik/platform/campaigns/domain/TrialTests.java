package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trial.Goal;
import io.vestnik.platform.campaigns.Trials.Report;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.CampaignChunk.Item;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Texts that are tried on a part of the audience. */
class TrialTests extends InTheHouse {
    private static final int CROWD = 200;
    private static final Duration WAIT = Duration.ofHours(4);
    private static final String LONG = "[Имя], приходите: " + "скидка ".repeat(12);

    private static Draft tried(String a, List<String> others, boolean byItself) {
        Draft one = draft(a, List.of(PEOPLE));
        Trial trial = new Trial(others, 50, Goal.DELIVERIES, WAIT, byItself);
        return new Draft(one.name(), one.sender(), one.text(), one.audience(), one.timing(), one.manner(), trial);
    }

    private CampaignId begun(boolean byItself) {
        house.crowd(CROWD);
        CampaignId id = house.started(tried("[Имя], привет", List.of(LONG), byItself));
        house.jobs.run();
        return id;
    }

    private List<Item> reading(String words) {
        return house.pipeline.items().stream()
                .filter(item -> item.text().contains(words))
                .toList();
    }

    private void pass(Duration time) {
        house.now = house.now.plus(time);
        house.jobs.run();
    }

    private Report report(CampaignId id) {
        return house.trials.report(Town.CLIENT, id).orElseThrow();
    }

    private Money balance() {
        return Objects.requireNonNull(house.billing.available.get(Town.CLIENT));
    }

    private Money worth() {
        return Money.sum(house.pipeline.items().stream()
                .map(item -> item.quote().own().perPart().times(item.parts()))
                .toList());
    }

    @Test
    void sendsEachTextToItsShareAndTheBetterOneToTheRest() {
        CampaignId id = begun(true);
        Split split = new Split(id, 2, 50);
        List<Item> taking = house.pipeline.items();
        assertThat(taking)
                .hasSizeBetween(1, CROWD - 1)
                .allSatisfy(item ->
                        assertThat(item.text()).contains(split.of(item.recipient()) == 0 ? "привет" : "приходите"));
        pass(WAIT.minusMinutes(1));
        assertThat(house.pipeline.items()).as("the rest waits").hasSameSizeAs(taking);

        house.tell(id, reading("привет"), null, MessageState.UNDELIVERED);
        house.tell(id, reading("приходите"), null, MessageState.DELIVERED);
        assertThat(report(id).best()).isEqualTo(1);
        assertThat(report(id).certainty()).isGreaterThan(0.95);
        pass(Duration.ofMinutes(1));
        assertThat(house.pipeline.items()).hasSize(CROWD);
        assertThat(house.pipeline.items().subList(taking.size(), CROWD))
                .allSatisfy(item -> assertThat(item.text()).startsWith("Имя").contains("приходите"));
        assertThat(report(id).winner()).isEqualTo(1);
        assertThat(report(id).by()).isEmpty();
    }

    @Test
    void holdsTheDearestTextAndGivesTheDifferenceBack() {
        Money before = balance();
        CampaignId id = begun(true);
        Preview preview = house.campaigns.previewed(Town.CLIENT, id).orElseThrow();
        assertThat(preview.tried()).extracting(tried -> tried.parts()).containsExactly(200L, 400L);
        assertThat(balance()).isEqualTo(before.minus(preview.cost()));
        pass(WAIT);
        assertThat(report(id).winner()).as("nothing has come of any").isZero();
        assertThat(house.pipeline.items()).hasSize(CROWD);
        assertThat(before.minus(balance())).isEqualTo(worth()).isLessThan(preview.cost());
    }

    @Test
    void waitsForAPersonWhereThatIsWanted() {
        CampaignId id = begun(false);
        int taking = house.pipeline.items().size();
        pass(WAIT.plusHours(5));
        assertThat(house.pipeline.items()).hasSize(taking);
        assertThat(house.trials.choose(house.marketer, id, 2))
                .as("there is no third text")
                .isFalse();
        assertThat(house.trials.choose(house.marketer, id, 1)).isTrue();
        house.jobs.run();
        assertThat(house.pipeline.items()).hasSize(CROWD);
        assertThat(report(id).by()).isEqualTo("Мария");
        assertThat(house.trials.choose(house.marketer, id, 0))
                .as("it is decided")
                .isFalse();
        assertThat(house.audited).contains("campaign.text-chosen");
    }

    @Test
    void givesEachTheWholeOfATextWhateverTheirOwnValuesHold() {
        for (int i = 0; i < CROWD; i++) {
            house.person(PEOPLE, "7916%07d".formatted(i), "И\n\u001F\nмя");
        }
        CampaignId id = house.started(tried("[Имя], привет", List.of("[Имя], приходите"), false));
        house.jobs.run();
        assertThat(house.trials.choose(house.marketer, id, 1)).isTrue();
        house.jobs.run();
        assertThat(house.pipeline.items())
                .hasSize(CROWD)
                .allSatisfy(item -> assertThat(item.text()).startsWith("И").contains("мя, при"));
    }

    @Test
    void letsTheRestGoNotBeforeItsOwnTime() {
        house.crowd(CROWD);
        Draft now = tried("Привет", List.of("Приходите"), false);
        Start evening = new Start.At(LocalDateTime.parse("2026-11-21T18:00"), Whose.ACCOUNT);
        CampaignId id = house.started(now.at(now.timing().from(evening).at(new Spread.Over(Duration.ofHours(1)))));
        house.jobs.run();
        assertThat(house.trials.choose(house.marketer, id, 1)).isTrue();
        pass(Duration.ZERO);
        assertThat(house.pipeline.items()).as("it is noon in Moscow").isEmpty();
        assertThat(stores.waves().of(Town.CLIENT, id).stream().filter(Wave::waits))
                .isNotEmpty()
                .allSatisfy(wave -> assertThat(wave.deadline())
                        .isEqualTo(wave.startsAt().plus(Duration.ofHours(1)))
                        .isAfter(house.now.plus(Duration.ofHours(1))));
    }

    @Test
    void givesAllOfTheRestBackWhenItIsCancelled() {
        Money before = balance();
        CampaignId id = begun(false);
        assertThat(house.campaigns.cancel(house.marketer, id)).isTrue();
        house.jobs.run();
        assertThat(before.minus(balance())).isEqualTo(worth());
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.CANCELLED);
    }

    @Test
    void saysWhatCannotBeTried() {
        house.crowd(1);
        CampaignId alone = house.saved(tried("Привет", List.of(), true));
        CampaignId twins = house.saved(tried("Привет", List.of("Привет"), true));
        Draft clicks = tried("Привет", List.of("Пока"), true);
        CampaignId unlinked = house.saved(new Draft(
                clicks.name(),
                clicks.sender(),
                clicks.text(),
                clicks.audience(),
                clicks.timing(),
                clicks.manner(),
                new Trial(List.of("Пока"), 10, Goal.CLICKS, WAIT, true)));
        assertThat(house.campaigns.preview(house.marketer, alone))
                .isEqualTo(new Saved.Refused(List.of(new Fault("trial", "empty", ""))));
        assertThat(house.campaigns.preview(house.marketer, twins))
                .isEqualTo(new Saved.Refused(List.of(new Fault("trial", "alike", ""))));
        assertThat(house.campaigns.preview(house.marketer, unlinked))
                .isEqualTo(new Saved.Refused(List.of(new Fault("trial", "no_links", ""))));
        List<String> six = List.of("1", "2", "3", "4", "5");
        assertThat(house.campaigns.save(house.marketer, null, 0, tried("0", six, true)))
                .isEqualTo(new Saved.Refused(List.of(new Fault("trial", "too_many", "5"))));
    }
}
