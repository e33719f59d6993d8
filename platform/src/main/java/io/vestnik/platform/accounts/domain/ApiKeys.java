package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the keys of programs are kept; an account has at most 100 that are not revoked. */
public interface ApiKeys {

    /** A key as it is shown: never its token. */
    record ApiKey(
            long id,
            AccountId account,
            String name,
            Role role,
            String ending,
            Instant createdAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {}

    /** The key with this SHA-256, unless it was revoked. */
    Optional<ApiKey> byDigest(byte[] digest);

    /** The keys of the account, the newest first; revoked ones too, at most 200. */
    List<ApiKey> list(AccountId account);

    /** False when the account has too many keys. */
    boolean add(AccountId account, String name, Role role, byte[] digest, String ending, Instant at);

    /** Whether there was such a key in use. */
    boolean revoke(AccountId account, long id, Instant at);

    /** Notes that the key was used, at most once a minute. */
    void used(long id, Instant at);
}
