package io.vestnik.platform.plans.web;

import static io.vestnik.platform.plans.web.PlanForm.or;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.shell.FieldErrors;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a greeting as the browser sends it.
 *
 * @param side {@code on}, {@code before} or {@code after} the day
 * @param days how many days before or after
 */
record GreetingForm(
        @Nullable String name,
        @Nullable Long campaign,
        @Nullable Integer version,
        @Nullable String field,
        @Nullable String side,
        @Nullable String days,
        @Nullable String time,
        @Nullable String leap,
        @Nullable String late) {

    /** What came of reading it. */
    record Read(Plan.@Nullable Terms terms, FieldErrors errors) {}

    static GreetingForm fresh(String name, @Nullable Long campaign) {
        return new GreetingForm(name, campaign, 0, "birthday", "on", "1", "10:00", "february", "3");
    }

    static GreetingForm of(Plan plan, Occasion.Anniversary occasion) {
        return new GreetingForm(
                plan.terms().name(),
                plan.terms().pattern().value(),
                plan.version(),
                occasion.field(),
                occasion.offset() == 0 ? "on" : occasion.offset() < 0 ? "before" : "after",
                Integer.toString(Math.max(1, Math.abs(occasion.offset()))),
                occasion.time().toString(),
                occasion.leapDay().code(),
                Integer.toString(plan.terms().lateHours()));
    }

    /** The same, changed by someone else meanwhile. */
    GreetingForm seenAs(int current) {
        return new GreetingForm(name, campaign, current, field, side, days, time, leap, late);
    }

    Read read(PlanWords words, ZoneId zone) {
        FieldErrors errors = FieldErrors.none();
        String called = or(name);
        if (called.isEmpty() || called.length() > Plan.Terms.LONGEST_NAME) {
            errors = errors.and("name", words.of("plans.fault.name", Plan.Terms.LONGEST_NAME));
        }
        if (campaign == null || campaign <= 0) {
            errors = errors.and("campaign", words.of("plans.fault.gone"));
        }
        if (!Occasion.Anniversary.isField(or(field))) {
            errors = errors.and("field", words.of("plans.fault.field"));
        }
        Optional<Integer> offset = offset();
        if (offset.isEmpty()) {
            errors = errors.and("days", words.of("plans.fault.interval", Occasion.Anniversary.FARTHEST));
        }
        if (!or(time).matches("([01]?\\d|2[0-3])[:.][0-5]\\d")) {
            String shown = or(time).substring(0, Math.min(or(time).length(), 20));
            errors = errors.and("time", words.of("plans.fault.bad_time", shown));
        }
        if (errors.any() || campaign == null || offset.isEmpty()) {
            return new Read(null, errors);
        }
        String[] clock = or(time).split("[:.]");
        Occasion occasion = new Occasion.Anniversary(
                or(field),
                offset.get(),
                LocalTime.of(Integer.parseInt(clock[0]), Integer.parseInt(clock[1])),
                or(leap).equals("march") ? Occasion.LeapDay.MARCH : Occasion.LeapDay.FEBRUARY,
                zone);
        int hours = or(late).matches("\\d|1\\d|2[0-4]") ? Integer.parseInt(or(late)) : 0;
        return new Read(new Plan.Terms(called, new CampaignId(campaign), occasion, hours), errors);
    }

    private Optional<Integer> offset() {
        if (!or(side).equals("before") && !or(side).equals("after")) {
            return Optional.of(0);
        }
        if (!or(days).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int count = Integer.parseInt(or(days));
        return count < 1 || count > Occasion.Anniversary.FARTHEST
                ? Optional.empty()
                : Optional.of(or(side).equals("before") ? -count : count);
    }
}
