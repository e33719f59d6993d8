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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Stores receipts in batches: finds their messages, ends them, lets the money follow; parks what finds none. */
@Component
class Receipts implements DeliveryReports, DisposableBean {
    private static final int MOST = 1_000;
    private static final int CAPACITY = 100_000;

    private final EndStore store;
    private final Endings endings;
    private final Trail trail;
    private final Transactions transactions;
    private final PipelineFigures figures;
    private final ReceiptPace pace;
    private final Batcher<DeliveryReport, Boolean> batcher;

    Receipts(EndStore store, Endings endings, Trail trail, Transactions transactions, Heard heard) {
        this.store = store;
        this.endings = endings;
        this.trail = trail;
        this.transactions = transactions;
        this.figures = heard.figures();
        this.pace = heard.pace();
        this.batcher = new Batcher<>("receipts", MOST, CAPACITY, this::write);
    }

    /** Who is told of receipts. */
    @Component
    record Heard(PipelineFigures figures, ReceiptPace pace) {}

    @Override
    public CompletableFuture<Void> deliver(List<DeliveryReport> reports) {
        figures.receipts(reports);
        return batcher.submitAll(List.copyOf(reports)).thenAccept(_ -> {});
    }

    int waiting() {
        return batcher.waiting();
    }

    private List<Boolean> write(List<DeliveryReport> all) {
        int stored = 0;
        try {
            settle(all);
            stored = all.size();
        } finally {
            pace.stored(stored, batcher.waiting() - all.size());
        }
        return Collections.nCopies(all.size(), true);
    }

    private void settle(List<DeliveryReport> all) {
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
        if (reports.size() < all.size()) {
            notePassing(all);
        }
    }

    /** What is still on its way is only told of. */
    private void notePassing(List<DeliveryReport> all) {
        List<DeliveryReport> passing = all.stream()
                .filter(report -> Transitions.by(report.status()).isEmpty())
                .toList();
        transactions.run(Pool.HOT, () -> trail.received(store.find(passing), passing));
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
    }

    /** Ends what these receipts end; joins the transaction of the caller. */
    void apply(List<FoundReceipt> found, List<DeliveryReport> reports) {
        trail.received(found, reports);
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

    private static Ending ending(long message, DeliveryReport report) {
        MessageState state = Transitions.by(report.status()).orElseThrow();
        return new Ending(message, state, state == MessageState.DELIVERED ? null : report.code(), report.at());
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
