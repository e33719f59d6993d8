package io.vestnik.platform.statistics;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;

/** A report as a table of a file, in the language of the thread. */
public interface StatisticsTable {
    /** Writes sheet, lines, the total, and where the report is cut a word of that; a question that is refused is a fault of who asks. */
    void write(AccountId account, Question question, TableWriter writer) throws IOException;
}
