package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where system ids are kept. */
public interface SystemStore {
    /** Changes with every commit that changes a system id. */
    long version();

    /** All that were ever given out, with the digests of their passwords: for the snapshot in memory. */
    List<Kept> all();

    /** A system id and the digest of its password. */
    record Kept(SmppSystem system, byte[] digest) {}

    /** Those of the account, the newest first; revoked ones too, at most 200. */
    List<SmppSystem> list(AccountId account);

    Optional<SmppSystem> find(AccountId account, long id);

    /** How many of the account are not revoked. */
    int count(AccountId account);

    /** Its number; empty when the system id was given out before. */
    Optional<Long> add(AccountId account, String systemId, byte[] digest, SystemTerms terms, String by, Instant at);

    /** False when it is gone or was changed since it had this version. */
    boolean change(AccountId account, long id, int version, SystemTerms terms);

    /** Whether there was such a one. */
    boolean password(AccountId account, long id, byte[] digest);

    /** Whether there was such a one. */
    boolean activate(AccountId account, long id, boolean active);

    /** Whether there was such a one. */
    boolean revoke(AccountId account, long id, Instant at);
}
