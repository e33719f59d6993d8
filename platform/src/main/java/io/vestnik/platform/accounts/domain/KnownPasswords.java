package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.Admission.Reason;
import io.vestnik.platform.accounts.ApiPasswords;
import io.vestnik.platform.accounts.Caller;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.accounts.WrongGuesses.Limit;
import io.vestnik.platform.accounts.domain.ApiAccessStore.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Recognises the logins of APIs. A login may what a key of the owner may, at its hours and within its limits. */
@Service
class KnownPasswords implements ApiPasswords {

    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final int LONGEST = 200;

    private static final Limit OF_A_LOGIN = new Limit("api.login", 10, SPAN);
    private static final Limit OF_AN_ADDRESS = new Limit("api.address", 60, SPAN);

    /** What this node has seen, for as long as the store is away. */
    private final Tries logins = new Tries(OF_A_LOGIN.most(), SPAN);

    private final Tries addresses = new Tries(OF_AN_ADDRESS.most(), SPAN);

    private final ApiAccess access;
    private final ProgramRights rights;
    private final KeyMeters meters;
    private final WrongGuesses guesses;
    private final Clock clock;

    KnownPasswords(ApiAccess access, ProgramRights rights, KeyMeters meters, WrongGuesses guesses, Clock clock) {
        this.access = access;
        this.rights = rights;
        this.meters = meters;
        this.guesses = guesses;
        this.clock = clock;
    }

    @Override
    public Admission admit(String login, String password, String address) {
        if (login.isEmpty() || login.length() > LONGEST || password.isEmpty() || password.length() > LONGEST) {
            return new Admission.Refused(Reason.UNKNOWN, null);
        }
        String asked = address + ' ' + login.strip().toLowerCase(Locale.ROOT);
        if (!mayGuess(address, asked)) {
            return new Admission.Refused(Reason.TRIES, null);
        }
        Optional<Access> found = access.recognise(login, password, clock.instant());
        if (found.isEmpty()) {
            addresses.take(address);
            logins.take(asked);
            guesses.wrong(OF_AN_ADDRESS, address);
            guesses.wrong(OF_A_LOGIN, asked);
            return new Admission.Refused(Reason.UNKNOWN, null);
        }
        return admit(found.get(), address);
    }

    /** From memory: whoever is right pays no statement for those who are wrong. */
    private boolean mayGuess(String address, String asked) {
        return addresses.left(address)
                && logins.left(asked)
                && guesses.left(OF_AN_ADDRESS, address)
                && guesses.left(OF_A_LOGIN, asked);
    }

    private Admission admit(Access known, String address) {
        Optional<Account> account = rights.account(known.account());
        if (account.isEmpty()) {
            return new Admission.Refused(Reason.UNKNOWN, null);
        }
        String name = String.valueOf(known.login());
        Caller caller = new Caller(known.account(), null, name);
        Optional<Reason> refusal = rights.refusal(known.account());
        if (refusal.isPresent()) {
            return new Admission.Refused(refusal.get(), caller);
        }
        if (!AddressRange.admits(known.terms().addresses(), address)) {
            return new Admission.Refused(Reason.ADDRESS, caller);
        }
        ZoneId zone = account.get().zone();
        KeyMeter meter = meters.present(KeyCount.ofLogin(known.account()), zone);
        return new Admission.Admitted(
                rights.program(account.get(), name, Role.OWNER, Set.of()),
                caller,
                new Metered(known.terms(), meter, zone, clock));
    }
}
