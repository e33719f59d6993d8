package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.AccountsBelow.Change;
import io.vestnik.platform.accounts.AccountsBelow.Changed;
import io.vestnik.platform.accounts.AccountsBelow.Opened;
import io.vestnik.platform.accounts.AccountsBelow.Opening;
import io.vestnik.platform.accounts.AccountsBelow.Owner;
import io.vestnik.platform.accounts.AccountsBelow.Program;
import io.vestnik.platform.accounts.LoginsBelow;
import io.vestnik.platform.accounts.LoginsBelow.Given;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes and changes accounts right below. {@code user} and {@code password} are those of the API, by which programs come in. */
@Component
class SubClientBook {
    static final Fault NOT_SAVED = new Fault(8, "save failed");
    static final Fault TOO_OFTEN = new Fault(9, "too many users in an hour");

    /** An own balance, by a tariff of its own or by the usual one. */
    private static final String OWN_BALANCE = "[01]?";

    private static final int GREENWICH = 12;
    private static final int LAST_ZONE = 24;

    private final AccountsBelow below;
    private final LoginsBelow logins;
    private final Accounts accounts;
    private final SubClientSwitches switches;
    private final Clock clock;

    SubClientBook(AccountsBelow below, LoginsBelow logins, Accounts accounts, SubClientSwitches switches, Clock clock) {
        this.below = below;
        this.logins = logins;
        this.accounts = accounts;
        this.switches = switches;
        this.clock = clock;
    }

    Answer add(Client client, Params params) {
        ZoneId home = accounts.get(client.account()).zone();
        Optional<ZoneId> zone = zone(params, home);
        if (!params.has("user") || !params.has("password") || zone.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!params.get("type").matches(OWN_BALANCE) || !switches.fit(params)) {
            return new Answer.Refused(NOT_SAVED);
        }
        Program program = new Program(params.get("user"), params.get("password"));
        Opening opening = new Opening(
                        AccountKind.CLIENT, params.get("user"), zone.get(), params.get("notes"), owner(params), program)
                .by(tariff(params));
        // With its settings or not at all: whoever got no answer may ask again.
        Opened opened = below.open(
                client.who(), opening, it -> switches.set(client, it.account().id(), params));
        return switch (opened) {
            case Opened.Done done ->
                new Answer.One(Created.item(done.below().account().id().value()));
            case Opened.Refused _, Opened.TooMany _ -> new Answer.Refused(NOT_SAVED);
            case Opened.TooOften _ -> new Answer.Refused(TOO_OFTEN);
        };
    }

    /** The number of one of the caller's tariffs; the usual one where none is named. */
    private static @Nullable Long tariff(Params params) {
        long number = params.has("tariff") ? params.number("tariff").orElse(Long.MAX_VALUE) : 0;
        return number == 0 ? null : number;
    }

    /** Somebody who signs in to the cabinet as {@code user}: by a link where there is an e-mail, otherwise by the password of the request. */
    private static Owner owner(Params params) {
        String user = params.get("user");
        String name = params.has("fio") ? params.get("fio") : user;
        return params.has("email")
                ? new Owner(name, params.get("email"), user)
                : new Owner(name, "", user, params.get("password"));
    }

    /** Works in the caller's transaction, of which nothing may stay where it is refused. */
    Answer change(Client client, Account account, Params params) {
        Optional<ZoneId> zone = zone(params, account.zone());
        if (zone.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!switches.fit(params)) {
            return new Answer.Refused(NOT_SAVED);
        }
        // In the order in which others lock what is changed here.
        if (!switches.set(client, account.id(), params) || !write(client, account.id(), zone.get(), params)) {
            return new Answer.Refused(NOT_SAVED);
        }
        return switch (give(client, account, params)) {
            case DONE -> new Answer.Done();
            case TOO_OFTEN -> new Answer.Refused(TOO_OFTEN);
            case BAD_LOGIN, TAKEN, WEAK_PASSWORD, NOT_FOUND, NOT_GIVEN -> new Answer.Refused(NOT_SAVED);
        };
    }

    private Given give(Client client, Account account, Params params) {
        boolean renamed = params.has("new_login");
        if (params.has("password")) {
            String login =
                    renamed ? params.get("new_login") : SubClients.login(account, logins.logins(client.account()));
            return logins.give(client.who(), account.id(), new Program(login, params.get("password")));
        }
        return renamed ? logins.rename(client.who(), account.id(), params.get("new_login")) : Given.DONE;
    }

    /** Whoever changes it at the same moment goes first. */
    private boolean write(Client client, AccountId account, ZoneId zone, Params params) {
        if (!params.names("notes") && !params.has("tz")) {
            return true;
        }
        Optional<Below> there = below.find(client.account(), account);
        while (there.isPresent()) {
            Below seen = there.get();
            String note = params.names("notes") ? params.get("notes") : seen.note();
            Change change = new Change(seen.account().name(), zone, note);
            switch (below.change(client.who(), account, seen.version(), change)) {
                case Changed.Done _ -> {
                    return true;
                }
                case Changed.Stale(Below current) -> there = Optional.of(current);
                case Changed.Refused _, Changed.NotFound _ -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** The one there is where its clock stands so now, for it has a name; empty for what is none. */
    private Optional<ZoneId> zone(Params params, ZoneId own) {
        if (!params.has("tz")) {
            return Optional.of(own);
        }
        long number = params.number("tz").orElse(LAST_ZONE + 1L);
        if (number > LAST_ZONE) {
            return Optional.empty();
        }
        int hours = (int) number - GREENWICH;
        boolean same = own.getRules().getOffset(clock.instant()).equals(ZoneOffset.ofHours(hours));
        // The names of these zones count hours the other way round.
        return Optional.of(
                same ? own : ZoneId.of(hours == 0 ? "UTC" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours)));
    }
}
