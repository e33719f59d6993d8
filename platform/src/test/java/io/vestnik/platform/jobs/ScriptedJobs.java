package io.vestnik.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Jobs whose steps a test writes; found by their input. */
@Component
class ScriptedJobs implements JobKind {
    static final String NAME = "jobs.scripted";

    private static final AtomicLong numbers = new AtomicLong();

    private final Map<String, Function<Context, Step>> scripts = new ConcurrentHashMap<>();
    private final List<JobId> abandoned = new CopyOnWriteArrayList<>();

    /** The input by which the script is found. */
    String script(Function<Context, Step> step) {
        String input = Long.toString(numbers.incrementAndGet());
        scripts.put(input, step);
        return input;
    }

    boolean wasAbandoned(JobId job) {
        return abandoned.contains(job);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step step(Context context) {
        return Objects.requireNonNull(scripts.get(context.input())).apply(context);
    }

    @Override
    public void abandoned(Context context) {
        abandoned.add(context.job());
    }
}
