package io.vestnik.platform.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carries out the sweeps of all modules, one after another, each where its lease is held. */
@Component
class Sweeping extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);
    /** Chunks at a time: what is left waits for the next, so that no sweep keeps the others waiting. */
    private static final int CHUNKS = 200;

    private final ObjectProvider<Sweep> sweeps;
    private final Transactions transactions;
    private final Leases leases;

    Sweeping(ObjectProvider<Sweep> sweeps, Transactions transactions, Leases leases) {
        this.sweeps = sweeps;
        this.transactions = transactions;
        this.leases = leases;
    }

    @Override
    protected Timetable begin() {
        Timetable started = new Timetable("sweeps", log);
        sweeps.forEach(sweep -> started.every(sweep.pause(), "Sweep " + sweep.name(), () -> sweep(sweep)));
        return started;
    }

    /** Takes chunk after chunk until there is no more for now. */
    void sweep(Sweep sweep) {
        for (int i = 0; i < CHUNKS && holds(sweep); i++) {
            if (transactions.call(Pool.BACKGROUND, () -> sweep.chunk().getAsInt()) < sweep.most()) {
                return;
            }
        }
    }

    private boolean holds(Sweep sweep) {
        return isRunning() && transactions.call(Pool.BACKGROUND, () -> leases.hold("sweep." + sweep.name()));
    }
}
