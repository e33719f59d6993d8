package io.vestnik.platform.reports.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mailings that were sent within some days, each with what has come of it so far. */
@Component
class MailingTable {
    private static final int PAGE = 100;
    /** As many are told, the newest first. */
    private static final int MOST = 10_000;

    private final Campaigns campaigns;
    private final MessageSource texts;

    MailingTable(Campaigns campaigns, MessageSource texts) {
        this.campaigns = campaigns;
        this.texts = texts;
    }

    /** The days that are asked for: {@code until} is the first that is not. */
    record Days(LocalDate from, LocalDate until) {}

    void write(Account account, Days days, boolean csv, Locale language, OutputStream out) throws IOException {
        Instant from = days.from().atStartOfDay(account.zone()).toInstant();
        Instant until = days.until().atStartOfDay(account.zone()).toInstant();
        try (TableWriter table = csv ? TableWriter.csv(out, CsvStyle.spreadsheet()) : TableWriter.xlsx(out)) {
            table.sheet(
                    texts.getMessage("reports.mailings", null, language),
                    Stream.of("name", "sender", "state", "sent", "recipients", "delivered", "failed", "clicked", "cost")
                            .map(column -> texts.getMessage("reports.column." + column, null, language))
                            .toList());
            Listing sent = sent(from, until);
            String cursor = null;
            int told = 0;
            do {
                Slice<Campaign> page = campaigns.list(account.id(), sent, cursor, PAGE);
                for (Campaign campaign : page.items()) {
                    table.row(cells(account, campaign, language));
                }
                told += page.items().size();
                cursor = page.next();
            } while (cursor != null && told < MOST);
            if (cursor != null) {
                table.row(List.of(Cell.text(texts.getMessage("reports.cut", new Object[] {MOST}, language))));
            }
        }
    }

    private static Listing sent(Instant from, Instant until) {
        return new Listing(
                null,
                null,
                List.of(
                        new Condition("sent", Condition.Test.SINCE, from.toString()),
                        new Condition("sent", Condition.Test.BEFORE, until.toString())));
    }

    private List<Cell> cells(Account account, Campaign campaign, Locale language) {
        Instant sent = Objects.requireNonNull(campaign.confirmedAt());
        return List.of(
                Cell.text(campaign.draft().name()),
                Cell.text(campaign.draft().sender()),
                Cell.text(texts.getMessage("campaigns.state." + campaign.state().code(), null, language)),
                Cell.moment(LocalDateTime.ofInstant(sent, account.zone())),
                Cell.number(campaign.recipients()),
                Cell.number(count(campaign.counts(), MessageState.DELIVERED, MessageState.READ)),
                Cell.number(count(
                        campaign.counts(), MessageState.UNDELIVERED, MessageState.EXPIRED, MessageState.REJECTED)),
                Cell.number(campaign.marks().getOrDefault(MessageMark.CLICKED, 0L)),
                Cell.money(campaign.cost().toDecimal()));
    }

    private static long count(Map<MessageState, Long> counts, MessageState... states) {
        return Stream.of(states)
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }
}
