package io.vestnik.platform.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows which kind does which job. The kinds are asked for late: those who do jobs also start them. */
@Component
class JobDesk implements JobRights {
    private final ObjectProvider<JobKind> provider;
    private final JobStep step;
    private final JobSettings settings;
    private volatile Map<String, JobKind> kinds = Map.of();

    JobDesk(ObjectProvider<JobKind> provider, JobStep step, JobSettings settings) {
        this.provider = provider;
        this.step = step;
        this.settings = settings;
    }

    int workers() {
        return settings.workers();
    }

    /** What does this job; none when this release does not know such jobs. */
    Optional<JobKind> kindOf(Job job) {
        return kind(job.kind());
    }

    @Override
    public boolean maySee(Job job, Predicate<String> may) {
        return may(kindOf(job).map(JobKind::right).orElse(""), may);
    }

    /** Whether whoever has these rights may cancel this job, once they see it. */
    boolean mayCancel(Job job, Predicate<String> may) {
        return may(kindOf(job).map(JobKind::rightToCancel).orElse(""), may);
    }

    private static boolean may(String right, Predicate<String> rights) {
        return right.isEmpty() || rights.test(right);
    }

    private Optional<JobKind> kind(String name) {
        if (kinds.isEmpty()) {
            // Two kinds of one name are a bug that shows at the first job.
            kinds = provider.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
        }
        return Optional.ofNullable(kinds.get(name));
    }

    JobStep.Outcome step(JobTable.Run run) {
        return step.next(run, kind(run.kind()).orElse(null));
    }
}
