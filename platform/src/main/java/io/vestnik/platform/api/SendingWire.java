package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingSettings.Fault;
import io.vestnik.platform.pipeline.SendingSettings.Settings;
import io.vestnik.platform.pipeline.SendingSettings.Wish;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Allowed;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of sending as they are written in JSON. */
final class SendingWire {
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);

    private SendingWire() {}

    /**
     * When messages of programs may leave.
     *
     * @param from such as 09:00; 00:00 to 00:00 is the whole day
     * @param days Monday is 1; every day where they are left out
     * @param outside what becomes of a message that comes at another time: wait (usual) or refuse
     * @param transactional whether they hold for transactional messages too; usually so
     */
    record AllowedWire(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<Integer> days,
            @Nullable String outside,
            @Nullable Boolean transactional) {}

    /**
     * What is to be settled; what is absent stays.
     *
     * @param hours 00:00 to 00:00 of every day for any time
     * @param homeOnly whether nothing goes to numbers of other countries
     * @param sender the name where none is given; empty where one must be
     * @param validityHours for how long a message may wait, 1 to 72
     * @param shortLinks whether addresses in the texts of campaigns become short ones
     * @param test whether what is sent goes to nobody: no network is asked, and nothing is charged
     * @param quiet whether new campaigns in the cabinet let recipients sleep
     * @param notOnHolidays whether they leave out holidays
     * @param zone of the account, such as Europe/Moscow
     * @param handDown whether accounts below that have settled nothing go by it too
     */
    record SendingRequest(
            @Nullable AllowedWire hours,

            @JsonProperty("home_only") @Nullable Boolean homeOnly,

            @Nullable String sender,

            @JsonProperty("validity_hours") @Nullable Integer validityHours,

            @JsonProperty("short_links") @Nullable Boolean shortLinks,

            @JsonProperty("test_mode") @Nullable Boolean test,

            @JsonProperty("quiet_hours") @Nullable Boolean quiet,

            @JsonProperty("not_on_holidays") @Nullable Boolean notOnHolidays,

            @JsonProperty("time_zone") @Nullable String zone,

            @JsonProperty("hand_down") @Nullable Boolean handDown) {}

    /**
     * How the account sends.
     *
     * @param own whether the account has settled it itself
     * @param hours absent for any time
     * @param sender absent where one must be given
     * @param opensAt when messages of programs may leave next: now, within the hours
     */
    record SendingView(
            boolean own,
            @Nullable AllowedWire hours,

            @JsonProperty("home_only") boolean homeOnly,

            @Nullable String sender,

            @JsonProperty("validity_hours") long validityHours,

            @JsonProperty("short_links") boolean shortLinks,

            @JsonProperty("test_mode") boolean test,

            @JsonProperty("quiet_hours") boolean quiet,

            @JsonProperty("not_on_holidays") boolean notOnHolidays,

            @JsonProperty("time_zone") String zone,

            @JsonProperty("hand_down") boolean handDown,

            @JsonProperty("opens_at") @Nullable Instant opensAt) {}

    static SendingView view(Settings settings, @Nullable Instant opensAt) {
        SendingTerms terms = settings.terms();
        return new SendingView(
                settings.own(),
                terms.allowed() == null ? null : written(terms.allowed()),
                terms.homeOnly(),
                terms.sender(),
                terms.validity().toHours(),
                terms.shortLinks(),
                terms.test(),
                terms.quiet(),
                terms.notOnHolidays(),
                settings.zone().getId(),
                settings.below(),
                opensAt);
    }

    private static AllowedWire written(Allowed allowed) {
        Hours hours = allowed.hours();
        return new AllowedWire(
                hours.from().toString(),
                hours.to().toString(),
                hours.days().stream().map(DayOfWeek::getValue).sorted().toList(),
                code(allowed.outside()),
                allowed.transactional());
    }

    /** The tag of what is settled, whatever the time is. */
    static String tag(Settings settings) {
        return ETags.of(settings.version() + " " + view(settings, null));
    }

    /** What is settled with what the request says of it; what cannot be read is added to the errors. */
    static Wish wish(SendingRequest request, Settings now, List<FieldError> errors) {
        SendingTerms terms = now.terms();
        Integer hours = request.validityHours();
        String sender =
                request.sender() == null ? terms.sender() : request.sender().strip();
        String zone = request.zone() == null ? now.zone().getId() : request.zone();
        boolean known = ZoneId.getAvailableZoneIds().contains(zone);
        if (!known) {
            errors.add(new FieldError("/time_zone", "unknown", null));
        }
        SendingTerms wanted = new SendingTerms(
                request.hours() == null ? terms.allowed() : allowed(request.hours(), errors),
                said(request.homeOnly(), terms.homeOnly()),
                sender == null || sender.isEmpty() ? null : sender,
                hours == null ? terms.validity() : Duration.ofHours(hours),
                said(request.shortLinks(), terms.shortLinks()),
                said(request.test(), terms.test()),
                said(request.quiet(), terms.quiet()),
                said(request.notOnHolidays(), terms.notOnHolidays()));
        return new Wish(wanted, said(request.handDown(), now.below()), known ? ZoneId.of(zone) : now.zone());
    }

    private static boolean said(@Nullable Boolean wanted, boolean now) {
        return Objects.requireNonNullElse(wanted, now);
    }

    /** None for any time, and where it cannot be read. */
    private static @Nullable Allowed allowed(AllowedWire written, List<FieldError> errors) {
        List<Integer> days =
                written.days() == null ? EVERY_DAY : Listed.present(written.days(), "/hours/days/", errors);
        if (days.isEmpty() || !EVERY_DAY.containsAll(days)) {
            errors.add(new FieldError("/hours/days", "out_of_range", "1 to 7, Monday is 1"));
        }
        for (String end : List.of("from", "to")) {
            String time = end.equals("from") ? written.from() : written.to();
            if (Hours.written(time, time, EVERY_DAY).isEmpty()) {
                errors.add(new FieldError("/hours/" + end, "not_a_time", "Such as 09:00"));
            }
        }
        String code = Objects.requireNonNullElse(written.outside(), code(Outside.WAIT));
        Optional<Outside> outside = Arrays.stream(Outside.values())
                .filter(it -> code(it).equals(code))
                .findFirst();
        if (outside.isEmpty()) {
            errors.add(new FieldError("/hours/outside", "unknown", "wait or refuse"));
        }
        return Hours.written(written.from(), written.to(), days)
                .filter(hours -> outside.isPresent() && !isAnyTime(hours))
                .map(hours -> new Allowed(hours, outside.orElseThrow(), said(written.transactional(), true)))
                .orElse(null);
    }

    private static boolean isAnyTime(Hours hours) {
        return hours.from().equals(LocalTime.MIDNIGHT)
                && hours.to().equals(LocalTime.MIDNIGHT)
                && hours.days().size() == EVERY_DAY.size();
    }

    private static String code(Outside outside) {
        return outside.name().toLowerCase(Locale.ROOT);
    }

    static FieldError error(Fault fault) {
        String at = switch (fault.field()) {
            case "validity" -> "/validity_hours";
            case "outside" -> "/hours/outside";
            default -> "/" + fault.field();
        };
        return new FieldError(at, fault.code().replace('-', '_'), fault.hours() == 0 ? null : fault.hours() + " hours");
    }
}
