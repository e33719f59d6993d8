package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What programs of an account did and may do, and who changed what in it: read by programs, changed by people alone. */
public interface ProgramJournal {
    /** The right to read about keys and calls; it gives nothing that could be used to come in. */
    String CALLS = "calls:view";

    /** The right to read who changed what. */
    String CHANGES = "audit:view";

    /** How calls can end, by the name: {@code done}, {@code refused} or {@code failed}. */
    Set<String> outcomes();

    /** The last 10,000 calls, the newest first. */
    Slice<Made> calls(AccountId account, Wanted wanted, @Nullable String cursor, int limit);

    /** The keys, those that work first, the newest first; at most 200. */
    List<Held> keys(AccountId account);

    /**
     * What was changed, the newest first.
     *
     * @param search letters of who, what or the object; empty for all
     */
    Slice<Changed> changes(AccountId account, String search, @Nullable String cursor, int limit);

    /**
     * Which calls.
     *
     * @param search letters of the route, the address or the request; empty for all
     * @param key the name of a key or the login; none for all
     * @param outcome one of {@link #outcomes}; none for all
     */
    record Wanted(
            String search, @Nullable String key, @Nullable String outcome) {}

    /**
     * A call.
     *
     * @param key its id; none for the login of the API
     * @param name of the key, or the login
     * @param route without what the program wrote there
     * @param request the id that stands in its answer
     */
    record Made(
            Instant at,
            @Nullable Long key,
            String name,
            String method,
            String route,
            int status,
            int millis,
            String address,
            String request) {}

    /**
     * A key as it is shown: never its token.
     *
     * @param ending the last letters of its token
     * @param scopes the rights that it has of those of its role; all of them when there are none
     * @param addresses from where it is let in; from anywhere when there are none
     * @param hours in which it may send; none for any
     * @param limits messages in each span, by its name
     * @param sent of them so far
     * @param olderUntil until when the token before this one works too
     */
    record Held(
            long id,
            String name,
            Role role,
            String ending,
            Set<String> scopes,
            List<String> addresses,
            @Nullable LocalDate lastDay,
            @Nullable Hours hours,
            Map<String, Long> limits,
            Map<String, Long> sent,
            Instant createdAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt,
            @Nullable Instant olderUntil) {}

    /**
     * By the account's clock.
     *
     * @param codesAlways whether codes go outside of them
     */
    record Hours(LocalTime from, LocalTime to, boolean codesAlways) {}

    /**
     * Something that was changed.
     *
     * @param details an object of JSON
     */
    record Changed(Instant at, String who, String what, String object, String details) {}
}
