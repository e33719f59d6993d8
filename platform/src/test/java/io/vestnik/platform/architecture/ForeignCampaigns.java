package io.vestnik.platform.architecture;

import static io.vestnik.platform.architecture.ForeignObjects.CLIENT;
import static io.vestnik.platform.architecture.ForeignObjects.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.campaigns.ToGroup;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Whom;
import io.vestnik.platform.campaigns.domain.ExportJob;
import io.vestnik.platform.campaigns.domain.TemplateDesk;
import io.vestnik.platform.campaigns.domain.UnpaidJob;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Campaigns and what hangs on them, for the walk over routes with ids. */
final class ForeignCampaigns {
    private final ApplicationContext context;
    private final Supplier<String> phone;
    private final Function<Who, Object> group;
    /** One count for all: several walks may share a database. */
    private static int made;

    ForeignCampaigns(ApplicationContext context, Supplier<String> phone, Function<Who, Object> group) {
        this.context = context;
        this.phone = phone;
        this.group = group;
    }

    List<Kind> kinds() {
        return List.of(
                one("/api/v1/campaigns/{id}", CLIENT, this::draft),
                one("/api/v1/campaigns/{id}/to-group", CLIENT, this::sent),
                one("/api/v1/campaigns/{id}/trial", CLIENT, this::tried),
                one("/campaigns/{id}", CLIENT, this::draft),
                new Kind("/campaigns/{id}/export/{job}", CLIENT, this::exported),
                one("/campaigns/{id}/export", CLIENT, this::sent),
                one("/campaigns/{id}/left-out", CLIENT, this::sent),
                one("/campaigns/{id}/messages", CLIENT, this::sent),
                one("/statistics/campaigns/{id}", CLIENT, this::sent),
                one("/campaigns/{id}/to-group", CLIENT, this::sent),
                new Kind("/campaigns/{id}/to-group/{job}", CLIENT, this::toGroup),
                one("/campaigns/unpaid/sending/{job}", CLIENT, this::unpaid),
                one("/api/v1/templates/{id}", CLIENT, this::template),
                one("/api/v1/templates/{id}/restore", CLIENT, this::deletedTemplate),
                one("/campaigns/templates/{id}", CLIENT, this::template),
                one("/campaigns/templates/{id}/restore", CLIENT, this::deletedTemplate));
    }

    private Object template(Who who) {
        Campaigns.Draft draft =
                new Campaigns.Draft("Walk " + ++made, "VESTNIK", "Hello", List.of(), List.of(), Duration.ofDays(1));
        return ((Templates.Answer.Kept) context.getBean(TemplateDesk.class).keep(who, null, 0, "", draft)).id();
    }

    private Object deletedTemplate(Who who) {
        Object id = template(who);
        assertThat(context.getBean(TemplateDesk.class).delete(who, (Long) id)).isTrue();
        return id;
    }

    Object draft(Who who) {
        Campaigns.Draft draft =
                new Campaigns.Draft("Walk", "VESTNIK", "Hello", List.of(), List.of(phone.get()), Duration.ofDays(1));
        return ((Campaigns.Saved.Kept) context.getBean(Campaigns.class).save(who, null, 0, draft)).id();
    }

    /** A campaign that was confirmed: its messages wait. */
    Object sent(Who who) {
        return sent(who, (CampaignId) draft(who));
    }

    private Object tried(Who who) {
        Campaigns campaigns = context.getBean(Campaigns.class);
        CampaignId id = (CampaignId) draft(who);
        Campaigns.Draft draft = campaigns.find(who.account(), id).orElseThrow().draft();
        Trial trial = new Trial(List.of("Hi"), 50, Trial.Goal.DELIVERIES, Duration.ofHours(1), false);
        campaigns.save(
                who,
                id,
                1,
                new Campaigns.Draft(
                        draft.name(),
                        draft.sender(),
                        draft.text(),
                        draft.audience(),
                        draft.timing(),
                        draft.manner(),
                        trial));
        return sent(who, id);
    }

    private Object sent(Who who, CampaignId id) {
        Campaigns campaigns = context.getBean(Campaigns.class);
        assertThat(campaigns.preview(who, id)).isInstanceOf(Campaigns.Saved.Kept.class);
        Campaigns.Preview preview = await().until(() -> campaigns.previewed(who.account(), id), Optional::isPresent)
                .orElseThrow();
        assertThat(campaigns.confirm(who, id, preview.number())).isInstanceOf(Campaigns.Confirmation.Started.class);
        return id;
    }

    private List<?> exported(Who who) {
        Object campaign = sent(who);
        String input = "{\"campaign\":" + campaign + ",\"format\":\"csv\",\"name\":\"Walk\",\"total\":1}";
        return List.of(campaign, context.getBean(Jobs.class).start(who.account(), ExportJob.NAME, input));
    }

    private Object unpaid(Who who) {
        return context.getBean(UnpaidJob.class).start(who, List.of(), Money.ZERO);
    }

    private List<?> toGroup(Who who) {
        CampaignId campaign = (CampaignId) sent(who);
        Gathering.Order order = new Gathering.Order((GroupId) group.apply(who), true, false);
        return List.of(
                campaign,
                context.getBean(ToGroup.class)
                        .start(who, campaign, Whom.Result.DELIVERED, order)
                        .orElseThrow());
    }
}
