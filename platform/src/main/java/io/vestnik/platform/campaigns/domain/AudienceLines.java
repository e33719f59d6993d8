package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes the lines of an audience, a chunk at a time: who is sent to and what they read, or why they are left out. */
@Component
class AudienceLines {
    private final AudienceWalk walk;
    private final FrozenAudience audience;
    private final Rendering rendering;

    AudienceLines(AudienceWalk walk, FrozenAudience audience, Rendering rendering) {
        this.walk = walk;
        this.audience = audience;
        this.rendering = rendering;
    }

    /**
     * Some lines.
     *
     * @param last the last phone of the groups that was looked at; empty at their end
     */
    record Chunk(List<AudienceLine> lines, String last) {}

    /** How many there may be. */
    long estimate(StoredCampaign campaign) {
        return walk.estimate(campaign.account(), campaign.draft());
    }

    /** Those typed by hand. */
    List<AudienceLine> typed(StoredCampaign campaign, FrozenPreview preview, Counting counting) {
        AudienceWalk.Typed typed = walk.typed(campaign.account(), campaign.draft());
        List<AudienceLine> lines = new ArrayList<>();
        for (String written : typed.unreadable()) {
            counting.leaveOut(Verdict.BAD_NUMBER);
            lines.add(new AudienceLine(written, Verdict.BAD_NUMBER, 0, "", null));
        }
        lines.addAll(lines(campaign, preview, walk.people(campaign.account(), typed), counting));
        return lines;
    }

    /** The next members of the groups. */
    Chunk members(StoredCampaign campaign, FrozenPreview preview, Counting counting, String after, int limit) {
        AudienceWalk.Stretch stretch =
                walk.members(campaign.account(), campaign.draft(), rendering.fields(preview), after, limit);
        return new Chunk(lines(campaign, preview, stretch.people(), counting), stretch.last());
    }

    /** Who is left out, by a group or by what others wrote to them, is kept with the verdict, so that the report can say so; the rest is rendered. */
    private List<AudienceLine> lines(
            StoredCampaign campaign, FrozenPreview preview, List<Recipient> people, Counting counting) {
        Map<String, Verdict> leftOut = new TreeMap<>();
        often(campaign, people).forEach(phone -> leftOut.put(phone, Verdict.TOO_OFTEN));
        walk.leftOut(campaign.account(), campaign.draft(), people)
                .forEach(phone -> leftOut.put(phone, Verdict.EXCLUDED));
        if (leftOut.isEmpty()) {
            return rendered(campaign.draft(), preview, people, counting);
        }
        List<Recipient> rest = new ArrayList<>(people);
        rest.removeIf(person -> leftOut.containsKey(person.phone()));
        List<AudienceLine> lines = new ArrayList<>(rendered(campaign.draft(), preview, rest, counting));
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

    private List<AudienceLine> rendered(Draft draft, FrozenPreview preview, List<Recipient> people, Counting counting) {
        List<AudienceLine> lines = rendering.render(preview, draft.manner().reserve(), people, counting);
        boolean byRecipient = draft.timing().byRecipient();
        return byRecipient || !preview.others().isEmpty()
                ? rendering.zoned(preview, lines, byRecipient, counting)
                : lines;
    }
}
