package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that people had made: they are listed for their account until their time is over. */
public interface Reports {
    /**
     * What is said of a report.
     *
     * @param titleKey the key of what it is called, in the bundle of the module that makes it
     * @param right by which it may be seen, such as {@code contacts:export}
     * @param by the name of who asked for it; empty where nobody did
     */
    record About(String titleKey, String right, String by) {}

    /** A report. */
    record Report(StoredFile file, About about, Instant madeAt) {}

    /** Lists a stored file among the reports of its account. */
    void list(AccountId account, FileId file, About about);

    /**
     * A page of those that one of these rights lets see, the newest first.
     *
     * @param search letters that the name of the file has, in any case; empty for any
     */
    Slice<Report> all(AccountId account, Collection<String> rights, String search, @Nullable String after, int limit);

    /** A page of those, whatever they are called. */
    default Slice<Report> all(AccountId account, Collection<String> rights, @Nullable String after, int limit) {
        return all(account, rights, "", after, limit);
    }

    Optional<Report> find(AccountId account, FileId file);
}
