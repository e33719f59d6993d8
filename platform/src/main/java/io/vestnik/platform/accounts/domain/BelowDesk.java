package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Opened.Refused;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.TariffChoice;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.AccountBook.Crowd;
import io.vestnik.platform.accounts.domain.AccountBook.NewAccount;
import io.vestnik.platform.accounts.domain.Staff.Draft;
import io.vestnik.platform.accounts.domain.Staff.Newcomer;
import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Opens and keeps the accounts right below one. */
@Service
class BelowDesk implements AccountsBelow {

    /** What is counted as an hour. */
    static final Duration LATELY = Duration.ofHours(1);

    private final AccountBook book;
    private final Accounts accounts;
    private final Beginning beginning;
    private final Deeds deeds;

    BelowDesk(AccountBook book, Accounts accounts, Beginning beginning, Deeds deeds) {
        this.book = book;
        this.accounts = accounts;
        this.beginning = beginning;
        this.deeds = deeds;
    }

    /** What an account begins with. */
    @Component
    record Beginning(Staff staff, ApiAccess api, TariffChoice tariffs) {}

    @Override
    public Optional<Below> find(AccountId server, AccountId account) {
        return book.below(server, account);
    }

    @Override
    public Opened open(Who who, Opening asked, Predicate<Below> more) {
        Account server = accounts.get(who.account());
        Optional<Opened> refused = refusal(server, asked)
                .<Opened>map(it -> it)
                // Before anything that takes long: the crowd is counted again where the account is made.
                .or(() -> deeds.together(() -> crowded(server.id())))
                .or(() -> taken(asked));
        if (refused.isPresent()) {
            return refused.get();
        }
        Owner first = asked.owner();
        Newcomer newcomer = first == null ? null : beginning.staff().prepare(draft(first), first.password());
        Made made;
        try {
            made = deeds.attempt(() -> make(who, server, asked, newcomer, more), Made.Account.class::isInstance);
        } catch (DuplicateKeyException meanwhile) {
            return taken(asked).orElseThrow(() -> meanwhile);
        }
        return switch (made) {
            case Made.Account(Below below, Person owner) -> {
                String password = owner == null || newcomer == null
                        ? null
                        : beginning.staff().welcome(owner, newcomer);
                yield new Opened.Done(below, password);
            }
            case Made.Not(Opened why) -> why;
        };
    }

    /** What was written. */
    private sealed interface Made {
        record Account(Below below, @Nullable Person owner) implements Made {}

        record Not(Opened why) implements Made {}
    }

    private Made make(Who who, Account server, Opening asked, @Nullable Newcomer newcomer, Predicate<Below> more) {
        Optional<Opened> crowded = crowded(server.id());
        if (crowded.isPresent()) {
            return new Made.Not(crowded.get());
        }
        AccountId id = book.open(
                new NewAccount(
                        asked.kind(),
                        server.id(),
                        asked.name(),
                        server.currency(),
                        asked.zone(),
                        server.country(),
                        asked.note()),
                deeds.now());
        deeds.record(who, "account.opened", "account " + id, details(asked));
        Person owner = newcomer == null
                ? null
                : beginning
                        .staff()
                        .join(who, id, newcomer)
                        .orElseThrow(() -> new DuplicateKeyException("The owner's login"));
        Program program = asked.program();
        if (program != null) {
            beginning.api().give(who, id, program);
        }
        if (asked.tariff() != null && !beginning.tariffs().give(who, asked.tariff(), id)) {
            return new Made.Not(new Refused("tariff", "unknown"));
        }
        return more.test(book.below(server.id(), id).orElseThrow())
                ? new Made.Account(book.below(server.id(), id).orElseThrow(), owner)
                : new Made.Not(new Refused("more", "refused"));
    }

    private Optional<Opened> crowded(AccountId server) {
        Crowd crowd = book.lockCrowd(server, deeds.now().minus(LATELY));
        if (crowd.all() >= MOST) {
            return Optional.of(new Opened.TooMany());
        }
        return crowd.lately() >= MOST_AN_HOUR ? Optional.of(new Opened.TooOften()) : Optional.empty();
    }

    private static Map<String, ?> details(Opening asked) {
        return Map.of(
                "name", asked.name(), "kind", asked.kind(), "zone", asked.zone().getId());
    }

