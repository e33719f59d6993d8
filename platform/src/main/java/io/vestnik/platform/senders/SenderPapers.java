package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The papers about the names of an account. */
public interface SenderPapers {
    /** The most bytes of one. */
    int MOST_BYTES = 3 << 20;

    /** The most of one name. */
    int MOST_OF_A_NAME = 10;

    /** The most of all names of an account. */
    int MOST = 100;

    int LONGEST_ABOUT = 500;

    /** All papers of the account by the name that they are about, in the order in which they were attached. */
    Map<Long, List<Paper>> of(AccountId account);

    /** Those about one name. */
    default List<Paper> of(AccountId account, long sender) {
        return of(account).getOrDefault(sender, List.of());
    }

    /** Attaches a paper. A name that was refused waits for an answer again. */
    Attached attach(Who who, long sender, Upload upload);

    /**
     * Why the paper would not be attached to a new name; empty when it would. Within a transaction nobody else attaches one to a name
     * of the account until its end.
     */
    Optional<Attached.Refused> refusal(AccountId account, Upload upload);

    /** Takes a paper away. False when it is not there. */
    boolean remove(Who who, long sender, long paper);

    /**
     * A paper that comes.
     *
     * @param name of the file
     * @param about what it is; may be empty
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Upload(String name, String about, byte[] content) {}

    /** What came of attaching one. */
    sealed interface Attached {
        record Kept(Paper paper) implements Attached {}

        /** There is no such name. */
        record Gone() implements Attached {}

        /**
         * It was not kept.
         *
         * @param code {@code empty}, {@code large}, {@code kind} (by its content it is none that is taken, or its name says otherwise),
         *     {@code about} (too long) or {@code many}
         */
        record Refused(String code) implements Attached {}
    }
}
