package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of campaigns. */
@Controller
class CampaignListPages {
    private static final int ROWS = 25;

    private final Campaigns campaigns;
    private final Accounts accounts;
    private final CampaignTexts texts;

    CampaignListPages(Campaigns campaigns, Accounts accounts, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** A campaign in the list. */
    record Row(
            long id,
            String name,
            String sender,
            String state,
            Tone tone,
            long recipients,
            @Nullable String delivered,
            Money cost,
            Instant at,
            String tags) {}

    @GetMapping("/campaigns")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        String after = query.after().filter(it -> it.matches("\\d{1,18}")).orElse(null);
        Slice<Campaign> page =
                campaigns.list(who.account(), Listings.of(query, texts.format().zone()), after, ROWS);
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute("mayEdit", who.may(CampaignRights.EDIT));
        ListView list = ListView.of("campaigns", query)
                .searchable("campaigns.search")
                .columns(
                        Column.text("name", "campaigns.name"),
                        Column.text("sender", "campaigns.sender"),
                        Column.text("state", "campaigns.state"),
                        Column.number("recipients", "campaigns.recipients"),
                        Column.number("delivered", "campaigns.delivered"),
                        Column.number("cost", "campaigns.cost"),
                        Column.text("at", "campaigns.at"),
                        Column.text("tags", "campaigns.tags").onDemand())
                .fields(Listings.FIELDS)
                .filter(new Filter(
                        "state",
                        "campaigns.state",
                        Arrays.stream(CampaignState.values())
                                .map(state -> new Option(state.code(), texts.text("campaigns.state." + state.code())))
                                .toList()))
                .page(page.items().size(), page.next(), null);
        model.addAttribute("list", who.may(CampaignRights.START) ? list.withSelection() : list);
        return "campaigns/list";
    }

    private Row row(Campaign campaign) {
        long delivered = campaign.counts().getOrDefault(MessageState.DELIVERED, 0L)
                + campaign.counts().getOrDefault(MessageState.READ, 0L);
        return new Row(
                campaign.id().value(),
                texts.name(campaign.draft().name()),
                campaign.draft().sender(),
                campaign.state().code(),
                CampaignTexts.tone(campaign.state()),
                campaign.recipients(),
                campaign.confirmedAt() == null ? null : texts.format().percent(delivered, campaign.recipients()),
                campaign.cost(),
                at(campaign),
                String.join(", ", campaign.draft().manner().tags()));
    }

    private static Instant at(Campaign campaign) {
        if (campaign.state() == CampaignState.SCHEDULED && campaign.nextAt() != null) {
            return campaign.nextAt();
        }
        return campaign.confirmedAt() == null ? campaign.createdAt() : campaign.confirmedAt();
    }
}
