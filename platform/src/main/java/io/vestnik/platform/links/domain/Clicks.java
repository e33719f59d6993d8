package io.vestnik.platform.links.domain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vestnik.platform.links.ClickMarks;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Outages;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes clicks behind those who click, many at once. What was taken is written before a stop, and waits out a database that is away;
 * when more wait than may, a click is not counted, and whoever clicked gets where they wanted all the same. Who only looks at the page of
 * unsubscribing is counted there, and their message is not marked: they followed nothing that it offered.
 */
@Component
public class Clicks implements DisposableBean {
    private static final int MOST = 1_000;
    private static final int CAPACITY = 100_000;
    /** Between two looks at a database that is away, and at what is left to be written before a stop. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Duration STOPPING = Duration.ofSeconds(8);

    private final ClickStore store;
    private final ClickMarks marks;
    private final Transactions transactions;
    private final Counter lost;
    private final Batcher<Click, Boolean> batcher;
    private volatile boolean closing;

    Clicks(ClickStore store, ClickMarks marks, Transactions transactions, MeterRegistry meters) {
        this.store = store;
        this.marks = marks;
        this.transactions = transactions;
        this.lost = Counter.builder("vestnik.links.clicks.lost")
                .description("Clicks that were not counted")
                .register(meters);
        this.batcher = new Batcher<>("clicks", MOST, CAPACITY, this::write);
    }

    /** Counts it soon. */
    public void count(Click click) {
        batcher.submit(click).whenComplete((_, failure) -> {
            if (failure != null) {
                lost.increment();
            }
        });
    }

    /** Clicks that are not yet written. */
    public int waiting() {
        return batcher.waiting();
    }

    private List<Boolean> write(List<Click> clicks) {
        while (true) {
            try {
                transactions.run(Pool.BACKGROUND, () -> store(clicks));
                return Collections.nCopies(clicks.size(), true);
            } catch (RuntimeException failure) {
                if (closing || !Outages.isOutage(failure)) {
                    throw failure;
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Batcher.Full("the end of the server");
            }
        }
    }

    private void store(List<Click> clicks) {
        List<Click> people =
                clicks.stream().filter(it -> it.device() != Device.ROBOT).toList();
        List<ClickStore.First> first = people.isEmpty() ? List.of() : store.count(people);
        Set<Place> pages = people.stream()
                .filter(it -> it.block().target() instanceof Target.Page)
                .map(it -> new Place(it.block().first(), it.ordinal()))
                .collect(Collectors.toSet());
        List<ClickMarks.Clicked> clicked = first.stream()
                .filter(it -> pages.contains(new Place(it.block(), it.ordinal())))
                .map(ClickStore.First::clicked)
                .toList();
        if (!clicked.isEmpty()) {
            marks.clicked(clicked);
        }
        store.sum(sums(clicks, first));
    }

    /** In the order of their keys, so that two nodes never wait for each other. */
    private static List<ClickStore.Sum> sums(List<Click> clicks, List<ClickStore.First> first) {
        Map<Key, long[]> sums =
                new TreeMap<>(Comparator.comparingLong(Key::block).thenComparing(Key::device));
        for (Click click : clicks) {
            sums.computeIfAbsent(new Key(click.block().first(), click.device()), _ -> new long[2])[1]++;
        }
        for (ClickStore.First one : first) {
            sums.computeIfAbsent(new Key(one.block(), one.device()), _ -> new long[2])[0]++;
        }
        List<ClickStore.Sum> list = new ArrayList<>(sums.size());
        sums.forEach((key, sum) -> list.add(new ClickStore.Sum(key.block(), key.device(), sum[0], sum[1])));
        return list;
    }

    private record Key(long block, Device device) {}

    /** A link of a recipient. */
    private record Place(long block, long ordinal) {}

    @Override
    public void destroy() {
        closing = true;
        long end = System.nanoTime() + STOPPING.toNanos();
        while (batcher.waiting() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        batcher.close();
    }
}
