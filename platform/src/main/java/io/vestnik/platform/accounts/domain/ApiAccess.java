package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.AccountsBelow.Program;
import io.vestnik.platform.accounts.LoginsBelow.Given;
import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.ApiAccessStore.Access;
import io.vestnik.platform.accounts.domain.ApiAccessStore.Kept;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How programs get into accounts: the switch of the API, its login and password; asked of memory, at most a second old. */
@Service
public class ApiAccess {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 50;
    /** 24 letters of 56: about 139 bits; without letters that people take for each other. */
    private static final int PASSWORD = 24;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final ApiAccessStore store;
    private final Sealing sealing;
    private final Deeds deeds;
    private final Snapshot<Known> known;
    private final SecureRandom random = new SecureRandom();

    ApiAccess(ApiAccessStore store, Sealing sealing, Deeds deeds, Snapshots snapshots) {
        this.store = store;
        this.sealing = sealing;
        this.deeds = deeds;
        this.known = snapshots.keep(new Snapshot<>("api access", store::version, () -> Known.of(store.all())));
    }

    private record Known(Map<AccountId, Boolean> switched, Map<String, Kept> byLogin) {
        static Known of(List<Kept> all) {
            Map<AccountId, Boolean> switched = new HashMap<>();
            Map<String, Kept> byLogin = new HashMap<>();
            for (Kept one : all) {
                switched.put(one.access().account(), one.access().on());
                String login = one.access().login();
                if (login != null) {
                    byLogin.put(login, one);
                }
            }
            return new Known(Map.copyOf(switched), Map.copyOf(byLogin));
        }
    }

    /** Whether programs of the account are let in at all; they are where nobody has settled it. */
    boolean on(AccountId account) {
        return known.get().switched().getOrDefault(account, true);
    }

    /** Whose login and password these are; empty when they do not belong together. */
    Optional<Access> recognise(String login, String password, Instant now) {
        Kept kept = known.get().byLogin().get(login.toLowerCase(Locale.ROOT));
        return kept != null && isRight(kept, password, now) ? Optional.of(kept.access()) : Optional.empty();
    }

    private boolean isRight(Kept kept, String password, Instant now) {
        AccountId account = kept.access().account();
        PasswordDigests digests = kept.digests();
        if (digests != null && digests.match(password, account, sealing)) {
            return true;
        }
        PasswordDigests older = kept.older();
        Instant until = kept.access().olderUntil();
        return older != null && until != null && now.isBefore(until) && older.match(password, account, sealing);
    }

    // ---- for the pages

    /** As it is now. */
    public Access of(AccountId account) {
        return store.find(account).orElseGet(() -> Access.usual(account));
    }

    /** What came of asking for a password. */
    public sealed interface Answer {
        /** It works within a second; the password is shown once. */
        record Given(String login, String password) implements Answer {}

        /**
         * It was not given.
         *
         * @param reason the end of a key of the bundle
         */
        record Refused(String reason) implements Answer {}
    }

    /**
     * Another password.
     *
     * @param login 3 to 50 Latin letters, digits, dots, hyphens and underscores; kept in lower case
     * @param overlap how long the password before works too, if the login stays: up to 30 days
     */
    public Answer issue(Who who, String login, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(KeyTerms.LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("Two passwords at once for " + overlap);
        }
        String kept = kept(login);
        if (!isLogin(login)) {
            return new Answer.Refused("api_login");
        }
        String password = generate();
        try {
            deeds.together(() -> {
                PasswordDigests digests = PasswordDigests.of(password, who.account(), sealing);
                store.issue(who.account(), kept, digests, deeds.now().plus(overlap), deeds.now());
                deeds.record(who, "api.password", "api", Map.of("login", kept, "both_hours", overlap.toHours()));
                return kept;
            });
        } catch (DuplicateKeyException taken) {
            return new Answer.Refused("api_login_taken");
        }
        known.refresh();
        return new Answer.Given(kept, password);
    }

    // ---- for who serves the account

    static boolean isLogin(String login) {
        String kept = kept(login);
        return kept.length() >= SHORTEST && kept.length() <= LONGEST && kept.matches("[a-z0-9._-]+");
    }

    /** Whether a login and a password may be set: done if so. */
    static Given check(Program program) {
        if (!isLogin(program.login())) {
            return Given.BAD_LOGIN;
        }
        return Passwords.acceptable(program.password(), program.login()) ? Given.DONE : Given.WEAK_PASSWORD;
    }

    /** Gives both to a new account, in the transaction around it. */
    void give(Who who, AccountId account, Program program) {
        store.give(account, kept(program.login()), digests(account, program), deeds.now());
        given(who, account, program);
    }

    /** Sets both in place of those given, as {@link #give}; whether they were given. */
    boolean giveAnew(Who who, AccountId account, Program program) {
        boolean changed = store.giveAnew(account, kept(program.login()), digests(account, program), deeds.now());
        if (changed) {
            given(who, account, program);
        }
        return changed;
    }

    private PasswordDigests digests(AccountId account, Program program) {
        return PasswordDigests.of(program.password(), account, sealing);
    }

    private void given(Who who, AccountId account, Program program) {
        deeds.record(who, "api.password", "account " + account, Map.of("login", kept(program.login())));
        known.refresh();
    }

    /** How many accounts right below have been given a login since. */
    int given(AccountId server, Instant since) {
        return store.given(server, since);
    }

    /** Sets another login in place of one given, as {@link #give}; whether it was given. */
    boolean rename(Who who, AccountId account, String login) {
        boolean renamed = store.rename(account, kept(login));
        if (renamed) {
            deeds.record(who, "api.renamed", "account " + account, Map.of("login", kept(login)));
            known.refresh();
        }
        return renamed;
    }

    Optional<AccountId> holder(String login) {
        return Optional.ofNullable(known.get().byLogin().get(kept(login)))
                .map(it -> it.access().account());
    }

    /** All logins that there are. */
    Map<AccountId, String> logins() {
        return known.get().byLogin().entrySet().stream()
                .collect(Collectors.toMap(it -> it.getValue().access().account(), Map.Entry::getKey));
    }

    /** As of now, and not of a second ago. */
    boolean isTaken(String login) {
        known.refresh();
        return holder(login).isPresent();
    }

    private static String kept(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    // ---- for the pages

    /** Switches the API of the account on or off for all of its keys and its login. */
    public void turn(Who who, boolean on) {
        done(who, on ? "api.on" : "api.off", Map.of(), () -> {
            store.turn(who.account(), on);
            return true;
        });
    }

    /** Says from where the login is let in, and when and how much it may send; false when that was changed meanwhile. */
    public boolean limit(Who who, int version, KeyTerms terms) {
        return done(who, "api.terms", terms.told(), () -> store.limit(who.account(), version, terms));
    }

    /** Takes login and password away; whether there were any. */
    public boolean revoke(Who who) {
        return done(who, "api.revoked", Map.of(), () -> store.revoke(who.account()));
    }

    private boolean done(Who who, String what, Map<String, ?> details, BooleanSupplier change) {
        boolean done = deeds.together(() -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                deeds.record(who, what, "api", details);
            }
            return changed;
        });
        known.refresh();
        return done;
    }

    private String generate() {
        StringBuilder password = new StringBuilder(PASSWORD);
        for (int i = 0; i < PASSWORD; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
