package io.vestnik.platform.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Gathers what a connector tells, and waits for it. */
public final class Gathered implements Outcomes, DeliveryReports, InboundMessages {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Long, List<Outcome>> outcomes = new LinkedHashMap<>();
    private final List<DeliveryReport> reports = new ArrayList<>();
    private final List<InboundPart> inbound = new ArrayList<>();
    private boolean storing = true;

    @Override
    public synchronized void outcomes(List<? extends Outcome> told) {
        for (Outcome outcome : told) {
            outcomes.computeIfAbsent(outcome.message().id().value(), _ -> new ArrayList<>())
                    .add(outcome);
        }
        notifyAll();
    }

    @Override
    public synchronized CompletableFuture<Void> deliver(List<DeliveryReport> told) {
        if (!storing) {
            return CompletableFuture.failedFuture(new IllegalStateException("the store is down"));
        }
        reports.addAll(told);
        notifyAll();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletableFuture<Void> take(List<InboundPart> parts) {
        if (!storing) {
            return CompletableFuture.failedFuture(new IllegalStateException("the store is down"));
        }
        inbound.addAll(parts);
        notifyAll();
        return CompletableFuture.completedFuture(null);
    }

    /** From now on nothing can be stored, or it can again. */
    public synchronized void store(boolean works) {
        storing = works;
    }

    public synchronized void await(String what, BooleanSupplier there) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            assertThat(left).as("time to wait for " + what).isPositive();
            try {
                wait(Math.min(left, 20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until each of these has an outcome, and checks that none has two. */
    public List<Outcome> of(Collection<Outgoing> messages) {
        await(
                messages.size() + " outcomes",
                () -> messages.stream()
                        .allMatch(message -> outcomes.containsKey(message.id().value())));
        synchronized (this) {
            assertThat(outcomes.values()).as("outcomes of one message").allMatch(all -> all.size() == 1);
            return messages.stream()
                    .map(message ->
                            List.copyOf(outcomes.getOrDefault(message.id().value(), List.of())))
                    .map(List::getFirst)
                    .toList();
        }
    }

    public Outcome of(Outgoing message) {
        return of(List.of(message)).getFirst();
    }

    public List<DeliveryReport> awaitReports(int least) {
        await(least + " receipts", () -> reports.size() >= least);
        return reports();
    }

    public List<InboundPart> awaitInbound(int least) {
        await(least + " inbound messages", () -> inbound.size() >= least);
        synchronized (this) {
            return List.copyOf(inbound);
        }
    }

    public synchronized List<DeliveryReport> reports() {
        return List.copyOf(reports);
    }
}
