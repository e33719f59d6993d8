package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The accounts right below one, opened and kept by whoever serves them. A new one pays in the currency of its server, by the tariff that is
 * chosen for it or usual below it, and reads numbers as the server's country does. Nothing is ever deleted; every change is audited.
 */
public interface AccountsBelow {
    /** How many may be right below one. */
    int MOST = 10_000;
    /** How many one may open within an hour. */
    int MOST_AN_HOUR = 100;

    int LONGEST_NAME = 200;
    int LONGEST_NOTE = 1_000;

    /** An account right below, as it is stored now; none when it is not there. */
    Optional<Below> find(AccountId server, AccountId account);

    /** Opens an account right below the one of who asks, and sends its owner a link to set a password. May last as a letter does. */
    default Opened open(Who who, Opening opening) {
        return open(who, opening, _ -> true);
    }

    /**
     * As {@link #open(Who, Opening)}, with what else is set on the new account.
     *
     * @param more done in the transaction that opens it; where it answers false, or breaks off, nothing is opened and no letter goes
     */
    Opened open(Who who, Opening opening, Predicate<Below> more);

    /** Changes an account right below; the version is the one that was read. */
    Changed change(Who who, AccountId account, int version, Change change);

    /**
     * Closes an account right below: nobody and no program of it, or of those below it, comes in or has a message accepted, and what
     * waits to be sent waits on, to the end of its lifetime. Done too where it is closed already; none when it is not there.
     */
    Optional<Below> close(Who who, AccountId account);

    /** Takes the closing back. */
    Optional<Below> reopen(Who who, AccountId account);

    /**
     * An account as who serves it knows it.
     *
     * @param note of the server, which the account itself never sees
     * @param version grows with each change
     */
    record Below(Account account, String note, Instant openedAt, int version) {}

    /**
     * What is known of a new account.
     *
     * @param kind one of those that {@link AccountKind#below()} names for its server
     * @param name 1 to {@link #LONGEST_NAME} characters
     * @param note at most {@link #LONGEST_NOTE} characters
     * @param owner who signs in first; none where programs alone come in
     * @param program the login of its API; none where there is none yet
     * @param tariff one that {@link TariffChoice} offers who opens it; none for the one that is usual
     */
    record Opening(
            AccountKind kind,
            String name,
            ZoneId zone,
            String note,
            @Nullable Owner owner,
            @Nullable Program program,
            @Nullable Long tariff) {
        public Opening {
            name = name.strip();
            note = note.strip();
        }

        /** By the usual tariff. */
        public Opening(
                AccountKind kind,
                String name,
                ZoneId zone,
                String note,
                @Nullable Owner owner,
                @Nullable Program program) {
            this(kind, name, zone, note, owner, program, null);
        }

        /** By this tariff. */
        public Opening by(@Nullable Long chosen) {
            return new Opening(kind, name, zone, note, owner, program, chosen);
        }
    }

    /**
     * The first person of an account.
     *
     * @param email where their link goes; empty where they get none
     * @param login by which they sign in; the e-mail where it is empty
     * @param password their first one, of which they are told by whoever opens the account; none for one that is made up
     */
    record Owner(
            String name,
            String email,
            String login,
            @Nullable String password) {
        public Owner {
            name = name.strip();
            email = email.strip();
            login = login.isBlank() ? email : login.strip();
        }

        /** With a password that is made up. */
        public Owner(String name, String email, String login) {
            this(name, email, login, null);
        }

        @Override
        public String toString() {
            return "Owner[login=" + login + ", password=***]";
        }
    }

    /** The login of an API and its password, as {@link LoginsBelow} takes them. */
    record Program(String login, String password) {
        @Override
        public String toString() {
            return "Program[login=" + login + ", password=***]";
        }
    }

    /** What may be changed, as {@link Opening} has it. */
    record Change(String name, ZoneId zone, String note) {
        public Change {
            name = name.strip();
            note = note.strip();
        }
    }

    /** What came of opening. */
    sealed interface Opened {
        /**
         * It is there.
         *
         * @param password the owner's first one, to be shown once; none where a letter went, or there is no owner
         */
        record Done(Below below, @Nullable String password) implements Opened {
            @Override
            public String toString() {
                return "Done[below=" + below + ", password=***]";
            }
        }

        /**
         * A field is wrong.
         *
         * @param field {@code more} where that was refused, otherwise such as {@code name} or {@code owner/login}
         * @param code {@code empty}, {@code too_long}, {@code bad_characters}, {@code not_below}, {@code bad_login}, {@code bad_email},
         *     {@code weak_password}, {@code taken}, {@code unknown} or {@code refused}
         */
        record Refused(String field, String code) implements Opened {}

        /** There are {@link #MOST} already. */
        record TooMany() implements Opened {}

        /** {@link #MOST_AN_HOUR} were opened within the last hour. */
        record TooOften() implements Opened {}
    }

    /** What came of changing. */
    sealed interface Changed {
        record Done(Below below) implements Changed {}

        /** As {@link Opened.Refused}. */
        record Refused(String field, String code) implements Changed {}

        record NotFound() implements Changed {}

        /** Somebody else has changed it since. */
        record Stale(Below current) implements Changed {}
    }
}
