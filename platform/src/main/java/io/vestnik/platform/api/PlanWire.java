package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.plans.Plans.Outline;
import io.vestnik.platform.plans.Plans.Terms;
import io.vestnik.platform.plans.Plans.When;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans as they are written in JSON. */
final class PlanWire {
    private static final int USUAL_LATE = 3;

    private PlanWire() {}

    /**
     * A plan: by a calendar, or by a date of each person.
     *
     * @param campaign whose draft is sent each time
     * @param rule RFC 5545, such as {@code RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMINUTE=0}
     * @param onHoliday of a rule: run (usual), skip or move
     * @param greeting instead of a rule
     * @param lateHours how many hours late a missed run is made up for, 0 to 24, usually 3
     * @param version of the plan that is changed
     */
    record PlanRequest(
            @Nullable String name,
            @Nullable String campaign,
            @Nullable String rule,

            @JsonProperty("on_holiday") @Nullable String onHoliday,

            @Nullable GreetingRequest greeting,

            @JsonProperty("late_hours") @Nullable Integer lateHours,

            @Nullable Integer version) {}

    /**
     * A date of each person.
     *
     * @param field birthday, or a date field of your own, such as f12
     * @param offset days after it, before it when negative; 180 at most
     * @param time such as 10:00, by each person's clock
     * @param leapDay february (usual) or march
     */
    record GreetingRequest(
            @Nullable String field,
            @Nullable Integer offset,
            @Nullable String time,
            @JsonProperty("leap_day") @Nullable String leapDay) {}

    /** A plan; {@code next_runs} are those of a rule, ten at most. */
    record PlanView(
            String id,
            int version,
            String name,
            String campaign,
            String state,
            @Nullable String rule,

            @JsonProperty("on_holiday") @Nullable String onHoliday,

            @Nullable GreetingRequest greeting,

            @JsonProperty("late_hours") int lateHours,

            @JsonProperty("next_run_at") @Nullable Instant nextRunAt,

            @JsonProperty("next_runs") List<Instant> nextRuns) {}

    /** A rule to be looked at; {@code on_holiday} is run (usual), skip or move. */
    record TimeRequest(
            @Nullable String rule,
            @JsonProperty("on_holiday") @Nullable String onHoliday) {}

    /** A rule as it is kept, and its next times. */
    record TimeView(
            String rule,

            @JsonProperty("on_holiday") String onHoliday,

            @JsonProperty("next_runs") List<Instant> nextRuns) {}

    /** All plans, by name. */
    record PlanList(List<PlanView> items) {}

    /** Reads a plan; what cannot be read is added to the errors, and then there is none. */
    static Optional<Terms> terms(PlanRequest request, List<FieldError> errors) {
        Optional<CampaignId> campaign = Ids.read(Objects.requireNonNullElse(request.campaign(), ""), CampaignId::new);
        if (campaign.isEmpty()) {
            errors.add(new FieldError("/campaign", "not_an_id", null));
        }
        String rule = request.rule();
        GreetingRequest greeting = request.greeting();
        if ((rule == null) == (greeting == null)) {
            errors.add(new FieldError("/rule", "one_of", "Either a rule or a greeting"));
        }
        LocalTime time = greeting == null ? null : time(greeting.time());
        if (greeting != null && time == null) {
            errors.add(new FieldError("/greeting/time", "not_a_time", "Such as 10:00"));
        }
        if (!errors.isEmpty() || campaign.isEmpty()) {
            return Optional.empty();
        }
        When when = greeting == null || time == null
                ? rule(rule, request.onHoliday())
                : new When.Greeting(
                        Objects.requireNonNullElse(greeting.field(), "birthday"),
                        Objects.requireNonNullElse(greeting.offset(), 0),
                        time,
                        Objects.requireNonNullElse(greeting.leapDay(), "february"));
        return Optional.of(new Terms(
                Objects.requireNonNullElse(request.name(), "").strip(),
                campaign.get(),
                when,
                Objects.requireNonNullElse(request.lateHours(), USUAL_LATE)));
    }

    static When.Rule rule(@Nullable String rule, @Nullable String onHoliday) {
        return new When.Rule(Objects.requireNonNullElse(rule, ""), Objects.requireNonNullElse(onHoliday, "run"));
    }

    private static @Nullable LocalTime time(@Nullable String written) {
        try {
            return LocalTime.parse(Objects.requireNonNullElse(written, ""));
        } catch (DateTimeParseException e) {
            return null; // whoever asked says where
        }
    }

    static FieldError error(Plans.Saved.Refused refused) {
        String at = switch (refused.field()) {
            case "field", "offset", "leap_day" -> "/greeting/" + refused.field();
            default -> "/" + refused.field();
        };
        return new FieldError(at, refused.code(), refused.detail().isEmpty() ? null : refused.detail());
    }

    static PlanView view(Outline plan) {
        When when = plan.terms().when();
        return new PlanView(
                plan.id().toString(),
                plan.version(),
                plan.terms().name(),
                plan.terms().campaign().toString(),
                plan.state(),
                when instanceof When.Rule rule ? rule.text() : null,
                when instanceof When.Rule rule ? rule.onHoliday() : null,
                when instanceof When.Greeting greeting
                        ? new GreetingRequest(
                                greeting.field(),
                                greeting.offset(),
                                greeting.time().toString(),
                                greeting.leapDay())
                        : null,
                plan.terms().lateHours(),
                plan.nextRunAt(),
                plan.runs());
    }
}
