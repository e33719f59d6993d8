package io.vestnik.platform.accounts.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Keys;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes, finds and revokes keys: 256 random bits, of which only the SHA-256 is kept. */
@Service
public class KeyRing implements Keys {

    private static final String PREFIX = "vst_";
    private static final int ENDING = 4;
    private static final int MOST_KEPT = 50_000;
    private static final Duration OLDEST = Duration.ofSeconds(10);

    private final ApiKeys keys;
    private final Accounts accounts;
    private final Rights rights;
    private final Deeds deeds;
    private final LoadingCache<String, Optional<ApiKeys.ApiKey>> cache;

    KeyRing(ApiKeys keys, Accounts accounts, Rights rights, Deeds deeds) {
        this.keys = keys;
        this.accounts = accounts;
        this.rights = rights;
        this.deeds = deeds;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(OLDEST)
                .build(this::load);
    }

    @Override
    public Optional<Who> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return cache.get(HexFormat.of().formatHex(Tokens.digest(token))).flatMap(this::who);
    }

    /** The keys of the account, the newest first. */
    public List<ApiKeys.ApiKey> list(AccountId account) {
        return keys.list(account);
    }

    /** A new key's token, shown once and kept nowhere; empty when the account has too many keys. */
    public Optional<String> create(Who who, String name, Role role) {
        String token = PREFIX + Tokens.next();
        String ending = token.substring(token.length() - ENDING);
        boolean added = deeds.together(() -> {
            boolean made = keys.add(who.account(), name, role, Tokens.digest(token), ending, deeds.now());
            if (made) {
                deeds.record(who, "key.created", "key …" + ending, Map.of("name", name, "role", role));
            }
            return made;
        });
        return added ? Optional.of(token) : Optional.empty();
    }

    /** Whether there was such a key in use; it works for ten seconds more at most. */
    public boolean revoke(Who who, long id) {
        boolean revoked = deeds.together(() -> {
            boolean done = keys.revoke(who.account(), id, deeds.now());
            if (done) {
                deeds.record(who, "key.revoked", "key " + id, Map.of());
            }
            return done;
        });
        cache.invalidateAll();
        return revoked;
    }

    private Optional<Who> who(ApiKeys.ApiKey key) {
        return accounts.find(key.account())
                .filter(Account::active)
                .map(account ->
                        new Who(account.id(), null, key.name(), key.name(), rights.ofKey(account.kind(), key.role())));
    }

    private Optional<ApiKeys.ApiKey> load(String digest) {
        Optional<ApiKeys.ApiKey> key = keys.byDigest(HexFormat.of().parseHex(digest));
        key.ifPresent(it -> keys.used(it.id(), deeds.now()));
        return key;
    }
}
