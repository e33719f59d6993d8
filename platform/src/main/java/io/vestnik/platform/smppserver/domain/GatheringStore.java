package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the parts of long messages until these are whole. */
public interface GatheringStore {
    /** A part that came. */
    record Incoming(
            long system, String sender, String recipient, Place place, String text, int registered, Term term) {}

    /**
     * How a long message goes, as its first part says.
     *
     * @param seconds how long it lives from when it leaves
     * @param sendAt when it leaves; none: as soon as it is whole
     * @param flash whether it is to be shown at once and not kept
     */
    record Term(long seconds, @Nullable Instant sendAt, boolean flash) {}

    /** Which part of which message: from its header or its sar_ parameters. */
    record Place(int reference, int total, int part) {}

    /** A long message as far as it is there; its parts in order. */
    record Gathered(
            long id, long system, String sender, String recipient, Term term, Instant begunAt, List<PartText> parts) {
        public Gathered {
            parts = List.copyOf(parts);
        }

        /** The text of all parts. */
        public String text() {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.text()));
            return text.toString();
        }
    }

    /** One part of it. */
    record PartText(int part, String text, int registered) {}

    /**
     * What came of storing parts.
     *
     * @param gatherings the number of each part's message, in the order given
     * @param whole messages that these parts have made whole; each is told once
     */
    record Put(List<Long> gatherings, List<Gathered> whole) {}

    /** Stores parts, in the caller's transaction. A part that is there already is not stored again. */
    Put put(List<Incoming> parts, Instant now);

    /** Whole messages that nobody took out since then: whoever offered them died or could not. */
    List<Gathered> stuck(Instant wholeBefore, int most);

    /** Messages that were begun before then, or abandoned, and are not whole. */
    List<Gathered> late(Instant begunBefore, int most);

    /**
     * Takes messages out with their parts, and tells which: those that are still there.
     *
     * @param late those of them that stay where they have become whole by now
     */
    Set<Long> forget(Collection<Long> gatherings, Set<Long> late);

    /** Notes under which ids messages that were accepted are known. */
    void note(List<Joined> accepted, Instant at);

    /** The message that the parts of a gathering became. */
    record Joined(long gathering, MessageId message) {}

    /** Those of an account that are still there: not whole, or not accepted yet. */
    List<Gathered> open(AccountId account, Collection<Long> gatherings);

    /** The messages that these became, by the gatherings' numbers; of those of the last week. */
    Map<Long, MessageId> joined(Collection<Long> gatherings);

    /** Takes out those of each account that are not whole, in the caller's transaction, and tells them: no more parts come to them. */
    List<Gathered> takeBack(Map<AccountId, Set<Long>> gatherings);
}
