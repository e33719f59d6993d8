package io.vestnik.platform.pipeline;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What accounts want done about messages to their numbers, by the word with which they begin. */
public interface InboundRules {
    /** Those of the account, by number and word; 500 at most. */
    List<Rule> list(AccountId account);

    Optional<Rule> find(AccountId account, long id);

    /**
     * Keeps a new one, or a change.
     *
     * @param id 0 for a new one
     * @param version of the one that is changed
     */
    Kept keep(Who who, long id, int version, Terms terms);

    /** False when it is not there. */
    boolean remove(Who who, long id);

    /** A rule that is kept. */
    record Rule(long id, int version, Terms terms) {}

    /**
     * What is wanted; what is not is empty.
     *
     * @param number digits of the number that messages come to; empty for any
     * @param keyword letters and digits, 40 at most; empty for messages that begin with no other rule's word
     * @param group the id of the group that who wrote is put into
     * @param stop whether the word means the same as STOP; then nothing is answered
     * @param sender that the answer comes from
     * @param answer what is answered, once an hour to a person, 1,000 characters at most
     * @param name under which programs are told once more, {@code [a-z0-9_]}, 40 at most
     * @param url an address that is called
     * @param email an address that is written to
     */
    record Terms(
            String number,
            String keyword,
            String group,
            boolean stop,
            String sender,
            String answer,
            String name,
            String url,
            String email) {}

    /** What came of keeping one. */
    sealed interface Kept {
        record Done(Rule rule) implements Kept {}

        /**
         * Something is wrong with it.
         *
         * @param faults codes by the names of fields, such as {@code taken} for {@code keyword}; not empty
         */
        record Wrong(Map<String, String> faults) implements Kept {
            public Wrong {
                faults = Map.copyOf(faults);
            }
        }

        /** Somebody has changed it meanwhile. */
        record Stale() implements Kept {}

        record Gone() implements Kept {}
    }
}
