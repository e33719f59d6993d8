package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.MailingReport;
import io.vestnik.platform.statistics.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the counters of accounts. */
public interface SumReader {
    /** What a line is of. */
    enum Column {
        NONE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        SENDER,
        NETWORK,
        REGION,
        WAY,
        CAMPAIGN,
        ACCOUNT
    }

    /** Lines and the total of all, also of lines that are not told. */
    record Lines(List<Line> lines, Sums total) {}

    /**
     * Adds up.
     *
     * @param narrowing by hours without a region: they are counted without
     * @param accounts of these together, each by the days of its own zone
     * @param zone whose hours are told
     * @param most lines at most: of time in its order, others by the number of messages, the greatest first
     */
    Lines sum(Collection<AccountId> accounts, ZoneId zone, Narrowing narrowing, Column column, int most);

    /** What may be chosen from within the days: senders, networks, regions, campaigns. */
    Choices choices(Collection<AccountId> accounts, LocalDate from, LocalDate to);

    /** What there was; at most a thousand of each. */
    record Choices(List<String> senders, List<String> networks, List<String> regions, Set<CampaignId> campaigns) {}

    /** The campaigns that have messages of these days, the newest first. */
    Set<CampaignId> campaigns(AccountId account, LocalDate from, LocalDate to, int most);

    /** Which of these accounts have messages of these days; at most a thousand. */
    List<AccountId> sending(Collection<AccountId> accounts, LocalDate from, LocalDate to);

    /** The sums of campaigns, whenever their messages were accepted. */
    Map<CampaignId, Sums> campaigns(AccountId account, Collection<CampaignId> campaigns);

    /**
     * How many deliveries or marks there were in each hour that had any.
     *
     * @param campaign of this one alone; none for all
     * @param mark what recipients did; none for deliveries
     */
    Map<Instant, Long> happened(
            AccountId account, @Nullable CampaignId campaign, @Nullable MessageMark mark, Instant from, Instant until);

    /** Why messages of a campaign were not delivered, the most frequent first. */
    List<MailingReport.Reason> failures(AccountId account, CampaignId campaign);

    /** Whether nothing of before the counters is still to be added up. */
    boolean complete();
}
