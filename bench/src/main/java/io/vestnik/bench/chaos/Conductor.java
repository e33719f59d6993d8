package io.vestnik.bench.chaos;

import io.vestnik.bench.chaos.Disturbance.Cut;
import io.vestnik.bench.chaos.Disturbance.FillDisk;
import io.vestnik.bench.chaos.Disturbance.KillDatabase;
import io.vestnik.bench.chaos.Disturbance.KillOperator;
import io.vestnik.bench.chaos.Disturbance.KillServer;
import io.vestnik.bench.chaos.Disturbance.Silence;
import io.vestnik.bench.chaos.Disturbance.Slow;
import io.vestnik.bench.chaos.Disturbance.Stall;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Brings about what a plan says, at its time, and ends it at its time. */
final class Conductor {

    private final Rig rig;
    private final Consumer<String> told;
    private final AtomicInteger kills = new AtomicInteger();

    /** @param told hears of each disturbance when it begins */
    Conductor(Rig rig, Consumer<String> told) {
        this.rig = rig;
        this.told = told;
    }

    /** Processes that were killed since it began. */
    int kills() {
        return kills.get();
    }

    /** Goes through the plan, each disturbance on a thread of its own; returns when all have ended. */
    void play(Plan plan, Duration lasts) {
        try {
            Thread[] acts = plan.steps().stream()
                    .map(step -> Thread.ofPlatform().name("disturbance").start(() -> act(step)))
                    .toArray(Thread[]::new);
            TimeUnit.NANOSECONDS.sleep(lasts.toNanos());
            for (Thread act : acts) {
                act.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void act(Plan.Step step) {
        try {
            TimeUnit.NANOSECONDS.sleep(step.after().toNanos());
            Disturbance disturbance = step.disturbance();
            told.accept(disturbance.toString());
            if (disturbance.kills()) {
                kills.incrementAndGet();
            }
            switch (disturbance) {
                case KillServer(int node, Duration gone) -> {
                    rig.killServer(node);
                    TimeUnit.NANOSECONDS.sleep(gone.toNanos());
                    rig.startServerIfGone(node);
                }
                case KillDatabase _ -> {
                    if (!rig.killDatabase()) {
                        told.accept("  (there was none to kill)");
                    }
                }
                case KillOperator(Duration gone) -> {
                    rig.killOperator();
                    TimeUnit.NANOSECONDS.sleep(gone.toNanos());
                    rig.startOperatorIfGone();
                }
                case Cut _ -> rig.line().cut();
                case Silence(Duration time) -> during(rig.line()::deafen, time, rig.line()::clear);
                case Stall(Duration time) -> during(rig.line()::stall, time, rig.line()::clear);
                case Slow(Duration time, int rate) -> during(() -> rig.line().slow(rate), time, rig.line()::clear);
                case FillDisk(Duration time) -> during(rig.disk()::fill, time, rig.disk()::free);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void during(Runnable begin, Duration time, Runnable end) throws InterruptedException {
        begin.run();
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } finally {
            end.run();
        }
    }
}
