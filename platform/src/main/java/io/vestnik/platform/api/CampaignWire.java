package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Tried;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Campaigns as they are written in JSON. */
final class CampaignWire {
    private static final int MOST_MINUTES = 4_320;

    private CampaignWire() {}

    /** A draft: to whom, from whom, what, how; {@code holidays} is {@code send}, {@code account} or {@code recipient}; {@code validity_minutes} 1 to 4,320, as the settings say where it is left out. */
    record DraftRequest(
            @Nullable String name,
            @Nullable String sender,
            @Nullable String text,
            @Nullable List<String> groups,
            @Nullable List<String> phones,

            @JsonProperty("minus_groups") @Nullable List<String> minusGroups,

            @JsonProperty("short_links") @Nullable Boolean shortLinks,

            @JsonProperty("reserve_sender") @Nullable String reserveSender,

            @Nullable List<String> tags,

            @JsonProperty("start_at") @Nullable String startAt,

            @JsonProperty("start_clock") @Nullable String startClock,

            @JsonProperty("spread_minutes") @Nullable Integer spreadMinutes,

            @JsonProperty("per_hour") @Nullable Integer perHour,

            TimingWire.@Nullable HoursRequest hours,

            @JsonProperty("quiet_hours") @Nullable Boolean quietHours,

            @Nullable String holidays,

            @JsonProperty("stop_above") @Nullable Integer stopAbove,

            TimingWire.@Nullable CapRequest cap,

            TrialWire.@Nullable TrialRequest trial,

            @JsonProperty("validity_minutes") @Nullable Integer validityMinutes) {}

    record Kept(String id, int version, String state) {}

    /** A draft that is there, and its version. */
    record KeptDraft(@Nullable Integer version, @Nullable DraftRequest draft) {}

    /** A page; {@code next} is the cursor of the page behind it. */
    record CampaignPage(List<CampaignView> items, @Nullable String next) {}

    /** The number of the preview that was shown. */
    record PreviewRequest(@Nullable Integer preview) {}

    /** The number of the preview that was shown; {@code by_itself}: it is confirmed once there is enough. */
    record WaitRequest(
            @Nullable Integer preview,
            @JsonProperty("by_itself") @Nullable Boolean byItself) {}

    record StartedView(
            String id,
            String state,
            @JsonProperty("confirmed_at") Instant confirmedAt) {}

    /**
     * A campaign; {@code counts} are messages by state, {@code marks} those that recipients clicked in or unsubscribed by, {@code next_at}
     * is when more of them are due, {@code trouble} why it stopped by itself or its preview came to nothing.
     */
    record CampaignView(
            String id,
            String name,
            String state,
            int version,
            long recipients,
            String cost,
            Map<String, Long> counts,
            Map<String, Long> marks,

            @JsonProperty("created_at") Instant createdAt,

            @JsonProperty("confirmed_at") @Nullable Instant confirmedAt,

            @JsonProperty("next_at") @Nullable Instant nextAt,

            @JsonProperty("finished_at") @Nullable Instant finishedAt,

            @Nullable String trouble) {}

    /**
     * A frozen audience; {@code left_out} counts by reason who is not sent to, {@code empty} by field who has nothing in it, {@code tried}
     * tells of each of several texts, {@code faults} what has to be put right before it can be confirmed.
     */
    record PreviewView(
            int number,
            String sender,
            long recipients,
            long parts,
            String cost,
            String available,

            @JsonProperty("by_operator") List<OperatorView> byOperator,

            @JsonProperty("left_out") Map<String, Long> leftOut,

            Map<String, Long> empty,

            @Nullable List<TriedView> tried,
            List<SampleView> samples,
            List<FieldError> faults,
            boolean test) {}

    /** The job that freezes an audience: its progress is asked for by its id. */
    record FreezingView(String job) {}

    /** What one of several texts, A to E, would come to if the whole audience got it. */
    record TriedView(String text, long parts, String cost) {}

    record OperatorView(
            @JsonProperty("mcc_mnc") String mccMnc,
            String operator,
            long recipients,
            long parts,
            String cost,
            @JsonProperty("reserve_sender") @Nullable String reserve) {}

    record SampleView(String phone, String text, int parts, String price) {}

