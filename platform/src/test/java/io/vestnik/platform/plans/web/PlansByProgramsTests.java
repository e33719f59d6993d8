package io.vestnik.platform.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.plans.Plans.Outline;
import io.vestnik.platform.plans.Plans.Saved;
import io.vestnik.platform.plans.Plans.Terms;
import io.vestnik.platform.plans.Plans.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans as programs write them. */
class PlansByProgramsTests extends AsPerson {
    private static final When MONDAYS =
            new When.Rule("DTSTART;TZID=Europe/Moscow:20900206T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO", "skip");

    @Autowired
    private Plans plans;

    @Autowired
    private Campaigns campaigns;

    @AfterEach
    void forget() {
        plans.list(client().account()).forEach(plan -> plans.delete(client(), plan.id()));
    }

    @Test
    void keepsARuleAndTellsItsNextRuns() {
        Outline plan = kept(terms("По понедельникам", MONDAYS));

        assertThat(plan.state()).isEqualTo("active");
        assertThat(plan.runs()).hasSize(Plans.NEXT_RUNS).startsWith(Instant.parse("2090-02-06T07:00:00Z"));
        assertThat(plan.terms().when()).isInstanceOfSatisfying(When.Rule.class, rule -> {
            assertThat(rule.text()).contains("TZID=Europe/Moscow:20900206T100000", "BYDAY=MO");
            assertThat(rule.onHoliday()).isEqualTo("skip");
        });
        assertThat(plans.pause(client(), plan.id())).isTrue();
        assertThat(plans.find(client().account(), plan.id()).orElseThrow().runs())
                .isEmpty();
    }

    @Test
    void readsAgainWhatItTellsOfAPlan() {
        Outline plan = kept(terms("По понедельникам", MONDAYS));

        assertThat(plans.change(client(), plan.id(), plan.version(), plan.terms()))
                .isInstanceOfSatisfying(
                        Saved.Kept.class, kept -> assertThat(kept.plan().runs()).isEqualTo(plan.runs()));
        assertThat(plans.change(client(), plan.id(), plan.version(), plan.terms()))
                .isInstanceOf(Saved.Stale.class);
    }

    @Test
    void saysWhyThereCanBeNoSuchPlan() {
        assertThat(plans.create(client(), terms("", MONDAYS)))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("name"));
        assertThat(plans.create(client(), terms("Никогда", new When.Rule("RRULE:FREQ=SECONDLY", "run"))))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("rule"));
        When impossible = new When.Rule("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;BYHOUR=9;BYMINUTE=0", "run");
        assertThat(plans.create(client(), terms("31 февраля", impossible)))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("no_such_day"));
        assertThat(plans.create(
                        client(), terms("Всем", new When.Greeting("birthday", 0, LocalTime.of(10, 0), "february"))))
                .isEqualTo(new Saved.Refused("campaign", "no_groups", ""));
        assertThat(plans.create(
                        client(), terms("Всем", new When.Greeting("birthday", 181, LocalTime.of(10, 0), "february"))))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("offset"));
    }

    private Outline kept(Terms terms) {
        return ((Saved.Kept) plans.create(client(), terms)).plan();
    }

    private Terms terms(String name, When when) {
        Draft draft =
                new Draft("Осенняя", "VESTNIK", "Приходите", List.of(), List.of("+79161234567"), Duration.ofHours(12));
        CampaignId campaign = ((Campaigns.Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
        return new Terms(name, campaign, when, 0);
    }
}
