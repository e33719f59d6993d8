package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.jobs.JobId;
import java.util.List;

/** Tables of contacts to take away, written by a job. */
public interface ContactExports {
    /** How many contacts may be chosen, and how many groups. */
    int MOST_CHOSEN = 10_000;

    int MOST_GROUPS = 100;

    /** What a table may be. */
    List<String> FORMATS = List.of("xlsx", "xls", "csv");

    /** Starts to write; the job's result has {@code file}, {@code name} and {@code rows}, and the file is kept for thirty days. */
    JobId start(Who who, Of of, String format, List<String> columns);

    /** Of whom. */
    sealed interface Of {
        /** All that match. */
        record Matching(Meant meant) implements Of {}

        /** Chosen ones; 1 to {@link #MOST_CHOSEN}. */
        record Chosen(List<Long> ids) implements Of {
            public Chosen {
                ids = List.copyOf(ids);
            }
        }

        /** The people of groups and segments, each a sheet of its own; 1 to {@link #MOST_GROUPS}. */
        record OfGroups(List<Group> groups) implements Of {
            public OfGroups {
                groups = List.copyOf(groups);
            }
        }
    }
}
