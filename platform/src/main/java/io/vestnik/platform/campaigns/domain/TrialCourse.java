package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.campaigns.Trials.Standing;
import io.vestnik.platform.campaigns.domain.TrialStore.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the rest of an audience until a trial has told which text it gets. */
@Component
class TrialCourse {
    private static final Duration LOOK = Duration.ofHours(1);

    private final TrialStore trials;
    private final WaveStore waves;

    TrialCourse(TrialStore trials, WaveStore waves) {
        this.trials = trials;
        this.waves = waves;
    }

    /**
     * The waves that may go.
     *
     * @param until when it is worth to look again, where only the rest is left and waits
     */
    record Look(List<Wave> waves, @Nullable Instant until) {}

    /**
     * As said above, and decides it where its time has come. Where too little came of all texts to tell, or several did equally well,
     * the one written first goes.
     *
     * @param open the waves of the campaign that are not complete
     */
    Look look(StoredCampaign campaign, List<Wave> open, Instant now) {
        Trial trial = campaign.draft().trial();
        Course course = trial == null
                ? null
                : trials.find(campaign.account(), campaign.id()).orElse(null);
        if (trial == null || course == null || course.winner() != null) {
            return new Look(open, null);
        }
        List<Wave> taking = open.stream().filter(wave -> !wave.waits()).toList();
        if (!taking.isEmpty() || open.isEmpty()) {
            return new Look(taking, null);
        }
        Instant since = course.since();
        if (since == null) {
            trials.since(campaign.account(), campaign.id(), now);
            since = now;
        }
        Instant due = since.plus(trial.watch());
        if (now.isBefore(due)) {
            return new Look(List.of(), due);
        }
        if (!trial.byItself()) {
            return new Look(List.of(), now.plus(LOOK));
        }
        List<Score> scores = trials.scores(campaign.account(), campaign.id());
        int winner =
                Proportions.standing(scores, trial.goal()) == Standing.FEW ? 0 : Proportions.best(scores, trial.goal());
        decide(campaign, winner, "", now);
        return new Look(
                waves.of(campaign.account(), campaign.id()).stream()
                        .filter(wave -> !wave.complete())
                        .toList(),
                null);
    }

    /** Lets the rest go with this text, each wave not before its own time. */
    void decide(StoredCampaign campaign, int text, String by, Instant now) {
        trials.decide(campaign.account(), campaign.id(), text, by);
        Duration over = campaign.draft().timing().spread() instanceof Spread.Over(Duration period) ? period : null;
        waves.letGo(campaign.account(), campaign.id(), Wave.WAITING, now, over);
    }
}
