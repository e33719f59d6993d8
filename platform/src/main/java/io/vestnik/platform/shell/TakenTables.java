package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lists that people take as tables and that then lie among the reports of their account. The module that keeps files implements it, for
 * modules that stand no higher.
 */
public interface TakenTables {

    /** Writes sheet and rows. */
    interface Table {
        void write(TableWriter writer) throws IOException;
    }

    /**
     * What is taken.
     *
     * @param titleKey the key of what it is called, in the bundle of the module that makes it
     * @param right by which it may be seen again
     * @param by the name of who takes it
     * @param kind {@code csv}; anything else is xlsx
     * @param name of the file, without its ending
     */
    record Taken(AccountId account, String titleKey, String right, String by, String kind, String name) {}

    /** Writes the table, keeps it and answers with it. */
    void answer(Taken taken, Table table, HttpServletResponse response) throws IOException;
}
