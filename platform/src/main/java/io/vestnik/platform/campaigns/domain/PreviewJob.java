package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Freezes an audience: walks it in steps of some thousands, renders, counts and prices each recipient and keeps them.
 * What is sent later is what this wrote.
 */
@Component
class PreviewJob implements JobKind {
    static final String NAME = "campaigns.preview";

    private static final int STEP = 10_000;
    private static final int CLEANING_STEP = 20_000;

    private final CampaignStore campaigns;
    private final FrozenAudience audience;
    private final AudienceWalk walk;
    private final Rendering rendering;
    private final JsonMapper json;

    PreviewJob(
            CampaignStore campaigns, FrozenAudience audience, AudienceWalk walk, Rendering rendering, JsonMapper json) {
        this.campaigns = campaigns;
        this.audience = audience;
        this.walk = walk;
        this.rendering = rendering;
        this.json = json;
    }

    /** What a preview is started with. */
    record Input(long campaign, int preview) {}

    /** Where it is: first what earlier previews left is cleaned away, then those typed, then the groups by phone. */
    private record Place(Phase phase, String after, Tally tally) {
        static final Place START = new Place(Phase.CLEANING, "", Tally.NOTHING);
    }

    private enum Phase {
        CLEANING,
        TYPED,
        GROUPS
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        CampaignId id = new CampaignId(input.campaign());
        // Under a lock: what a step freezes belongs to a campaign that is still there and still wants it.
        StoredCampaign campaign = campaigns.lock(context.account(), id).orElse(null);
        if (campaign == null || stale(campaign, input)) {
            return new Step.Done("{}", context.done());
        }
        Place place = place(context.checkpoint());
        return switch (place.phase()) {
            case CLEANING -> clean(context, campaign, place);
            case TYPED -> typed(context, campaign, place);
            case GROUPS -> groups(context, campaign, place);
        };
    }

    /** The draft was changed, or another preview begun. */
    private static boolean stale(StoredCampaign campaign, Input input) {
        return campaign.state() != CampaignState.PREVIEWING || campaign.preview() != input.preview();
    }

    private Place place(@Nullable String checkpoint) {
        return checkpoint == null ? Place.START : json.readValue(checkpoint, Place.class);
    }

    private Step clean(Context context, StoredCampaign campaign, Place place) {
        int deleted = audience.recipients().deleteBefore(campaign.id(), campaign.preview(), CLEANING_STEP);
        if (deleted == CLEANING_STEP) {
            return more(place, 0, 0);
        }
        audience.previews().deleteBefore(context.account(), campaign.id(), campaign.preview());
        long total = walk.estimate(context.account(), campaign.draft());
        return more(new Place(Phase.TYPED, "", place.tally()), 0, total);
    }

    private Step typed(Context context, StoredCampaign campaign, Place place) {
        Draft draft = campaign.draft();
        if (draft.audience().phones().isEmpty()) {
            return groups(context, campaign, place);
        }
        AudienceWalk.Typed typed = walk.typed(context.account(), draft);
        FrozenPreview preview = preview(context.account(), campaign);
        Counting counting = new Counting(place.tally(), preview.personal());
        List<AudienceLine> lines = new ArrayList<>();
        for (String written : typed.unreadable()) {
            counting.leaveOut(Verdict.BAD_NUMBER);
            lines.add(new AudienceLine(written, Verdict.BAD_NUMBER, 0, "", null));
        }
        lines.addAll(lines(campaign, preview, walk.people(context.account(), typed), counting));
        audience.recipients().add(context.account(), campaign.id(), campaign.preview(), lines);
        return more(new Place(Phase.GROUPS, "", counting.tally()), lines.size(), context.total());
    }

    private Step groups(Context context, StoredCampaign campaign, Place place) {
        FrozenPreview preview = preview(context.account(), campaign);
        AudienceWalk.Stretch stretch =
                walk.members(context.account(), campaign.draft(), rendering.fields(preview), place.after(), STEP);
        Counting counting = new Counting(place.tally(), preview.personal());
        List<Recipient> people = stretch.people();
        audience.recipients()
                .add(context.account(), campaign.id(), campaign.preview(), lines(campaign, preview, people, counting));
        long done = context.done() + people.size();
        if (!stretch.last().isEmpty()) {
            return more(new Place(Phase.GROUPS, stretch.last(), counting.tally()), done, context.total());
        }
        audience.close(preview, counting.tally());
        return new Step.Done("{}", done);
    }

    /** Who is left out, by a group or by what others wrote to them, is kept with the verdict, so that the report can say so; the rest is rendered. */
    private List<AudienceLine> lines(
            StoredCampaign campaign, FrozenPreview preview, List<Recipient> people, Counting counting) {
        Map<String, Verdict> leftOut = new TreeMap<>();
        often(campaign, people).forEach(phone -> leftOut.put(phone, Verdict.TOO_OFTEN));
        walk.leftOut(campaign.account(), campaign.draft(), people)
                .forEach(phone -> leftOut.put(phone, Verdict.EXCLUDED));
        if (leftOut.isEmpty()) {
            return rendered(campaign, preview, people, counting);
        }
        List<Recipient> rest = new ArrayList<>(people);
        rest.removeIf(person -> leftOut.containsKey(person.phone()));
        List<AudienceLine> lines = new ArrayList<>(rendered(campaign, preview, rest, counting));
        leftOut.forEach((phone, verdict) -> {
            counting.leaveOut(verdict);
            lines.add(new AudienceLine(phone, verdict, 0, "", null));
        });
        return lines;
    }

    private Set<String> often(StoredCampaign campaign, List<Recipient> people) {
        Cap cap = campaign.draft().timing().cap();
        return cap == null || people.isEmpty()
                ? Set.of()
                : audience.often(
                        campaign, cap, people.stream().map(Recipient::phone).toList());
    }

    private List<AudienceLine> rendered(
            StoredCampaign campaign, FrozenPreview preview, List<Recipient> people, Counting counting) {
        List<AudienceLine> lines = rendering.render(preview, people, counting);
        boolean byRecipient = campaign.draft().timing().byRecipient();
        return byRecipient || !preview.others().isEmpty()
                ? rendering.zoned(preview, lines, byRecipient, counting)
                : lines;
    }

    private FrozenPreview preview(AccountId account, StoredCampaign campaign) {
        return audience.previews()
                .find(account, campaign.id(), campaign.preview())
                .orElseThrow(() -> new IllegalStateException("No preview " + campaign.preview()));
    }

    private Step more(Place place, long done, long total) {
        return new Step.More(json.writeValueAsString(place), done, total);
    }

    @Override
    public void abandoned(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        campaigns.abandonPreview(
                context.account(), new CampaignId(input.campaign()), input.preview(), "preview_failed");
    }
}