    @Override
    public Changed change(Who who, AccountId account, int version, Change change) {
        Optional<Refused> wrong = wrong(change.name(), change.note());
        if (wrong.isPresent()) {
            return new Changed.Refused(wrong.get().field(), wrong.get().code());
        }
        return deeds.together(() -> {
            Optional<Below> before = book.below(who.account(), account);
            if (before.isEmpty()) {
                return new Changed.NotFound();
            }
            boolean saved = book.change(who.account(), account, version, change);
            Below now = book.below(who.account(), account).orElseThrow();
            if (!saved) {
                return new Changed.Stale(now);
            }
            deeds.record(who, "account.changed", "account " + account, differences(before.get(), now));
            return new Changed.Done(now);
        });
    }

    private static Map<String, ?> differences(Below before, Below now) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", arrow(before.account().name(), now.account().name()));
        told.put(
                "zone",
                arrow(before.account().zone().getId(), now.account().zone().getId()));
        told.put("note", before.note().equals(now.note()) ? "same" : "changed");
        return told;
    }

    private static String arrow(String before, String now) {
        return before.equals(now) ? now : before + " → " + now;
    }

    @Override
    public Optional<Below> close(Who who, AccountId account) {
        return turn(who, account, false);
    }

    @Override
    public Optional<Below> reopen(Who who, AccountId account) {
        return turn(who, account, true);
    }

    private Optional<Below> turn(Who who, AccountId account, boolean active) {
        return deeds.together(() -> {
            if (book.turn(who.account(), account, active)) {
                deeds.record(who, active ? "account.reopened" : "account.closed", "account " + account, Map.of());
            }
            return book.below(who.account(), account);
        });
    }

    private static Optional<Refused> refusal(Account server, Opening asked) {
        if (!server.kind().below().contains(asked.kind())) {
            return Optional.of(new Refused("kind", "not_below"));
        }
        return wrong(asked.name(), asked.note())
                .or(() -> Optional.ofNullable(asked.owner()).flatMap(BelowDesk::wrong))
                .or(() -> Optional.ofNullable(asked.program()).flatMap(BelowDesk::wrong));
    }

    private static Optional<Refused> wrong(String name, String note) {
        if (name.isEmpty()) {
            return Optional.of(new Refused("name", "empty"));
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(new Refused("name", "too_long"));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(new Refused("name", "bad_characters"));
        }
        if (note.length() > LONGEST_NOTE) {
            return Optional.of(new Refused("note", "too_long"));
        }
        return note.indexOf('\0') >= 0 ? Optional.of(new Refused("note", "bad_characters")) : Optional.empty();
    }

    private static Draft draft(Owner owner) {
        return new Draft(owner.login(), owner.email(), owner.name(), Role.OWNER);
    }

    private static Optional<Refused> wrong(Owner owner) {
        if (owner.email().isEmpty() && owner.login().isEmpty()) {
            return Optional.of(new Refused("owner/login", "empty"));
        }
        String password = owner.password();
        if (password != null && !Passwords.acceptable(password, owner.login())) {
            return Optional.of(new Refused("owner/password", "weak_password"));
        }
        return Staff.wrong(draft(owner)).map(field -> switch (field) {
            case LOGIN_SHAPE -> new Refused("owner/login", "bad_login");
            case LOGIN_TAKEN -> new Refused("owner/login", "taken");
            case EMAIL_SHAPE -> new Refused("owner/email", "bad_email");
            case NAME_EMPTY -> new Refused("owner/name", owner.name().isEmpty() ? "empty" : "too_long");
            case PASSWORD_WRONG, PASSWORD_WEAK -> throw new IllegalStateException("A new person has no password");
        });
    }

    private static Optional<Refused> wrong(Program program) {
        return switch (ApiAccess.check(program)) {
            case DONE -> Optional.empty();
            case WEAK_PASSWORD -> Optional.of(new Refused("program/password", "weak_password"));
            case BAD_LOGIN, TAKEN, NOT_FOUND, NOT_GIVEN, TOO_OFTEN ->
                Optional.of(new Refused("program/login", "bad_login"));
        };
    }

    /** Whether somebody has one of the logins. */
    private Optional<Refused> taken(Opening asked) {
        Owner owner = asked.owner();
        if (owner != null && beginning.staff().isTaken(draft(owner).login())) {
            return Optional.of(new Refused("owner/login", "taken"));
        }
        Program program = asked.program();
        return program != null && beginning.api().isTaken(program.login())
                ? Optional.of(new Refused("program/login", "taken"))
                : Optional.empty();
    }
}
