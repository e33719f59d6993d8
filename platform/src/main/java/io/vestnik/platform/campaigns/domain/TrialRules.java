package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.links.LinkMarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What may be tried. */
final class TrialRules {
    private static final int LARGEST_SHARE = 50;
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final char BETWEEN = '\u001F';

    private TrialRules() {}

    /** Why it cannot even be kept. */
    static List<Fault> keepable(Draft draft) {
        Trial trial = draft.trial();
        List<Fault> faults = new ArrayList<>();
        if (trial == null) {
            return faults;
        }
        if (draft.texts().size() > Trial.MOST_TEXTS) {
            faults.add(new Fault("trial", "too_many", Integer.toString(Trial.MOST_TEXTS)));
        }
        if (trial.others().stream().anyMatch(text -> text.length() > Limits.TEXT)) {
            faults.add(new Fault("text", "too_long", Integer.toString(Limits.TEXT)));
        }
        if (draft.texts().stream().anyMatch(text -> text.indexOf(BETWEEN) >= 0 || !Characters.storable(text))) {
            faults.add(new Fault("text", "bad_characters", ""));
        }
        if (trial.share() < 1 || trial.share() > LARGEST_SHARE) {
            faults.add(new Fault("trial", "share", Integer.toString(LARGEST_SHARE)));
        }
        if (trial.watch().compareTo(SHORTEST) < 0 || trial.watch().compareTo(LONGEST) > 0) {
            faults.add(new Fault("trial", "wait", Long.toString(LONGEST.toHours())));
        }
        return faults;
    }

    /**
     * Why it cannot be previewed.
     *
     * @param marked its texts with marks in place of links
     */
    static List<Fault> previewable(Draft draft, List<String> marked) {
        Trial trial = draft.trial();
        if (trial == null) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        if (trial.others().isEmpty()) {
            faults.add(new Fault("trial", "empty", ""));
        }
        if (draft.texts().stream().distinct().count() < draft.texts().size()) {
            faults.add(new Fault("trial", "alike", ""));
        }
        if (trial.goal() == Trial.Goal.CLICKS && !marked.stream().allMatch(LinkMarks::in)) {
            faults.add(new Fault("trial", "no_links", ""));
        }
        return faults;
    }
}
