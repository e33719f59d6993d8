package io.vestnik.platform.jobs;

import java.util.function.Predicate;

/** Who sees which work. */
public interface JobRights {
    /** Whether whoever has these rights may see this job and what came of it; its account was asked for before. */
    boolean maySee(Job job, Predicate<String> may);
}
