package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials.Report;
import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.campaigns.Trials.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trials of texts as they are written in JSON. */
final class TrialWire {
    private static final int USUAL_SHARE = 20;
    private static final int USUAL_HOURS = 4;
    private static final int MOST_HOURS = 72;

    private TrialWire() {}

    /**
     * What is tried.
     *
     * @param others texts beside {@code text}, 1 to 4
     * @param share percent, 1 to 50; usually 20
     * @param goal {@code clicks} (usual) or {@code deliveries}
     * @param hours 1 to 72; usually 4
     * @param byItself whether the better one goes to the rest by itself; usually true
     */
    record TrialRequest(
            @Nullable List<String> others,
            @Nullable Integer share,
            @Nullable String goal,
            @Nullable Integer hours,
            @JsonProperty("by_itself") @Nullable Boolean byItself) {}

    /** Which text the rest gets: A to E. */
    record ChoiceRequest(@Nullable String text) {
        /** Its place; none where it is no letter of a text. */
        Optional<Integer> place() {
            String letter = Objects.requireNonNullElse(text, "");
            for (int place = 0; place < Trial.MOST_TEXTS; place++) {
                if (Trial.letter(place).equals(letter)) {
                    return Optional.of(place);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * How texts fare.
     *
     * @param best the text that is ahead; none while none is
     * @param certainty how likely it is really better than the second, 0 to 1
     * @param winner the text that the rest gets; none while that is open
     */
    record TrialView(
            String goal,
            List<TextView> texts,
            @Nullable String best,
            @Nullable Double certainty,
            @JsonProperty("decide_at") @Nullable Instant decideAt,
            @Nullable String winner) {}

    record TextView(String text, long messages, long delivered, long clicked) {}

    static @Nullable Trial trial(@Nullable TrialRequest request, List<FieldError> errors) {
        if (request == null) {
            return null;
        }
        Optional<Trial.Goal> goal = request.goal() == null
                ? Optional.of(Trial.Goal.CLICKS)
                : Arrays.stream(Trial.Goal.values())
                        .filter(it -> it.code().equals(request.goal()))
                        .findFirst();
        if (goal.isEmpty()) {
            errors.add(new FieldError("/trial/goal", "unknown", "clicks or deliveries"));
        }
        int hours = Objects.requireNonNullElse(request.hours(), USUAL_HOURS);
        if (hours < 1 || hours > MOST_HOURS) {
            errors.add(new FieldError("/trial/hours", "out_of_range", "1 to " + MOST_HOURS));
        }
        return new Trial(
                Listed.present(request.others(), "/trial/others/", errors),
                Objects.requireNonNullElse(request.share(), USUAL_SHARE),
                goal.orElse(Trial.Goal.CLICKS),
                Duration.ofHours(Math.clamp(hours, 1, MOST_HOURS)),
                !Boolean.FALSE.equals(request.byItself()));
    }

    static TrialView view(Report report) {
        List<TextView> texts = new ArrayList<>();
        for (Score score : report.scores()) {
            texts.add(new TextView(Trial.letter(texts.size()), score.messages(), score.delivered(), score.clicked()));
        }
        boolean ahead = report.standing() == Standing.AHEAD;
        Integer winner = report.winner();
        return new TrialView(
                report.goal().code(),
                texts,
                ahead ? Trial.letter(report.best()) : null,
                ahead ? report.certainty() : null,
                report.decideAt(),
                winner == null ? null : Trial.letter(winner));
    }
}
