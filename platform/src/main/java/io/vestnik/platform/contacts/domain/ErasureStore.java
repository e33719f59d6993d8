package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Erasures.Erasure;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to erase people. */
public interface ErasureStore {
    /** Keeps a request; the phones are there until it is finished. */
    long begin(AccountId account, Set<String> phones, boolean stopped, String by, Instant at);

    void started(AccountId account, long id, JobId job);

    /** Whom it is about; empty once it is finished. */
    Set<String> phones(AccountId account, long id);

    /** The same; nobody else starts its work until the caller's transaction is over. */
    Set<String> lock(AccountId account, long id);

    /** The first walk is over. */
    void walked(AccountId account, long id, Map<String, Long> rows, Instant at);

    /** Those whose first walk was over before; they are told once. */
    List<Due> due(Instant before, int most);

    Optional<Erasure> find(AccountId account, long id);

    Slice<Erasure> list(AccountId account, @Nullable String cursor, int limit);

    /** Forgets the phones and keeps what was done. */
    void finish(AccountId account, long id, Map<String, Long> rows, Instant at);

    /** An erasure whose second walk is due. */
    record Due(AccountId account, long id) {}

    /** Whether any of these is on the stop-list. */
    boolean stops(AccountId account, Set<String> phones);

    /** Keeps by what they are recognised who are not to be written to again. */
    void stopErased(AccountId account, List<byte[]> digests);

    /** Notes with the erasures that go on about any of these that they are not written to again. */
    void stopped(AccountId account, Collection<String> phones);
}
