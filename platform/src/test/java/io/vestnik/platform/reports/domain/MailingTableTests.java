package io.vestnik.platform.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.reports.domain.MailingTable.Days;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailingTableTests extends AsPerson {
    @Autowired
    private MailingTable table;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Accounts accounts;

    private String written(Days days) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(accounts.get(client().account()), days, true, Locale.of("ru"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsTheMailingsOfTheDaysThatAreAskedFor() throws IOException {
        Draft draft = new Draft(
                "В таблицу по почте", "VESTNIK", "Привет", List.of(), List.of("+79164460077"), Duration.ofHours(12));
        CampaignId id = ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
        campaigns.preview(client(), id);
        Preview preview = await().until(() -> campaigns.previewed(client().account(), id), Optional::isPresent)
                .orElseThrow();
        Confirmation.Started started = (Confirmation.Started) campaigns.confirm(client(), id, preview.number());
        Account account = accounts.get(client().account());
        LocalDate day = LocalDate.ofInstant(started.at(), account.zone());
        assertThat(written(new Days(day, day.plusDays(1))))
                .contains("Получателей", "Перешли по ссылке", "В таблицу по почте");
        assertThat(written(new Days(day.minusDays(1), day))).doesNotContain("В таблицу по почте");
    }
}
