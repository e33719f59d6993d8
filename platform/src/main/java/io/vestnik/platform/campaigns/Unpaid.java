package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns that wait for money: what there is enough for, and sending them. */
public interface Unpaid {
    /** Campaigns of a page, and sent at once. */
    int MOST = 100;

    /**
     * Those that wait, who has waited longest first.
     *
     * @param after the last of the page before; 0 for the first
     */
    Page page(AccountId account, long after);

    /** Sends all of a page as far as the money goes; who has waited longest goes first. */
    List<Sent> sendPage(Who who, long after);

    /** Sends these, {@link #MOST} at most, as far as the money goes; who has waited longest goes first. What does not wait is left out. */
    List<Sent> send(Who who, Collection<CampaignId> chosen);

    /**
     * A page.
     *
     * @param missing what all that wait would cost above what is available; none where there is enough
     * @param next the last of it, when there are more; 0 otherwise
     */
    record Page(
            List<Waiting> items, Money available, @Nullable Money missing, long next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * One that waits.
     *
     * @param enough whether there is money for it and for those above it
     */
    record Waiting(CampaignId id, String name, int preview, long recipients, Money cost, boolean enough) {}

    /** What became of one. */
    record Sent(CampaignId id, Outcome outcome) {}

    /** What can become of one. */
    enum Outcome {
        STARTED,
        NO_MONEY,
        /** It was too old, and is counted anew. */
        COUNTED_ANEW,
        /** A second person has to say yes. */
        AWAITS_APPROVAL,
        REFUSED
    }
}
