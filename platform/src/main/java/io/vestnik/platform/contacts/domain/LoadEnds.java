package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobKind.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a load leaves: the rows that it refused, and its line in the list of loads. */
@Component
class LoadEnds {
    private final RefusedRows rows;
    private final RefusedTable table;
    private final LoadStore loads;
    private final Audit audit;
    private final MessageSource messages;

    LoadEnds(RefusedRows rows, RefusedTable table, LoadStore loads, Audit audit, MessageSource messages) {
        this.rows = rows;
        this.table = table;
        this.loads = loads;
        this.audit = audit;
        this.messages = messages;
    }

    /** A chunk is not the end: only that waits for the disk, and so for all chunks before it. */
    void notYet(Context context) {
        loads.commitLazily(context.account());
    }

    void refused(Context context, List<RefusedRow> refused) {
        if (!refused.isEmpty()) {
            rows.add(context.account(), context.job(), refused);
        }
    }

    /** Writes the refused rows into a file, and what the load came to into its line. */
    LoadResult done(Context context, Load load, LoadProgress progress, List<List<String>> headers) {
        Optional<FileId> file = table.write(context, load, headers);
        LoadResult result = progress.result(file.orElse(null));
        noted(context, load, result);
        loads.end(context.account(), context.job(), Job.State.DONE, result, null);
        return result;
    }

    /** Writes what was refused of a table for a stop-list into a file; none when nothing was. */
    Optional<FileId> refusedFile(Context context, FileId read, List<String> header) {
        return table.write(context, read, header);
    }

    void forget(Context context) {
        rows.forget(context.account(), context.job());
    }

    /** Tells the journal how many consents came with a load; a load that is about none is passed by. */
    void noted(Context context, Load load, LoadResult result) {
        Agreed agreed = load.agreed();
        Long consents = result.consents();
        if (agreed != null && consents != null) {
            audit.record(
                    agreed.by().in(context.account()),
                    "contacts.consents-noted",
                    "job " + context.job(),
                    Map.of("count", consents));
        }
    }

    /** What was loaded until then stays, and the line says how much. */
    void abandoned(Context context, Job.State end, LoadResult soFar, @Nullable String message) {
        forget(context);
        loads.end(context.account(), context.job(), end, soFar, message);
    }

    String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
