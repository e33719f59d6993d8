package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forms of campaigns kept for the next time, in folders. */
public interface Templates {
    /**
     * By folder and name.
     *
     * @param folder only those that lie here; none for all
     * @param search letters that the name or the text has, in any case; empty for all
     */
    List<StoredTemplate> list(AccountId account, @Nullable String folder, String search);

    /** The template of this number; none when it is deleted, or another account's. */
    Optional<StoredTemplate> find(AccountId account, long id);

    /**
     * Keeps a new one, or a changed one when {@code version} is the one that is stored.
     *
     * @param draft its name is the template's; typed numbers are left out
     */
    Answer keep(Who who, @Nullable Long id, int version, String folder, Draft draft);

    /** Deletes it; for thirty days it can be taken back. */
    boolean delete(Who who, long id);

    /** Takes a deleted one back; false when another has its name by now, or there are too many, or it is not there. */
    boolean restore(Who who, long id);

    /** What came of keeping one. */
    sealed interface Answer {
        record Kept(long id) implements Answer {}

        record Refused(List<Fault> faults) implements Answer {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /** Someone else kept another version meanwhile. */
        record Stale(StoredTemplate current) implements Answer {}

        record NotFound() implements Answer {}
    }
}
