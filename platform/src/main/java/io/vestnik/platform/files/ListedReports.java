package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports in the table of files. */
@Component
class ListedReports implements Reports {
    private final FileTable table;
    private final Clock clock;

    ListedReports(FileTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void list(AccountId account, FileId file, About about) {
        table.describe(account, file, about);
    }

    @Override
    public Slice<Report> all(
            AccountId account, Collection<String> rights, String search, @Nullable String after, int limit) {
        long before = after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
        return Slice.of(
                table.reports(account, rights, search, before, limit + 1, clock.instant()),
                limit,
                report -> report.file().id().toString());
    }

    @Override
    public Optional<Report> find(AccountId account, FileId file) {
        return table.report(account, file, clock.instant());
    }
}
