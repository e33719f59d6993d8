package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.StoredCampaign.Expansion;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queues a confirmed audience in chunks, by phone. The checkpoint lies in the campaign and moves in the transaction that
 * queues the chunk; each step locks the campaign, so that nothing is queued after it was paused or cancelled. What a
 * cancelled campaign never queued is released here, and nowhere else.
 */
@Component
class ExpandJob implements JobKind {
    static final String NAME = "campaigns.expand";

    private static final int STEP = 3_000;
    private static final int RELEASING_STEP = 20_000;

    private final CampaignStore campaigns;
    private final FrozenAudience audience;
    private final CounterStore counters;
    private final Ways ways;
    private final JsonMapper json;

    ExpandJob(CampaignStore campaigns, FrozenAudience audience, CounterStore counters, Ways ways, JsonMapper json) {
        this.campaigns = campaigns;
        this.audience = audience;
        this.counters = counters;
        this.ways = ways;
        this.json = json;
    }

    /** What an expansion is started with. */
    record Input(long campaign) {}

    /** Where the recipients of a campaign go: into the queue, or their money back. */
    @Component
    record Ways(Pipeline pipeline, Billing billing, LongWork work, Linking linking) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step step(Context context) {
        CampaignId id = campaignOf(context);
        StoredCampaign campaign = campaigns.lock(context.account(), id).orElse(null);
        if (campaign == null
                || campaign.expansion() == null
                || campaign.expansion().complete()) {
            return new Step.Done("{}", context.done());
        }
        Expansion expansion = campaign.expansion();
        return switch (campaign.state()) {
            case RUNNING -> queue(campaign, expansion);
            case CANCELLED -> release(campaign, expansion);
            // Resuming starts another job from the same checkpoint.
            case PAUSED, DRAFT, PREVIEWING, PREVIEWED, FINISHED -> new Step.Done("{}", expansion.enqueued());
        };
    }

    private CampaignId campaignOf(Context context) {
        return new CampaignId(json.readValue(context.input(), Input.class).campaign());
    }

    private Step queue(StoredCampaign campaign, Expansion expansion) {
        List<AudienceLine> lines = audience.recipients()
                .toSend(campaign.account(), campaign.id(), campaign.preview(), expansion.through(), STEP);
        long done = expansion.enqueued();
        if (!lines.isEmpty()) {
            FrozenPreview preview = preview(campaign);
            List<MessageId> ids = ways.pipeline().newIds(campaign.account(), lines.size());
            Linking.Writer writer = ways.linking().writer(campaign, preview, ids);
            Set<String> stopped = ways.pipeline().enqueue(chunk(campaign, expansion, preview, lines, writer), ids);
            leaveOut(campaign, preview, lines, stopped);
            int queued = lines.size() - stopped.size();
            done += queued;
            campaigns.advance(campaign.account(), campaign.id(), lines.getLast().phone(), queued);
        }
        return lines.size() < STEP ? complete(campaign, done) : new Step.More("{}", done, campaign.recipients());
    }

    /** Who came onto a stop-list after the preview is not written to: their money goes back, the report shows them as left out. */
    private void leaveOut(
            StoredCampaign campaign, FrozenPreview preview, List<AudienceLine> lines, Set<String> stopped) {
        if (stopped.isEmpty()) {
            return;
        }
        List<AudienceLine> theirs =
                lines.stream().filter(line -> stopped.contains(line.phone())).toList();
        ways.billing().settle(releases(campaign, quotes(preview), theirs));
        audience.recipients().leaveOut(campaign.account(), campaign.id(), campaign.preview(), stopped, Verdict.STOPPED);
    }

    private Step complete(StoredCampaign campaign, long done) {
        campaigns.completeExpansion(campaign.account(), campaign.id());
        counters.finish(List.of(campaign.id()), ways.work().now());
        return new Step.Done("{}", done);
    }

    private FrozenPreview preview(StoredCampaign campaign) {
        return audience.previews()
                .find(campaign.account(), campaign.id(), campaign.preview())
                .orElseThrow(() -> new IllegalStateException("No preview " + campaign.preview()));
    }

    private static CampaignChunk chunk(
            StoredCampaign campaign,
            Expansion expansion,
            FrozenPreview preview,
            List<AudienceLine> lines,
            Linking.Writer writer) {
        Map<String, Tariffs.Quote> quotes = quotes(preview);
        List<CampaignChunk.Item> items = new ArrayList<>(lines.size());
        for (AudienceLine line : lines) {
            items.add(new CampaignChunk.Item(
                    line.phone(),
                    writer.write(Objects.requireNonNullElse(line.text(), preview.text()), items.size()),
                    line.parts(),
                    line.mccMnc(),
                    quote(quotes, line)));
        }
        return new CampaignChunk(
                campaign.account(),
                expansion.confirmedBy(),
                campaign.id(),
                preview.type(),
                preview.sender(),
                expansion.validUntil(),
                expansion.hold(),
                items);
    }

    private static Map<String, Tariffs.Quote> quotes(FrozenPreview preview) {
        Map<String, Tariffs.Quote> quotes = new HashMap<>();
        Objects.requireNonNull(preview.tally()).networks().values().forEach(network -> {
            if (network.quote() != null) {
                quotes.put(network.mccMnc(), network.quote().live());
            }
        });
        return quotes;
    }

    private static Tariffs.Quote quote(Map<String, Tariffs.Quote> quotes, AudienceLine line) {
        return Objects.requireNonNull(quotes.get(line.mccMnc()), "No price was frozen");
    }

    private Step release(StoredCampaign campaign, Expansion expansion) {
        List<AudienceLine> lines = audience.recipients()
                .toSend(campaign.account(), campaign.id(), campaign.preview(), expansion.through(), RELEASING_STEP);
        if (!lines.isEmpty()) {
            ways.billing().settle(releases(campaign, quotes(preview(campaign)), lines));
            campaigns.advance(campaign.account(), campaign.id(), lines.getLast().phone(), 0);
        }
        return lines.size() < RELEASING_STEP
                ? complete(campaign, expansion.enqueued())
                : new Step.More("{}", expansion.enqueued(), campaign.recipients());
    }

    /** What goes back for recipients who will not be queued. */
    static List<Billing.Settlement> releases(StoredCampaign campaign, FrozenPreview preview, List<AudienceLine> lines) {
        return releases(campaign, quotes(preview), lines);
    }

    private static List<Billing.Settlement> releases(
            StoredCampaign campaign, Map<String, Tariffs.Quote> quotes, List<AudienceLine> lines) {
        Release release = new Release(Cause.of(campaign.id()));
        for (AudienceLine line : lines) {
            release.add(quote(quotes, line), line.parts());
        }
        return release.settlements();
    }

    /**
     * An expansion that fails for good holds the campaign where it is: a person looks and resumes. One that gives money back
     * is tried again.
     */
    @Override
    public void abandoned(Context context) {
        CampaignId id = campaignOf(context);
        AccountId account = context.account();
        campaigns.lock(account, id).ifPresent(campaign -> {
            if (campaign.state() == CampaignState.RUNNING) {
                campaigns.setState(account, id, CampaignState.PAUSED, "expansion_failed");
                ways.pipeline().pause(account, id);
            } else if (campaign.state() == CampaignState.CANCELLED) {
                ways.work().expand(account, id); // the money of whoever was not queued must go back
            }
        });
    }
}
