package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.campaigns.Trials.Standing;
import java.util.List;

/** Which of several shares is the largest, and how likely that is no accident. */
final class Proportions {
    /** Fewer successes than these among all texts together tell nothing. */
    static final int FEW = 10;

    private Proportions() {}

    private static long successes(Score score, Trial.Goal goal) {
        return switch (goal) {
            case CLICKS -> score.clicked();
            case DELIVERIES -> score.delivered();
        };
    }

    static Standing standing(List<Score> scores, Trial.Goal goal) {
        if (scores.stream().mapToLong(score -> successes(score, goal)).sum() < FEW) {
            return Standing.FEW;
        }
        double best = share(scores.get(best(scores, goal)), goal);
        long first = scores.stream().filter(score -> share(score, goal) == best).count();
        return first > 1 ? Standing.EQUAL : Standing.AHEAD;
    }

    /** The place of the largest share; of equal ones the first. */
    static int best(List<Score> scores, Trial.Goal goal) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (share(scores.get(i), goal) > share(scores.get(best), goal)) {
                best = i;
            }
        }
        return best;
    }

    /**
     * How likely the best is really better than the second: the difference of two proportions, each smoothed by one success and one
     * failure, taken as normal. At least 0.5.
     */
    static double certainty(List<Score> scores, Trial.Goal goal) {
        int best = best(scores, goal);
        double least = 1;
        for (int i = 0; i < scores.size(); i++) {
            if (i != best) {
                least = Math.min(least, better(scores.get(best), scores.get(i), goal));
            }
        }
        return Math.max(least, 0.5);
    }

    private static double better(Score a, Score b, Trial.Goal goal) {
        double first = smooth(a, goal);
        double second = smooth(b, goal);
        double spread =
                Math.sqrt(first * (1 - first) / (a.messages() + 3) + second * (1 - second) / (b.messages() + 3));
        return normal((first - second) / spread);
    }

    private static double share(Score score, Trial.Goal goal) {
        return score.messages() == 0 ? 0 : (double) successes(score, goal) / score.messages();
    }

    /** Late facts may be ahead of others: no more successes than messages. */
    private static double smooth(Score score, Trial.Goal goal) {
        long messages = Math.max(score.messages(), successes(score, goal));
        return (successes(score, goal) + 1.0) / (messages + 2.0);
    }

    /** The normal distribution up to z: Abramowitz and Stegun 26.2.17, off by less than 1e-7. */
    static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }
}
