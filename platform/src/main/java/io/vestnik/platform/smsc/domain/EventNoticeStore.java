package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;

/** Notices of accounts. */
public interface EventNoticeStore {
    /** By name. */
    List<EventNotice> list(AccountId account);

    Optional<EventNotice> find(AccountId account, long id);

    /** Adds one; its id, or nothing where the account has so many. */
    Optional<Long> add(AccountId account, EventNotice notice, int most);

    /** False where it is not there, or its version is another one. */
    boolean change(AccountId account, EventNotice notice);

    /** False where it is not there. */
    boolean remove(AccountId account, long id);
}
