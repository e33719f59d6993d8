package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a preview froze beside its recipients.
 *
 * @param personal whether each recipient reads a text of their own
 * @param actions whose promo codes stand in its texts, by the number of their mark
 * @param others the texts that are tried beside the first; empty where there is one
 * @param share percent of the audience that they are tried on
 * @param test whether its account was in test mode: nobody is sent to, and nothing is charged
 * @param tally what was counted; none while it is being counted
 */
public record FrozenPreview(
        CampaignId campaign,
        int number,
        AccountId account,
        String sender,
        String text,
        boolean personal,
        List<ActionId> actions,
        TrafficType type,
        JobId job,
        Instant createdAt,
        List<String> others,
        int share,
        boolean test,
        @Nullable Tally tally) {
    public FrozenPreview {
        actions = List.copyOf(actions);
    }

    /** Until when it may be confirmed. */
    Instant until() {
        return createdAt.plus(Limits.PREVIEW);
    }

    /** All texts, in their order. */
    List<String> texts() {
        return Stream.concat(Stream.of(text), others.stream()).toList();
    }

    /** Who takes part in the trial; none where there is one text. */
    @Nullable
    Split split() {
        return others.isEmpty() ? null : new Split(campaign, others.size() + 1, share);
    }

    /** The frozen prices by network; only of a preview that is counted. */
    Map<String, Tariffs.Quote> quotes() {
        Map<String, Tariffs.Quote> quotes = new HashMap<>();
        Objects.requireNonNull(tally).networks().values().forEach(network -> {
            if (network.quote() != null) {
                quotes.put(network.mccMnc(), network.quote().live());
            }
        });
        return quotes;
    }

    /** The names that go out in place of the main one, by network; only of a preview that is counted. */
    public Map<String, String> reserves() {
        Map<String, String> names = new HashMap<>();
        Objects.requireNonNull(tally).networks().values().forEach(network -> {
            if (network.reserve() != null && network.recipients() > 0) {
                names.put(network.mccMnc(), network.reserve());
            }
        });
        return names;
    }
}
