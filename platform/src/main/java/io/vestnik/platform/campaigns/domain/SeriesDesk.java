package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Series;
import io.vestnik.platform.campaigns.Series.Answer;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has campaigns follow one another: the same people, another text, some days later. */
@Component
public class SeriesDesk {
    /** Between the first and the second, until a person says otherwise. */
    private static final Duration USUAL_STEP = Duration.ofDays(7);

    private final SeriesStore store;
    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Clock clock;

    SeriesDesk(SeriesStore store, Campaigns campaigns, Accounts accounts, Transactions transactions, Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The campaign's series from the first on; itself alone where it is in none; empty when it is not there. */
    public List<StoredCampaign> of(AccountId account, CampaignId campaign) {
        return store.of(account, campaign);
    }

    /**
     * Begins the next of the campaign's series: for the people of the last, as long after it as that came after the one before, or after
     * now where that is over.
     */
    public Answer follow(Who who, CampaignId campaign) {
        return transactions.call(() -> {
            List<StoredCampaign> series = store.of(who.account(), campaign);
            if (series.isEmpty()) {
                return new Answer.NotFound();
            }
            if (series.size() >= Series.MOST) {
                return new Answer.TooMany();
            }
            Draft next = next(series, accounts.get(who.account()).zone());
            return switch (campaigns.save(who, null, 0, next)) {
                case Saved.Kept kept -> {
                    store.join(who.account(), campaign, kept.id());
                    yield new Answer.Made(kept.id());
                }
                case Saved.Refused _, Saved.Stale _, Saved.NotFound _ ->
                    throw new IllegalStateException("What was kept once can be kept as a draft again");
            };
        });
    }

    private Draft next(List<StoredCampaign> series, ZoneId zone) {
        Draft last = series.getLast().draft();
        LocalDateTime at = begins(series.getLast(), zone);
        Duration gap =
                series.size() > 1 ? Duration.between(begins(series.get(series.size() - 2), zone), at) : USUAL_STEP;
        Duration step = gap.isPositive() ? gap : USUAL_STEP;
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime start = at.plus(step).isAfter(now) ? at.plus(step) : now.plus(step);
        Whose whose = last.timing().start() instanceof Start.At same ? same.clock() : Whose.ACCOUNT;
        return new Draft(
                name(series),
                last.sender(),
                "",
                last.audience(),
                last.timing().from(new Start.At(start, whose)),
                last.manner(),
                null); // its text is yet to be written, and so is what is tried beside it
    }

    private static String name(List<StoredCampaign> series) {
        String first = series.getFirst().draft().name();
        String number = " — " + (series.size() + 1);
        int end = Math.min(first.length(), Limits.NAME - number.length());
        boolean half = end > 0 && Character.isHighSurrogate(first.charAt(end - 1));
        return first.substring(0, half ? end - 1 : end) + number;
    }

    private static LocalDateTime begins(StoredCampaign campaign, ZoneId zone) {
        return campaign.draft().timing().start() instanceof Start.At start && start.local() != null
                ? start.local()
                : LocalDateTime.ofInstant(
                                campaign.expansion() == null
                                        ? campaign.createdAt()
                                        : campaign.expansion().confirmedAt(),
                                zone)
                        .truncatedTo(ChronoUnit.MINUTES);
    }
}
