package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.statistics.Counted;
import io.vestnik.platform.statistics.MailingFigures;
import io.vestnik.platform.statistics.MailingReport;
import io.vestnik.platform.statistics.domain.SumReader.Column;
import io.vestnik.platform.statistics.domain.SumReader.Lines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reports of single mailings out of the counters. */
@Service
public class MailingReports implements MailingFigures {
    private static final int MOST_OPERATORS = 100;

    private final Campaigns campaigns;
    private final SumReader reader;
    private final StatisticsDesk statistics;
    private final Accounts accounts;
    private final Clock clock;

    MailingReports(Campaigns campaigns, SumReader reader, StatisticsDesk statistics, Accounts accounts, Clock clock) {
        this.campaigns = campaigns;
        this.reader = reader;
        this.statistics = statistics;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<MailingReport> of(AccountId account, CampaignId mailing) {
        return campaigns
                .find(account, mailing)
                .filter(campaign -> campaign.confirmedAt() != null)
                .map(this::of);
    }

    /** What came of a mailing that was confirmed. */
    public MailingReport of(Campaign campaign) {
        Counted counted = statistics.counted();
        AccountId account = campaign.account();
        ZoneId zone = accounts.get(account).zone();
        Instant begun = Objects.requireNonNullElse(campaign.confirmedAt(), campaign.createdAt());
        Instant until = clock.instant().plus(Duration.ofDays(1));
        // A day more: the account may have counted its days by another clock then.
        LocalDate from = begun.atZone(zone).toLocalDate().minusDays(1);
        Narrowing own = Narrowing.of(from, until.atZone(zone).toLocalDate()).within(Set.of(campaign.id()));
        Lines operators = reader.sum(Set.of(account), zone, own, Column.NETWORK, MOST_OPERATORS);
        return new MailingReport(
                campaign,
                operators.total(),
                operators.lines(),
                reader.failures(account, campaign.id()),
                reader.happened(account, campaign.id(), null, begun.minus(Duration.ofHours(1)), until),
                reader.happened(account, campaign.id(), MessageMark.CLICKED, begun.minus(Duration.ofHours(1)), until),
                counted);
    }

    /** How far the counters are. */
    public Counted counted() {
        return statistics.counted();
    }
}
