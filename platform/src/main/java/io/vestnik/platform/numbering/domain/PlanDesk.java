package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Starts loads of plans, and tells what is in force and what was loaded. */
@Service
public class PlanDesk {
    /** How large a table may be, in bytes. */
    public static final long MOST_BYTES = 512L * 1024 * 1024;

    private static final int LOADS = 20;

    private final PlanStore store;
    private final Files files;
    private final Starting starting;

    PlanDesk(PlanStore store, Files files, Starting starting) {
        this.store = store;
        this.files = files;
        this.starting = starting;
    }

    /** Begins a load and its job together. */
    @Component
    static class Starting {
        private final PlanStore store;
        private final Jobs jobs;
        private final Transactions transactions;
        private final JsonMapper json;
        private final Clock clock;

        Starting(PlanStore store, Jobs jobs, Transactions transactions, JsonMapper json, Clock clock) {
            this.store = store;
            this.jobs = jobs;
            this.transactions = transactions;
            this.json = json;
            this.clock = clock;
        }

        private long start(AccountId account, PlanLoad.Wish wish) {
            return transactions.call(() -> {
                long load = store.begin(wish, clock.instant());
                String input = json.writeValueAsString(new PlanJob.Input(load));
                store.started(load, jobs.start(account, PlanJob.NAME, input));
                return load;
            });
        }
    }

    /** Keeps a table for a load. */
    public FileId keep(AccountId account, String name, InputStream content) throws IOException, Files.TooLarge {
        Files.Upload upload = new Files.Upload(name, "application/octet-stream", PlanTableReadings.KEPT);
        return files.save(account, upload, content, MOST_BYTES).id();
    }

    /** Starts a load in the operator's account; tells its number. */
    public long start(AccountId operator, PlanLoad.Wish wish) {
        return starting.start(operator, wish);
    }

    /** Starts a refused load anew that comes into force whatever is against it; none when its table is gone or its rows were no plan. */
    public Optional<Long> force(AccountId operator, long load, String who) {
        return store.load(load)
                .filter(PlanDesk::isForcible)
                .filter(it ->
                        it.file() != null && files.find(operator, it.file()).isPresent())
                .map(it -> start(operator, new PlanLoad.Wish(it.ported(), it.source(), null, it.file(), true, who)));
    }

    /** Whether a load was refused for what it would change only. */
    public static boolean isForcible(PlanLoad load) {
        return PlanReplacement.MUCH_SMALLER.equals(load.reason())
                || PlanReplacement.TOO_MANY_REFUSED.equals(load.reason());
    }

    public Optional<PlanLoad> load(long id) {
        return store.load(id);
    }

    /** The job of a load that is under way. */
    public Optional<Job> job(AccountId operator, PlanLoad load) {
        JobId job = load.state() == PlanLoad.State.UNDER_WAY ? load.job() : null;
        return job == null ? Optional.empty() : starting.jobs.find(operator, job);
    }

    /** The last loads, the latest first. */
    public List<PlanLoad> loads() {
        return store.loads(LOADS);
    }

    /** What is in force besides the plan that ships. */
    public List<PlanLoad.Part> parts() {
        return store.parts();
    }
}
