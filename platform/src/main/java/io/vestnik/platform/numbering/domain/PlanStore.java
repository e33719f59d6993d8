package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans of numbers as they are kept. */
public interface PlanStore extends PlanSource {
    /** What is in force, by part. */
    List<PlanLoad.Part> parts();

    long begin(PlanLoad.Wish wish, Instant now);

    /** A load is done by this job. */
    void started(long load, JobId job);

    Optional<PlanLoad> load(long id);

    /** The last loads, the latest first. */
    List<PlanLoad> loads(int most);

    /** When something was last loaded from this address, whatever came of it. */
    Optional<Instant> lastFrom(String url);

    /** What was fetched for a load lies here. */
    void fetched(long load, FileId file);

    /** Keeps ranges for a load; those that are there already stay. */
    void keep(long load, List<PlanRange> ranges);

    /** Keeps a piece of ported numbers for a load; one that is there already stays. */
    void keep(long load, int piece, long[] numbers, String[] networks);

    /** Puts parts in force in the place of those that were, with the operators that came with them; tells the new version. */
    long replace(Collection<PlanLoad.Part> parts, Collection<Network> networks);

    /** A load is over. */
    void end(long load, PlanLoad.State state, @Nullable String reason, @Nullable String result, Instant now);

    /** Forgets some ranges and pieces of loads that are over and not in force; tells how many. */
    int forgetOutlived(int most);
}
