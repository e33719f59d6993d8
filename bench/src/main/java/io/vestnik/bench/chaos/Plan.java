package io.vestnik.bench.chaos;

import io.vestnik.bench.chaos.Disturbance.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What goes wrong in one round and when; the same seed, round and kinds make the same plan.
 *
 * @param clockOffset how far the server's clock is ahead of the machine's; the next round's may go back
 * @param resend whether the route sends a doubt again that nothing settled, instead of giving it up
 * @param steps in order of time
 */
record Plan(Duration clockOffset, boolean resend, List<Step> steps) {

    private static final int DISTURBANCES = 4;
    private static final long MIX = 0xD134_2543_DE82_EF95L;
    private static final int FARTHEST_CLOCK_SECONDS = 3_600;

    Plan {
        steps = List.copyOf(steps);
    }

    /**
     * One disturbance.
     *
     * @param after from the beginning of the round
     */
    record Step(Duration after, Disturbance disturbance) {}

    /**
     * Draws a round.
     *
     * @param round from 1; successive rounds take turns through the kinds
     * @param lasts how long the sources send
     */
    static Plan of(long seed, int round, Set<Kind> kinds, int nodes, Duration lasts) {
        // Mixed well: neighbours among seeds and rounds must not draw alike.
        Random random = new Random(new SplittableRandom(seed * MIX + round).nextLong());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < DISTURBANCES; i++) {
            int turn = (round - 1) * DISTURBANCES + i;
            List<Kind> order = order(seed, turn / kinds.size(), kinds);
            long at = 1_000 + random.nextLong(Math.max(1, lasts.toMillis() - 2_000));
            steps.add(new Step(Duration.ofMillis(at), draw(order.get(turn % kinds.size()), nodes, random)));
        }
        steps.sort(Comparator.comparing(Step::after));
        boolean clockMoves = round > 1 && random.nextBoolean();
        // Never before the beginning: what was arranged then, tariffs for one, holds from then on.
        int offset = clockMoves ? random.nextInt(FARTHEST_CLOCK_SECONDS) : 0;
        return new Plan(Duration.ofSeconds(offset), random.nextInt(3) == 0, steps);
    }

    /** Each time through all kinds they come in another order. */
    private static List<Kind> order(long seed, int time, Set<Kind> kinds) {
        List<Kind> order = new ArrayList<>(kinds);
        Collections.sort(order);
        Collections.shuffle(order, new Random(new SplittableRandom(~seed * MIX + time).nextLong()));
        return order;
    }

    private static Disturbance draw(Kind kind, int nodes, Random random) {
        return switch (kind) {
            case SERVER -> new Disturbance.KillServer(random.nextInt(nodes), millis(random, 0, 1_500));
            case DATABASE -> new Disturbance.KillDatabase();
            case OPERATOR -> new Disturbance.KillOperator(millis(random, 0, 2_000));
            case CUT -> new Disturbance.Cut();
            case SILENCE -> new Disturbance.Silence(millis(random, 100, 1_500));
            case STALL -> new Disturbance.Stall(millis(random, 200, 3_000));
            case SLOW -> new Disturbance.Slow(millis(random, 500, 3_000), random.nextInt(500, 20_000));
            case DISK -> new Disturbance.FillDisk(millis(random, 500, 2_500));
        };
    }

    private static Duration millis(Random random, int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most));
    }
}
