package io.vestnik.platform.accounts.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.Admission.Reason;
import io.vestnik.platform.accounts.Caller;
import io.vestnik.platform.accounts.Keys;
import io.vestnik.platform.store.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Recognises keys, from memory: a key that is in use is read once in ten seconds, and again when somebody has changed it. */
@Service
class KnownKeys implements Keys {

    private static final int MOST_KEPT = 50_000;
    private static final Duration OLDEST = Duration.ofSeconds(10);

    private final ApiKeys keys;
    private final ProgramRights rights;
    private final KeyMeters meters;
    private final Clock clock;
    private final LoadingCache<String, Optional<Known>> cache;

    KnownKeys(ApiKeys keys, ProgramRights rights, KeyMeters meters, Signals signals, Clock clock) {
        this.keys = keys;
        this.rights = rights;
        this.meters = meters;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(OLDEST)
                .build(this::load);
        signals.listen(KeyRing.NEWS, _ -> forget());
    }

    /** Somebody on this node has changed a key. */
    void forget() {
        cache.invalidateAll();
    }

    /** A key, and what is known of its use. */
    private record Known(ApiKeys.ApiKey key, KeyMeter meter) {}

    @Override
    public Admission admit(String token, String address) {
        if (!token.startsWith(KeyRing.PREFIX)) {
            return new Admission.Refused(Reason.UNKNOWN, null);
        }
        Optional<Known> known = cache.get(HexFormat.of().formatHex(Tokens.digest(token)));
        return known.flatMap(it -> rights.account(it.key().account()).map(account -> admit(it, account, address)))
                .orElseGet(() -> new Admission.Refused(Reason.UNKNOWN, null));
    }

    private Admission admit(Known known, Account account, String address) {
        ApiKeys.ApiKey key = known.key();
        KeyTerms terms = key.terms();
        Caller caller = new Caller(account.id(), key.id(), key.name());
        return rights.refusal(account.id())
                .or(() -> terms.refusal(
                        address, clock.instant().atZone(account.zone()).toLocalDate()))
                .<Admission>map(reason -> new Admission.Refused(reason, caller))
                .orElseGet(() -> new Admission.Admitted(
                        rights.program(account, key.name(), key.role(), terms.scopes()),
                        caller,
                        new Metered(terms, known.meter(), account.zone(), clock)));
    }

    private Optional<Known> load(String digest) {
        Instant now = clock.instant();
        return keys.byDigest(HexFormat.of().parseHex(digest), now).flatMap(key -> {
            keys.used(key.id(), now);
            return rights.account(key.account()).map(account -> new Known(key, meters.of(key.id(), account.zone())));
        });
    }
}
