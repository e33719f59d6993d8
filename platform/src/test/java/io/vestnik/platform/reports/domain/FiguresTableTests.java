package io.vestnik.platform.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.reports.domain.MailingTable.Days;
import io.vestnik.platform.statistics.Grouping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FiguresTableTests extends AsPerson {
    @Autowired
    private FiguresTable table;

    @Autowired
    private Accounts accounts;

    private String written(Grouping by, Locale language) throws IOException {
        Account account = accounts.get(client().account());
        LocalDate day = LocalDate.of(2026, 11, 20);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(account, new Days(day, day.plusDays(7)), by, true, language, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void speaksTheLanguageOfTheAccountWhateverTheGrouping() throws IOException {
        for (Grouping by : Grouping.values()) {
            assertThat(written(by, Locale.of("ru"))).as("by %s", by).contains("Сообщений", "Списано", "Всего");
            assertThat(written(by, Locale.ENGLISH)).as("by %s", by).contains("Messages", "Total");
        }
    }
}
