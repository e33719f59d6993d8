package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.domain.StoredCampaign.Expansion;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.promo.PromoCodes.Addressed;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts people of a frozen audience into the queue at the prices that were frozen, or gives their money back. */
@Component
class Queueing {
    /** As many are given their money back at once. */
    static final int RELEASING_STEP = 20_000;

    private final FrozenAudience audience;
    private final Pipeline pipeline;
    private final Billing billing;
    private final Linking linking;
    private final TrialStore trials;

    Queueing(FrozenAudience audience, Pipeline pipeline, Billing billing, Linking linking, TrialStore trials) {
        this.audience = audience;
        this.pipeline = pipeline;
        this.billing = billing;
        this.linking = linking;
        this.trials = trials;
    }

    /**
     * How messages stand in the queue.
     *
     * @param gate of the wave that they belong to
     */
    record Door(Instant validUntil, CampaignChunk.Gate gate) {}

    /** Queues these; tells how many. Empty, and nobody queued, where there are too few codes for them. */
    OptionalInt enqueue(StoredCampaign campaign, Expansion expansion, Door door, List<AudienceLine> due) {
        FrozenPreview preview = preview(campaign);
        Set<String> often =
                audience.written(campaign, due.stream().map(AudienceLine::phone).toList());
        leaveOut(campaign, preview, due, often, Verdict.TOO_OFTEN);
        List<AudienceLine> lines = often.isEmpty()
                ? due
                : due.stream().filter(line -> !often.contains(line.phone())).toList();
        return lines.isEmpty() ? OptionalInt.of(0) : enqueue(campaign, expansion, door, preview, lines);
    }

    private OptionalInt enqueue(
            StoredCampaign campaign, Expansion expansion, Door door, FrozenPreview preview, List<AudienceLine> lines) {
        List<MessageId> ids = pipeline.newIds(campaign.account(), lines.size());
        List<Addressed> messages = IntStream.range(0, lines.size())
                .mapToObj(
                        place -> new Addressed(ids.get(place), lines.get(place).phone()))
                .toList();
        Linking.Writer writer = linking.writer(campaign, preview, messages).orElse(null);
        if (writer == null) {
            return OptionalInt.empty();
        }
        Wording wording = wording(campaign, preview);
        List<CampaignChunk.Item> items = items(preview, wording, lines, writer);
        Set<String> stopped = pipeline.enqueue(chunk(campaign, expansion, door, preview, items), ids);
        leaveOut(campaign, preview, lines, stopped, Verdict.STOPPED);
        linking.takeBack(
                campaign.account(),
                messages.stream()
                        .filter(it -> stopped.contains(it.phone()))
                        .map(Addressed::message)
                        .toList());
        if (preview.split() != null) {
            giveBackTheDifference(preview, wording, lines, stopped);
        }
        return OptionalInt.of(lines.size() - stopped.size());
    }

    /**
     * Who came onto a stop-list after the preview, or was written to by others meanwhile, is not written to: their money goes back, the
     * report shows them as left out.
     */
    private void leaveOut(
            StoredCampaign campaign, FrozenPreview preview, List<AudienceLine> lines, Set<String> phones, Verdict why) {
        if (phones.isEmpty()) {
            return;
        }
        List<AudienceLine> theirs =
                lines.stream().filter(line -> phones.contains(line.phone())).toList();
        giveBack(preview, theirs);
        audience.recipients().leaveOut(campaign.account(), campaign.id(), campaign.preview(), phones, why);
    }

    private static CampaignChunk chunk(
            StoredCampaign campaign,
            Expansion expansion,
            Door door,
            FrozenPreview preview,
            List<CampaignChunk.Item> items) {
        return new CampaignChunk(
                campaign.account(),
                expansion.confirmedBy(),
                campaign.id(),
                preview.type(),
                preview.sender(),
                door.validUntil(),
                expansion.hold(),
                preview.test(),
                door.gate(),
                items);
    }

    private Wording wording(StoredCampaign campaign, FrozenPreview preview) {
        return new Wording(
                preview,
                preview.split() == null
                        ? null
                        : trials.find(campaign.account(), campaign.id())
                                .map(TrialStore.Course::winner)
                                .orElse(null));
    }

    private static List<CampaignChunk.Item> items(
            FrozenPreview preview, Wording wording, List<AudienceLine> lines, Linking.Writer writer) {
        Map<String, Tariffs.Quote> quotes = preview.quotes();
        Map<String, String> reserves = preview.reserves();
        List<CampaignChunk.Item> items = new ArrayList<>(lines.size());
        for (AudienceLine line : lines) {
            items.add(new CampaignChunk.Item(
                    line.phone(),
                    writer.write(wording.text(line), items.size()),
                    wording.parts(line),
                    line.mccMnc(),
                    Objects.requireNonNull(quotes.get(line.mccMnc()), "No price was frozen"),
                    reserves.get(line.mccMnc())));
        }
        return items;
    }

    /** The money of the dearest text was held for those who took no part in the trial. */
    private void giveBackTheDifference(
            FrozenPreview preview, Wording wording, List<AudienceLine> lines, Set<String> stopped) {
        Map<String, Tariffs.Quote> quotes = preview.quotes();
        Release release = new Release(Cause.of(preview.campaign()));
        for (AudienceLine line : lines) {
            int fewer = line.parts() - wording.parts(line);
            if (fewer > 0 && !stopped.contains(line.phone())) {
                release.fewer(Objects.requireNonNull(quotes.get(line.mccMnc()), "No price was frozen"), fewer);
            }
        }
        List<Billing.Settlement> settlements = release.settlements();
        if (!settlements.isEmpty()) {
            billing.settle(settlements);
        }
    }

    /** Gives the money back of the next who will not be queued; fewer than {@link #RELEASING_STEP} are the last of the wave. */
    List<AudienceLine> release(StoredCampaign campaign, int wave, String through) {
        List<AudienceLine> lines = audience.recipients()
                .toSend(campaign.account(), campaign.id(), campaign.preview(), wave, through, RELEASING_STEP);
        if (!lines.isEmpty()) {
            giveBack(preview(campaign), lines);
        }
        return lines;
    }

    /** Gives back all that was held for these, who will not be queued. */
    void giveBack(FrozenPreview preview, List<AudienceLine> lines) {
        billing.settle(Release.of(preview, lines));
    }

    private FrozenPreview preview(StoredCampaign campaign) {
        return audience.previews()
                .find(campaign.account(), campaign.id(), campaign.preview())
                .orElseThrow(() -> new IllegalStateException("No preview " + campaign.preview()));
    }
}
