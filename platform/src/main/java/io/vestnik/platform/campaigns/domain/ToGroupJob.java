package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.ToGroup;
import io.vestnik.platform.campaigns.Whom;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.Gathering.Gathered;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Walks the messages of a campaign by key, a thousand a step, and puts whose message is asked for into a group. */
@Service
public class ToGroupJob implements JobKind, ToGroup {
    /** The name of its jobs. */
    public static final String NAME = "campaigns.to-group";

    /** Messages whose people can be taken out of the group again by one button. */
    private static final long MOST_UNDONE = 100_000;

    private static final Gathered NOBODY = new Gathered(0, 0, 0, 0, 0, 0);

    private final CampaignStore campaigns;
    private final Picking picking;
    private final People people;
    private final Jobs jobs;
    private final JsonMapper json;

    ToGroupJob(CampaignStore campaigns, Picking picking, People people, Jobs jobs, JsonMapper json) {
        this.campaigns = campaigns;
        this.picking = picking;
        this.people = people;
        this.jobs = jobs;
        this.json = json;
    }

    /** Where people are put, and who hears of it. */
    @Component
    record People(Contacts contacts, Gathering gathering, Audit audit, MessageSource messages) {}

    private record Input(long campaign, String whom, Gathering.Order order, long total) {}

    private record Place(@Nullable String cursor, Gathered sofar) {}

    @Override
    public Optional<JobId> start(Who who, CampaignId campaign, Whom whom, Gathering.Order order) {
        Optional<StoredCampaign> started =
                campaigns.find(who.account(), campaign).filter(found -> found.expansion() != null);
        boolean filled = people.contacts()
                .group(who.account(), order.group())
                .filter(group -> !group.living())
                .isPresent();
        return started.filter(_ -> filled).map(found -> {
            Input input = new Input(campaign.value(), whom.code(), order, found.recipients());
            JobId job = jobs.start(who.account(), NAME, json.writeValueAsString(input));
            people.audit()
                    .record(
                            who,
                            "campaign.to-group",
                            "campaign " + campaign,
                            Map.of("whom", whom.code(), "group", order.group().value(), "others", order.fromOthers()));
            return job;
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:report";
    }

    @Override
    public String titleKey() {
        return "campaigns.to-group.job";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Place place = context.checkpoint() == null
                ? new Place(null, NOBODY)
                : json.readValue(context.checkpoint(), Place.class);
        Slice<MessageView> page = picking.page(context.account(), new CampaignId(input.campaign()), place.cursor());
        List<String> phones = picking.of(context.account(), page.items(), whom(input));
        Optional<Gathered> done = people.gathering()
                .gather(context.account(), input.order(), phones, place.sofar().undo());
        if (done.isEmpty()) {
            return new Step.Failed(
                    people.messages().getMessage("campaigns.to-group.gone", null, LocaleContextHolder.getLocale()));
        }
        long walked = context.done() + page.items().size();
        Gathered sofar = sum(place.sofar(), done.get(), walked);
        String next = page.next();
        return next == null
                ? new Step.Done(
                        json.writeValueAsString(new Result(input.order().group().value(), sofar)), walked)
                : new Step.More(json.writeValueAsString(new Place(next, sofar)), walked, input.total());
    }

    private static Whom whom(Input input) {
        return Whom.ofCode(input.whom()).orElseThrow(() -> new IllegalStateException("Nobody is asked for"));
    }

    private static Gathered sum(Gathered a, Gathered b, long walked) {
        return new Gathered(
                a.joined() + b.joined(),
                a.there() + b.there(),
                a.added() + b.added(),
                a.unknown() + b.unknown(),
                a.left() + b.left(),
                walked > MOST_UNDONE ? 0 : undo(a, b));
    }

    /** The number of a step undoes those before it; where one of them cannot be undone, none is. */
    private static long undo(Gathered a, Gathered b) {
        if (a.joined() + a.left() > 0 && a.undo() == 0) {
            return 0;
        }
        return b.joined() + b.left() == 0 ? a.undo() : b.undo();
    }
}
