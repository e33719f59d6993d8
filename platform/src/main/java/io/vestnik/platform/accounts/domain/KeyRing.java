package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Signals;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Makes, changes and revokes keys: 256 random bits, of which only the SHA-256 is kept. */
@Service
public class KeyRing {

    static final String PREFIX = "vst_";
    /** The channel on which all nodes hear that some key was changed. */
    static final String NEWS = "accounts_keys";

    private static final int ENDING = 4;

    private final ApiKeys keys;
    private final Deeds deeds;
    private final Signals signals;
    private final KnownKeys known;

    KeyRing(ApiKeys keys, Deeds deeds, Signals signals, KnownKeys known) {
        this.keys = keys;
        this.deeds = deeds;
        this.signals = signals;
        this.known = known;
    }

    /** A new key, and its token, which is shown once and kept nowhere. */
    public record Made(long id, String token) {}

    /** The keys of the account, those that work first. */
    public List<ApiKeys.ApiKey> list(AccountId account) {
        return keys.list(account);
    }

    public Optional<ApiKeys.ApiKey> find(AccountId account, long id) {
        return keys.find(account, id);
    }

    /** A new key's token that may whatever the role may; empty when the account has too many keys. */
    public Optional<String> create(Who who, String name, Role role) {
        return create(who, new ApiKeys.Draft(name, role, KeyTerms.USUAL)).map(Made::token);
    }

    /** A new key; empty when the account has too many. */
    public Optional<Made> create(Who who, ApiKeys.Draft draft) {
        String token = PREFIX + Tokens.next();
        return deeds.together(() -> {
            Optional<Long> added = keys.add(who.account(), draft, digested(token), deeds.now());
            added.ifPresent(id -> deeds.record(who, "key.created", "key " + id, told(draft)));
            return added.map(id -> new Made(id, token));
        });
    }

    /** Changes what it may; false when it is gone or was changed meanwhile. */
    public boolean change(Who who, long id, int version, ApiKeys.Draft draft) {
        return done(who, id, "key.changed", told(draft), () -> keys.change(who.account(), id, version, draft));
    }

    /**
     * Another token, shown once; the one before works so long yet. Empty when there is no such key in use.
     *
     * @param overlap up to 30 days
     */
    public Optional<String> renew(Who who, long id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(KeyTerms.LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("Two tokens at once for " + overlap);
        }
        String token = PREFIX + Tokens.next();
        boolean done = done(
                who,
                id,
                "key.renewed",
                Map.of("both_hours", overlap.toHours()),
                () -> keys.renew(who.account(), id, digested(token), deeds.now().plus(overlap)));
        return done ? Optional.of(token) : Optional.empty();
    }

    /** Whether there was such a key in use. */
    public boolean revoke(Who who, long id) {
        return done(who, id, "key.revoked", Map.of(), () -> keys.revoke(who.account(), id, deeds.now()));
    }

    private boolean done(Who who, long id, String what, Map<String, ?> details, BooleanSupplier change) {
        boolean changed = deeds.together(() -> {
            boolean done = change.getAsBoolean();
            if (done) {
                deeds.record(who, what, "key " + id, details);
                signals.send(NEWS, Long.toString(id)); // with the commit
            }
            return done;
        });
        known.forget();
        return changed;
    }

    private static ApiKeys.Token digested(String token) {
        return new ApiKeys.Token(Tokens.digest(token), token.substring(token.length() - ENDING));
    }

    private static Map<String, ?> told(ApiKeys.Draft draft) {
        KeyTerms terms = draft.terms();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", draft.name());
        told.put("role", draft.role());
        told.put("scopes", terms.scopes().stream().sorted().toList());
        told.put("last_day", String.valueOf(terms.lastDay()));
        told.putAll(terms.told());
        return told;
    }
}
