package io.vestnik.platform.pipeline;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.ZoneId;
import java.util.List;

/** Where an account settles how it sends. */
public interface SendingSettings {
    /** What holds for the account: its own terms, or those that are handed down to it. */
    Settings of(AccountId account);

    /** Whether there may be accounts below that go by the same. */
    boolean mayHandDown(AccountId account);

    /**
     * Settles it anew.
     *
     * @param seen the version that was changed; 0 where there was none
     */
    Answer settle(Who who, int seen, Wish wish);

    /** Lets the account go by what is handed down to it from now on. */
    Answer forget(Who who, int seen);

    /**
     * What holds.
     *
     * @param version 1 and up; grows with each change; 0 where the account has settled nothing itself
     * @param below whether accounts below that have settled nothing go by it too
     */
    record Settings(int version, SendingTerms terms, boolean below, ZoneId zone) {
        /** Whether the account has settled it itself. */
        public boolean own() {
            return version > 0;
        }
    }

    /**
     * What somebody wants.
     *
     * @param below as {@link Settings#below()}; means nothing where there can be no account below
     */
    record Wish(SendingTerms terms, boolean below, ZoneId zone) {}

    /** What came of it. */
    sealed interface Answer {
        record Kept() implements Answer {}

        /** Somebody else has changed it meanwhile, or taken it back. */
        record Stale() implements Answer {}

        record Refused(List<Fault> faults) implements Answer {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * What is wrong with a field.
     *
     * @param field {@code validity}, {@code sender} or {@code outside}
     * @param code the end of a key of the bundle
     * @param hours that the sentence names; 0 where it names none
     */
    record Fault(String field, String code, long hours) {}
}
