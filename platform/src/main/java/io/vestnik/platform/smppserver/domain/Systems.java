package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The system ids of all accounts: given out, changed, taken back; recognised from memory, at most a second old. */
@Service
public class Systems {
    /** More than anybody needs; keeps one account from filling everybody's memory. */
    static final int MOST_OF_AN_ACCOUNT = 100;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 15;
    // Eight is what the standard lets a password have; without letters that people take for each other.
    private static final int PASSWORD = 8;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SystemStore store;
    private final Sealing sealing;
    private final Changes changes;
    private final SecureRandom random = new SecureRandom();
    private final Snapshot<Known> known;

    Systems(SystemStore store, Sealing sealing, Changes changes, Snapshots snapshots) {
        this.store = store;
        this.sealing = sealing;
        this.changes = changes;
        this.known = snapshots.keep(new Snapshot<>("smppserver", store::version, () -> Known.of(store.all())));
    }

    private record Known(
            Map<String, SystemStore.Kept> bySystemId,
            Map<Long, SmppSystem> byId,
            Map<AccountId, List<SmppSystem>> receiving) {
        static Known of(List<SystemStore.Kept> all) {
            Map<String, SystemStore.Kept> bySystemId = new HashMap<>();
            Map<Long, SmppSystem> byId = new HashMap<>();
            for (SystemStore.Kept one : all) {
                bySystemId.put(one.system().systemId(), one);
                byId.put(one.system().id(), one.system());
            }
            Map<AccountId, List<SmppSystem>> receiving = byId.values().stream()
                    .filter(system -> system.open() && system.terms().modes().receives())
                    .collect(Collectors.groupingBy(SmppSystem::account));
            return new Known(Map.copyOf(bySystemId), Map.copyOf(byId), Map.copyOf(receiving));
        }
    }

    /** What a program that wants to bind turned out to be. */
    sealed interface Recognised {
        record Right(SmppSystem system) implements Recognised {}

        record WrongPassword() implements Recognised {}

        /** There is none, or it was switched off or revoked. */
        record Nobody() implements Recognised {}
    }

    Recognised recognise(String systemId, String password) {
        SystemStore.Kept kept = known.get().bySystemId().get(systemId);
        if (kept == null || !kept.system().open()) {
            return new Recognised.Nobody();
        }
        return MessageDigest.isEqual(kept.digest(), digest(systemId, password))
                ? new Recognised.Right(kept.system())
                : new Recognised.WrongPassword();
    }

    /** As it is now; empty where it is none any more that works. */
    Optional<SmppSystem> open(long id) {
        return Optional.ofNullable(known.get().byId().get(id)).filter(SmppSystem::open);
    }

    /** The one that a fact's callback names; empty where it names none of this account, or a revoked one. */
    Optional<SmppSystem> calledBack(AccountId account, String callback) {
        String systemId = callback.substring(SmppSystem.CALLBACK.length());
        SystemStore.Kept kept = known.get().bySystemId().get(systemId);
        // Whom nobody here knows another node has made within the last second: its receipts must not be lost.
        Optional<SmppSystem> named = kept != null
                ? Optional.of(kept.system())
                : store.list(account).stream()
                        .filter(system -> system.systemId().equals(systemId))
                        .findFirst();
        return named.filter(system -> system.account().equals(account) && system.revokedAt() == null);
    }

    /** Whether a program may bind by this name. */
    boolean exists(String systemId) {
        SystemStore.Kept kept = known.get().bySystemId().get(systemId);
        return kept != null && kept.system().revokedAt() == null;
    }

    /** Those of the account that work and may receive. */
    List<SmppSystem> receiving(AccountId account) {
        return known.get().receiving().getOrDefault(account, List.of());
    }

    // ---- for the pages

    /** Those of the account, the newest first, the revoked ones last. */
    public List<SmppSystem> list(AccountId account) {
        return store.list(account);
    }

    /** One of the account. */
    public Optional<SmppSystem> find(AccountId account, long id) {
        return store.find(account, id);
    }

    /** What came of asking for a system id. */
    public sealed interface Answer {
        /** It works within a second; the password is shown once and kept nowhere. */
        record Given(long id, String systemId, String password) implements Answer {}

        /**
         * It was not given.
         *
         * @param reason the end of a key of the bundle
         */
        record Refused(String reason) implements Answer {}
    }

    /** Gives out a system id of 3 to 15 Latin letters, digits, dots, hyphens and underscores. */
    public Answer create(Who who, String systemId, SystemTerms terms) {
        if (systemId.length() < SHORTEST || systemId.length() > LONGEST || !systemId.matches("[A-Za-z0-9._-]+")) {
            return new Answer.Refused("form");
        }
        String password = generate();
        Answer answer = changes.together(() -> {
            if (store.count(who.account()) >= MOST_OF_AN_ACCOUNT) {
                return new Answer.Refused("many");
            }
            return store.add(who.account(), systemId, digest(systemId, password), terms, who.name(), changes.now())
                    .<Answer>map(id -> {
                        changes.record(who, "smpp.created", systemId, told(terms));
                        return new Answer.Given(id, systemId, password);
                    })
                    .orElseGet(() -> new Answer.Refused("taken"));
        });
        known.refresh();
        return answer;
    }

    /** Changes what it may do; false when it is gone or was changed meanwhile. */
    public boolean change(Who who, SmppSystem system, int version, SystemTerms terms) {
        return done(
                who,
                system,
                "smpp.changed",
                told(terms),
                () -> store.change(who.account(), system.id(), version, terms));
    }

    /** Another password, shown once; programs that are bound stay so. Empty when it is gone. */
    public Optional<String> renew(Who who, SmppSystem system) {
        String password = generate();
        byte[] digest = digest(system.systemId(), password);
        boolean done =
                done(who, system, "smpp.password", Map.of(), () -> store.password(who.account(), system.id(), digest));
        return done ? Optional.of(password) : Optional.empty();
    }

    /** Switches it on or off; off, it is unbound within seconds and its receipts wait. */
    public boolean activate(Who who, SmppSystem system, boolean active) {
        return done(
                who,
                system,
                active ? "smpp.on" : "smpp.off",
                Map.of(),
                () -> store.activate(who.account(), system.id(), active));
    }

    /** Takes it back for good. */
    public boolean revoke(Who who, SmppSystem system) {
        return done(
                who, system, "smpp.revoked", Map.of(), () -> store.revoke(who.account(), system.id(), changes.now()));
    }

    private boolean done(
            Who who,
            SmppSystem system,
            String what,
            Map<String, ?> details,
            java.util.function.BooleanSupplier change) {
        boolean done = changes.together(() -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                changes.record(who, what, system.systemId(), details);
            }
            return changed;
        });
        known.refresh();
        return done;
    }

    private static Map<String, ?> told(SystemTerms terms) {
        return Map.of(
                "modes", terms.modes().name(),
                "binds", terms.binds(),
                "window", terms.window(),
                "tps", terms.tps(),
                "alphabet", terms.alphabet().name(),
                "traffic", terms.traffic().code(),
                "addresses",
                        terms.addresses().stream()
                                .map(AddressRange::text)
                                .toList()
                                .toString(),
                "costs", terms.costs(),
                "once", terms.once());
    }

    private byte[] digest(String systemId, String password) {
        return sealing.digest("smppserver.system " + systemId, password);
    }

    private String generate() {
        StringBuilder password = new StringBuilder(PASSWORD);
        for (int i = 0; i < PASSWORD; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
