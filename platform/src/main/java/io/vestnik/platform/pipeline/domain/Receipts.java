package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Stores receipts in batches: finds their messages, ends them, lets the money follow; parks what finds none. */
@Component
class Receipts implements DeliveryReports, DisposableBean {
    private static final int MOST = 1_000;
    private static final int CAPACITY = 100_000;

    private final EndStore store;
    private final Endings endings;
    private final Transactions transactions;
    private final PipelineFigures figures;
    private final Batcher<DeliveryReport, Boolean> batcher;
    private final AtomicBoolean parked = new AtomicBoolean(true);

    Receipts(EndStore store, Endings endings, Transactions transactions, PipelineFigures figures) {
        this.store = store;
        this.endings = endings;
        this.transactions = transactions;
        this.figures = figures;
        this.batcher = new Batcher<>("receipts", MOST, CAPACITY, this::write);
    }

    @Override
    public CompletableFuture<Void> deliver(List<DeliveryReport> reports) {
        figures.receipts(reports);
        return batcher.submitAll(List.copyOf(reports)).thenAccept(_ -> {});
    }

    int waiting() {
        return batcher.waiting();
    }

    private List<Boolean> write(List<DeliveryReport> all) {
        // What says "still on its way" changes nothing before the lifetime ends (SMPP 3.4 §5.2.28).
        List<DeliveryReport> reports = all.stream()
                .filter(report -> Transitions.by(report.status()).isPresent())
                .toList();
        if (!reports.isEmpty()) {
            transactions.run(Pool.HOT, () -> {
                List<FoundReceipt> found = store.find(reports);
                park(reports, found);
                apply(found, reports);
            });
        }
        return Collections.nCopies(all.size(), true);
    }

    private void park(List<DeliveryReport> reports, List<FoundReceipt> found) {
        if (found.size() == reports.size()) {
            return;
        }
        boolean[] known = new boolean[reports.size()];
        found.forEach(f -> known[f.index()] = true);
        List<DeliveryReport> unknown = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (!known[i]) {
                unknown.add(reports.get(i));
            }
        }
        store.park(unknown);
        figures.parked(unknown.size());
        transactions.afterCommit(() -> parked.set(true));
    }

    private void apply(List<FoundReceipt> found, List<DeliveryReport> reports) {
        List<Ending> all = new ArrayList<>(found.size());
        List<FoundReceipt> ofParts = new ArrayList<>();
        for (FoundReceipt receipt : found) {
            if (receipt.parts() > 1) {
                ofParts.add(receipt);
            } else {
                all.add(ending(receipt.message(), reports.get(receipt.index())));
            }
        }
        if (!ofParts.isEmpty()) {
            all.addAll(store.parts(ofParts, reports));
        }
        endings.end(all);
    }

    static Ending ending(long message, DeliveryReport report) {
        MessageState state = Transitions.by(report.status()).orElseThrow();
        return new Ending(message, state, state == MessageState.DELIVERED ? null : report.code(), report.at());
    }

    /** Matches parked receipts again: with answers that came since, then with doubts; true when some were used. */
    boolean matchParked(int limit) {
        if (!parked.compareAndSet(true, false)) {
            return false;
        }
        boolean left = true;
        try {
            boolean used = transactions.call(Pool.HOT, () -> matchWithAnswers(limit));
            used |= transactions.call(Pool.HOT, () -> matchWithDoubts(limit));
            left = used || transactions.call(Pool.HOT, store::closeOrphans);
            return used;
        } finally {
            if (left) {
                parked.set(true);
            }
        }
    }

    private boolean matchWithAnswers(int limit) {
        List<EndStore.Parked> matched = store.matched(limit);
        if (matched.isEmpty()) {
            return false;
        }
        List<DeliveryReport> reports = new ArrayList<>(matched.size());
        List<FoundReceipt> found = new ArrayList<>(matched.size());
        for (EndStore.Parked one : matched) {
            found.add(new FoundReceipt(
                    reports.size(),
                    one.found().message(),
                    one.found().part(),
                    one.found().parts()));
            reports.add(one.report());
        }
        apply(found, reports);
        store.unpark(matched.stream().map(EndStore.Parked::id).toList());
        return true;
    }

    private boolean matchWithDoubts(int limit) {
        List<EndStore.ParkedDoubt> settling = store.settlingDoubts(limit);
        if (settling.isEmpty()) {
            return false;
        }
        endings.end(settling.stream()
                .map(one -> ending(one.message(), one.report()))
                .toList());
        store.unpark(settling.stream().map(EndStore.ParkedDoubt::id).toList());
        return true;
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
