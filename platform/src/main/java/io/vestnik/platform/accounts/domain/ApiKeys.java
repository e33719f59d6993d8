package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the keys of programs are kept; an account has at most 100 that are not revoked. */
public interface ApiKeys {

    /**
     * A key as it is shown: never its token.
     *
     * @param ending the last letters of its token
     * @param olderUntil until when the token before this one works too; none when there is no such
     */
    record ApiKey(
            long id,
            AccountId account,
            Draft draft,
            String ending,
            Instant createdAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt,
            @Nullable Instant olderUntil,
            int version) {

        public String name() {
            return draft.name();
        }

        public Role role() {
            return draft.role();
        }

        public KeyTerms terms() {
            return draft.terms();
        }
    }

    /**
     * What people say of a key.
     *
     * @param name 1 to 100 letters
     */
    record Draft(String name, Role role, KeyTerms terms) {}

    /** A token's SHA-256 and last letters. */
    record Token(byte[] digest, String ending) {}

    /** The key whose token has this SHA-256, or had it and both work still; never a revoked one. */
    Optional<ApiKey> byDigest(byte[] digest, Instant now);

    /** The keys of the account, those that work first, the newest first; at most 200. */
    List<ApiKey> list(AccountId account);

    Optional<ApiKey> find(AccountId account, long id);

    /** Its number; empty when the account has too many keys. */
    Optional<Long> add(AccountId account, Draft draft, Token token, Instant at);

    /** False when it is gone or was changed since it had this version. */
    boolean change(AccountId account, long id, int version, Draft draft);

    /** Gives it another token; the one before works until then. Whether there was such a key in use. */
    boolean renew(AccountId account, long id, Token token, Instant olderUntil);

    /** Whether there was such a key in use. */
    boolean revoke(AccountId account, long id, Instant at);

    /** Notes that the key was used, at most once a minute. */
    void used(long id, Instant at);
}
