package io.vestnik.platform.campaigns.domain;

import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.TypedNumbers;
import io.vestnik.platform.campaigns.domain.StoredCampaign.Expansion;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People in audiences. Who is not queued yet gets no message and the money goes back; a preview that counts them is no longer
 * valid; who was sent to is counted on, without a name.
 */
@Component
class AudiencesOfPeople implements PersonalData {
    private static final int CHUNK = 200;

    private final PeopleInAudiences people;
    private final CampaignStore campaigns;
    private final PreviewStore previews;
    private final ExpandJob.Ways ways;
    private final Homes homes;

    AudiencesOfPeople(
            PeopleInAudiences people,
            CampaignStore campaigns,
            PreviewStore previews,
            ExpandJob.Ways ways,
            Homes homes) {
        this.people = people;
        this.campaigns = campaigns;
        this.previews = previews;
        this.ways = ways;
        this.homes = homes;
    }

    /** Where people are at home: in accounts, and in waves of the same clock. */
    @Component
    record Homes(Accounts accounts, WaveStore waves) {}

    @Override
    public String place() {
        return "campaigns.audiences";
    }

    /** Nobody is to be queued while others erase. */
    @Override
    public int order() {
        return 15;
    }

    @Override
    public Step erase(AccountId account, People all, @Nullable String after) {
        List<CampaignId> ids = people.campaigns(account, after == null ? 0 : Long.parseLong(after), CHUNK);
        if (ids.isEmpty()) {
            return new Step(null, 0);
        }
        Set<CampaignId> again = new HashSet<>(forgetTyped(account, ids, all));
        Map<CampaignId, List<PeopleInAudiences.Line>> lines = new HashMap<>();
        for (PeopleInAudiences.Line line : people.lines(account, ids, all.phones())) {
            lines.computeIfAbsent(line.campaign(), _ -> new ArrayList<>()).add(line);
        }
        lines.forEach((id, theirs) -> {
            if (leave(account, id, theirs)) {
                again.add(id);
            }
        });
        again.forEach(id -> campaigns.lock(account, id).ifPresent(it -> redraft(it)));
        long rows = people.delete(account, ids, all.phones());
        rows += people.forgetPlaces(account, ids, all.phones());
        rows += people.deleteSamples(account, ids, all.phones());
        return new Step(ids.size() < CHUNK ? null : Long.toString(ids.getLast().value()), rows + again.size());
    }

    /** Takes the numbers out of what was typed; tells whose preview counts them. */
    private List<CampaignId> forgetTyped(AccountId account, List<CampaignId> ids, People all) {
        Country home = new Country(homes.accounts().get(account).country());
        List<CampaignId> changed = new ArrayList<>();
        people.typed(account, ids).forEach((id, typed) -> {
            List<String> others = typed.stream()
                    .filter(it -> !TypedNumbers.names(it, home, all))
                    .toList();
            if (others.size() < typed.size()) {
                people.setTyped(account, id, others);
                changed.add(id);
            }
        });
        return changed;
    }

    /** Gives back the money of those who are not queued yet; whether there is a preview that nobody has confirmed. */
    private boolean leave(AccountId account, CampaignId id, List<PeopleInAudiences.Line> theirs) {
        StoredCampaign campaign = campaigns.lock(account, id).orElse(null);
        if (campaign == null) {
            return false;
        }
        Expansion expansion = campaign.expansion();
        if (expansion == null) {
            return true;
        }
        if (!expansion.complete()) {
            Map<Integer, String> through = through(campaign, expansion);
            List<AudienceLine> unqueued = theirs.stream()
                    .filter(it -> it.preview() == campaign.preview()
                            && it.line().verdict() == Verdict.SEND
                            && it.line()
                                            .phone()
                                            .compareTo(through.getOrDefault(
                                                    it.line().wave(), ""))
                                    > 0)
                    .map(PeopleInAudiences.Line::line)
                    .toList();
            if (!unqueued.isEmpty()) {
                FrozenPreview preview =
                        previews.find(account, id, campaign.preview()).orElseThrow();
                ways.queueing().giveBack(preview, unqueued);
            }
        }
        return false;
    }

    /** Up to which phone each wave is queued. */
    private Map<Integer, String> through(StoredCampaign campaign, Expansion expansion) {
        Map<Integer, String> through = new HashMap<>(Map.of(0, expansion.through()));
        homes.waves()
                .of(campaign.account(), campaign.id())
                .forEach(wave -> through.put(wave.number(), wave.complete() ? "~" : wave.through()));
        return through;
    }

    /** What was counted is no longer so: it has to be previewed again. */
    private void redraft(StoredCampaign campaign) {
        if (campaign.state() != CampaignState.DRAFT && campaign.state().isOpen()) {
            Draft draft = campaign.draft();
            campaigns.redraft(
                    campaign.account(), campaign.id(), draft, null, ways.work().now());
        }
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        List<CampaignId> ids = people.campaigns(account, after == null ? 0 : Long.parseLong(after), limit);
        return new Slice<>(
                people.tell(account, phone, ids),
                ids.size() < limit ? null : Long.toString(ids.getLast().value()));
    }
}