    /** Reads a draft; what cannot be read is added to the errors. */
    static Draft draft(DraftRequest request, SendingTerms usual, List<FieldError> errors) {
        long minutes = request.validityMinutes() == null ? usual.validity().toMinutes() : request.validityMinutes();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            errors.add(new FieldError("/validity_minutes", "out_of_range", "1 to " + MOST_MINUTES));
        }
        return new Draft(
                Objects.requireNonNullElse(request.name(), "").strip(),
                Objects.requireNonNullElse(request.sender() == null ? usual.sender() : request.sender(), "")
                        .strip(),
                Objects.requireNonNullElse(request.text(), ""),
                new Audience(
                        groups(request.groups(), "/groups/", errors),
                        Listed.present(request.phones(), "/phones/", errors),
                        groups(request.minusGroups(), "/minus_groups/", errors)),
                TimingWire.timing(request, Duration.ofMinutes(Math.clamp(minutes, 1, MOST_MINUTES)), usual, errors),
                manner(request, usual, errors),
                TrialWire.trial(request.trial(), errors));
    }

    private static Manner manner(DraftRequest request, SendingTerms usual, List<FieldError> errors) {
        String reserve = Objects.requireNonNullElse(request.reserveSender(), "").strip();
        return new Manner(
                request.shortLinks() == null ? usual.shortLinks() : request.shortLinks(),
                reserve.isEmpty() ? null : reserve,
                Listed.present(request.tags(), "/tags/", errors).stream()
                        .map(String::strip)
                        .distinct()
                        .toList());
    }

    private static List<GroupId> groups(@Nullable List<String> ids, String place, List<FieldError> errors) {
        List<GroupId> groups = new ArrayList<>();
        List<String> written = Objects.requireNonNullElse(ids, List.of());
        for (int i = 0; i < written.size(); i++) {
            Optional<GroupId> group = Ids.read(written.get(i), GroupId::new);
            group.ifPresent(groups::add);
            if (group.isEmpty()) {
                errors.add(new FieldError(place + i, "not_an_id", null));
            }
        }
        return groups.stream().distinct().toList();
    }

    /** The same faults of a draft that stands under {@code draft}. */
    static List<FieldError> within(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError("/draft" + error.pointer(), error.code(), error.detail()))
                .toList();
    }

    static List<FieldError> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new FieldError(
                        pointer(fault), fault.code(), fault.detail().isEmpty() ? null : fault.detail()))
                .toList();
    }

    private static String pointer(Fault fault) {
        return switch (fault.field()) {
            case "audience" -> fault.code().equals("too_many_phones") ? "/phones" : "/groups";
            case "validity" -> "/validity_minutes";
            case "start" -> "/start_at";
            case "spread" -> "/spread_minutes";
            case "rate" -> "/per_hour";
            case "stop" -> "/stop_above";
            case "campaign" -> "";
            default -> "/" + fault.field();
        };
    }

    static CampaignView view(Campaign campaign) {
        Map<String, Long> counts = new TreeMap<>();
        campaign.counts().forEach((state, count) -> counts.put(state.code(), count));
        Map<String, Long> marks = new TreeMap<>();
        for (MessageMark mark : MessageMark.values()) {
            marks.put(mark.code(), campaign.marks().getOrDefault(mark, 0L));
        }
        return new CampaignView(
                campaign.id().toString(),
                campaign.draft().name(),
                campaign.state().code(),
                campaign.version(),
                campaign.recipients(),
                campaign.cost().toString(),
                counts,
                marks,
                campaign.createdAt(),
                campaign.confirmedAt(),
                campaign.nextAt(),
                campaign.finishedAt(),
                campaign.trouble());
    }

    /** None where there is one text. */
    private static @Nullable List<TriedView> tried(List<Tried> texts) {
        List<TriedView> tried = new ArrayList<>();
        for (Tried text : texts) {
            tried.add(new TriedView(
                    Trial.letter(tried.size()), text.parts(), text.cost().toString()));
        }
        return tried.isEmpty() ? null : tried;
    }

    static PreviewView view(Preview preview) {
        return new PreviewView(
                preview.number(),
                preview.sender(),
                preview.recipients(),
                preview.parts(),
                preview.cost().toString(),
                preview.available().toString(),
                preview.byOperator().stream()
                        .map(line -> new OperatorView(
                                line.mccMnc(),
                                line.operator(),
                                line.recipients(),
                                line.parts(),
                                line.cost().toString(),
                                line.reserve()))
                        .toList(),
                preview.leftOut(),
                preview.empty(),
                tried(preview.tried()),
                preview.samples().stream()
                        .map(sample -> new SampleView(
                                "+" + sample.phone(),
                                sample.text(),
                                sample.parts(),
                                sample.price().toString()))
                        .toList(),
                errors(preview.faults()),
                preview.test());
    }
}
