package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.pipeline.InboundLetter;
import java.util.List;

/** Messages that letters are still to be written about; every method joins the transaction of its caller. */
public interface InboundLetterStore {
    /** A message that a rule wants a letter about. */
    record Due(long rule, long message) {}

    void add(List<Due> due);

    /** Takes some out, the oldest first, as one letter for each rule; those of rules that are gone are dropped. */
    Taken take(int most);

    /** Letters, and about how many messages were looked at for them. */
    record Taken(List<InboundLetter> letters, int messages) {}
}
