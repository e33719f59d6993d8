package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that are tried, as the browser sends them. One of them stands in the field of the text; the others lie beside it.
 *
 * @param on whether any are tried
 * @param showing the place of the text that stands in the field
 * @param a the first text as it was when another was shown, and so on
 * @param hours how long what comes of them is watched
 */
record TrialForm(
        @Nullable Boolean on,
        @Nullable Integer showing,
        @Nullable String a,
        @Nullable String b,
        @Nullable String c,
        @Nullable String d,
        @Nullable String e,
        @Nullable Integer share,
        @Nullable String goal,
        @Nullable Integer hours,
        @Nullable Boolean itself) {
    /** Nothing is tried. */
    static final TrialForm NONE = new TrialForm(false, 0, "", "", "", "", "", 20, Trial.Goal.CLICKS.code(), 4, true);

    private static final int LARGEST_SHARE = 50;
    private static final int MOST_HOURS = 72;

    static TrialForm of(@Nullable Trial trial) {
        if (trial == null) {
            return NONE;
        }
        List<String> others = trial.others();
        return new TrialForm(
                true,
                0,
                "",
                at(others, 0),
                at(others, 1),
                at(others, 2),
                at(others, 3),
                trial.share(),
                trial.goal().code(),
                (int) Math.max(1, trial.watch().toHours()),
                trial.byItself());
    }

    private static String at(List<String> texts, int place) {
        return place < texts.size() ? texts.get(place) : "";
    }

    /** The texts in their places: A to E. */
    public List<String> texts() {
        return Stream.of(a, b, c, d, e)
                .map(text -> Objects.requireNonNullElse(text, "").replace("\r\n", "\n"))
                .toList();
    }

    /** The place of the text in the field. */
    public int place() {
        return Math.clamp(Objects.requireNonNullElse(showing, 0), 0, Trial.MOST_TEXTS - 1);
    }

    /** The first text, where this one stands in the field. */
    String first(String shown) {
        return place() == 0 ? shown : texts().getFirst();
    }

    /** What is tried; none where nothing is. */
    @Nullable
    Trial trial(String shown) {
        if (!Boolean.TRUE.equals(on)) {
            return null;
        }
        List<String> all = new ArrayList<>(texts());
        all.set(place(), shown);
        return new Trial(
                all.subList(1, all.size()).stream()
                        .filter(text -> !text.isBlank())
                        .toList(),
                Math.clamp(Objects.requireNonNullElse(share, 0), 1, LARGEST_SHARE),
                Trial.Goal.DELIVERIES.code().equals(goal) ? Trial.Goal.DELIVERIES : Trial.Goal.CLICKS,
                Duration.ofHours(Math.clamp(Objects.requireNonNullElse(hours, 1), 1, MOST_HOURS)),
                Boolean.TRUE.equals(itself));
    }
}
