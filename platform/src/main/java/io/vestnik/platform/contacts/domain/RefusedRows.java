package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** Where a load under way keeps the rows that it refused. */
public interface RefusedRows {
    void add(AccountId account, JobId load, List<RefusedRow> rows);

    /** Rows of a sheet after a number, in order. */
    List<RefusedRow> after(AccountId account, JobId load, int sheet, long number, int limit);

    /** The sheets that have refused rows, in order. */
    List<Integer> sheets(AccountId account, JobId load);

    void forget(AccountId account, JobId load);
}
