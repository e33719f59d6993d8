package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.StepSearch.Wanted;
import io.vestnik.platform.pipeline.domain.FindingStore.Bounds;
import java.util.List;

/** Reads messages one after another, for what no index tells. */
public interface StepStore {
    /**
     * Reads so many messages at most, from the highest id down.
     *
     * @param bounds where to look, and how many to find at most
     */
    Step step(AccountId account, Wanted wanted, Bounds bounds, int most);

    /** Those of these messages that are wanted, the highest first. */
    List<Long> among(AccountId account, Wanted wanted, List<Long> ids);

    /**
     * What was read.
     *
     * @param found ids that are wanted, the highest first
     * @param looked how many were read
     * @param lowest the last that was read; 0 where none was
     */
    record Step(List<Long> found, int looked, long lowest) {
        public Step {
            found = List.copyOf(found);
        }
    }
}
