package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.ClickMarks.Clicked;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Links.Visit;
import io.vestnik.platform.store.PersonalData.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where clicks are kept: a row a recipient and link, and sums. */
public interface ClickStore {
    /**
     * Counts clicks of people; tells which links were followed for the first time. Until the transaction is over nobody can be forgotten
     * who follows one of these links.
     */
    List<First> count(List<Click> clicks);

    /** A link that was followed for the first time. */
    record First(long block, long ordinal, Device device, Clicked clicked) {}

    /** Adds to the sums of links. */
    void sum(List<Sum> sums);

    /** What is added to a sum: people only where it was their first click. */
    record Sum(long block, Device device, long people, long clicks) {}

    /** The sums of a campaign's links. */
    List<Sum> sums(AccountId account, CampaignId campaign);

    List<Visit> visits(AccountId account, MessageId message);

    /** What was done with one link; empty while it was not followed. */
    Optional<Visit> visit(AccountId account, long block, long ordinal);

    List<Told> tell(AccountId account, Collection<MessageId> messages);

    /** Forgets some of those who followed links that led nowhere before this; the sums stay. */
    int forgetExpired(Instant before, int most);

    int forget(AccountId account, Collection<MessageId> messages);
}
