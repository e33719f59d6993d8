package io.vestnik.platform.reports.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.reports.domain.MailingTable.Days;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Question;
import io.vestnik.platform.statistics.StatisticsTable;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The general figures of some days. */
@Component
class FiguresTable {
    private final StatisticsTable statistics;

    FiguresTable(StatisticsTable statistics) {
        this.statistics = statistics;
    }

    void write(Account account, Days days, Grouping by, boolean csv, Locale language, OutputStream out)
            throws IOException {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try (TableWriter table = csv ? TableWriter.csv(out, CsvStyle.spreadsheet()) : TableWriter.xlsx(out)) {
            statistics.write(account.id(), Question.of(days.from(), days.until().minusDays(1), by), table);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
