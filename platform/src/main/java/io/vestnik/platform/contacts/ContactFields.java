package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be told of contacts, and what is found out about them, as programs keep it. */
public interface ContactFields {
    /** Every field in the account's order; those that it does not use as well. */
    List<Kept> all(AccountId account);

    Optional<Kept> find(AccountId account, String key);

    /** How many contacts have a value of a field of the account's own. */
    long filled(AccountId account, String key);

    /** Makes a field of the account's own. */
    Answer add(Who who, String name, String kind, List<String> choices);

    /**
     * Changes a field.
     *
     * @param seen as whoever asks has read it: another one now refuses it; none for whatever it is
     */
    Answer change(Who who, String key, @Nullable Kept seen, Wish wish);

    /** Deletes a field of the account's own; it can be brought back for thirty days. False when it is none. */
    boolean delete(Who who, String key);

    /** Takes a deletion back; a field whose name another has meanwhile gets a number behind it. */
    Answer restore(Who who, String key);

    /**
     * A field.
     *
     * @param name that the account gave it; none where a built-in one keeps its own
     * @param kind such as {@code text} or {@code yes_no}
     * @param source {@code built_in}, {@code own}, or {@code found}: nobody fills it
     * @param choices what it chooses from; empty for other kinds
     * @param shown whether the account uses it
     * @param place where it stands among all, from 0
     */
    record Kept(
            String key,
            @Nullable String name,
            String kind,
            String source,
            List<String> choices,
            boolean shown,
            int place) {
        public Kept {
            choices = List.copyOf(choices);
        }

        /** Whether people, and programs, fill it. */
        public boolean filled() {
            return !source.equals("found");
        }
    }

    /**
     * What a field is to be.
     *
     * @param name empty for a built-in field's own
     * @param choices what a choice of the account's own chooses from
     * @param place beyond the last one is the last
     */
    record Wish(String name, List<String> choices, boolean shown, int place) {
        public Wish {
            choices = List.copyOf(choices);
        }
    }

    /** What came of keeping a field. */
    sealed interface Answer {
        record Saved(Kept field) implements Answer {}

        /** Another field is called so, in the one language or the other. */
        record Taken() implements Answer {}

        /** It is another one than whoever asks has read. */
        record Stale(Kept now) implements Answer {}

        /** It is empty, longer than 40 characters, does not begin with a letter, or has a bracket. */
        record BadName() implements Answer {}

        /** No field is made of this kind. */
        record BadKind() implements Answer {}

        /** A choice needs 1 to 100 of them, each of at most 100 characters. */
        record BadChoices() implements Answer {}

        /** The account has 50 of its own. */
        record TooMany() implements Answer {}

        record Gone() implements Answer {}
    }
}
