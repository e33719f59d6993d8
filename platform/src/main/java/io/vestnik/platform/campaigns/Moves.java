package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Another time for a campaign that is confirmed and has not begun; its money stays held. */
public interface Moves {
    /** Lets it begin at this time of the clock by which it was to begin, the account's where it was to begin at no certain time. */
    Moved move(Who who, CampaignId id, LocalDateTime start);

    /** What came of it. */
    sealed interface Moved {
        /** Its first messages leave at this moment. */
        record To(Instant first) implements Moved {}

        /** It cannot begin then. */
        record Refused(List<Fault> faults) implements Moved {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /** Some of it is queued already, or it was never confirmed, or it is over. */
        record TooLate() implements Moved {}

        record NotFound() implements Moved {}
    }
}
