package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Templates of campaigns, by account; a deleted one is not found, but can be taken back. */
public interface TemplateStore {
    /**
     * By folder and name, as people sort them.
     *
     * @param folder only those that lie here; none for all
     * @param search letters that the name or the text has, in any case; empty for all
     */
    List<StoredTemplate> list(AccountId account, @Nullable String folder, String search);

    /** All of them by folder and name, without what is in them. */
    List<Name> names(AccountId account);

    /** A template as a list to choose from shows it. */
    record Name(long id, String folder, String name) {}

    Optional<StoredTemplate> find(AccountId account, long id);

    /** How many the account has; another account's adding does not wait for this one's. */
    int countAndHold(AccountId account);

    /** Whether another one has this name in this folder; compared without regard to case. */
    boolean isTaken(AccountId account, String folder, String name, @Nullable Long except);

    long insert(AccountId account, String folder, Draft draft, Instant at);

    /** Keeps a changed one under the next version; false when another version is stored, or none. */
    boolean update(AccountId account, long id, int version, String folder, Draft draft, Instant at);

    boolean delete(AccountId account, long id, Instant at);

    /** Takes a deleted one back; false when it is gone for good, or another has its name by now. */
    boolean restore(AccountId account, long id);
}
