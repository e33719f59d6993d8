package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.Tally;
import io.vestnik.platform.store.FactCursors;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Adds up stored messages. */
public interface TallyStore {
    /** Behind the last fact of the transactions that have all ended. */
    FactCursors.Position present();

    /** The lowest id of the last so many below this one; 0 when there are no more. */
    long begin(long below, int most);

    /** The messages of a range of ids, without what facts behind the position did to them. */
    Tally tally(FactCursors.Position position, long from, long below, Map<AccountId, ZoneId> zones);

    /** When the oldest fact behind the position was written; none when there is none of the last days. */
    Optional<Instant> oldestBehind(FactCursors.Position position);
}
