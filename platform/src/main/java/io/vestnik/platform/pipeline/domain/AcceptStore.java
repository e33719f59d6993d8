package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Stores what is accepted. */
public interface AcceptStore {
    /** Writes the messages, their places in the queue, or where they wait for their time, and their facts, with one statement. */
    void insert(Admitted messages, long holdTransaction, Instant now);

    /** The number of these prices, made when it is new. */
    long quoteId(Tariffs.Quote quote);

    /** The prices of a number. */
    Tariffs.Quote quote(long id);

    /** The number of a text that many messages of a campaign share. */
    long bodyId(CampaignId campaign, String text);

    /** Which of these messages are stored. */
    Set<Long> stored(List<Long> ids);

    /** Those of an account's messages that are stored under these ids. */
    List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids);

    /** The highest id ever given, or 0: ids go on above it. */
    long highestId();
}
