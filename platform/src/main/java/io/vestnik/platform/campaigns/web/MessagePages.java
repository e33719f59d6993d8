package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The messages of a campaign: who got it, who did not, and why. */
@Controller
class MessagePages {
    private static final int ROWS = 50;

    private final CampaignStore campaigns;
    private final Pipeline pipeline;
    private final Accounts accounts;
    private final CampaignView view;
    private final CampaignTexts texts;

    MessagePages(
            CampaignStore campaigns, Pipeline pipeline, Accounts accounts, CampaignView view, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.pipeline = pipeline;
        this.accounts = accounts;
        this.view = view;
        this.texts = texts;
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/messages")
    @PreAuthorize(CampaignRights.MAY_REPORT)
    String list(@PathVariable long id, ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        StoredCampaign campaign = (id > 0
                        ? campaigns.find(who.account(), new CampaignId(id))
                        : Optional.<StoredCampaign>empty())
                .filter(found -> found.expansion() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        MessageFilter filter = Filters.of(campaign.id(), query, texts.format().zone());
        Slice<MessageView> page = pipeline.list(
                who.account(),
                filter,
                query.after().filter(it -> it.matches("[\\w-]{1,200}")).orElse(null),
                ROWS);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "marks",
                pipeline.marks(
                        who.account(),
                        page.items().stream().map(MessageView::id).toList()));
        model.addAttribute("campaign", campaign);
        model.addAttribute("name", texts.name(campaign.draft().name()));
        model.addAttribute("tabs", view.tabs(campaign, false));
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute("query", query);
        model.addAttribute(
                "list",
                ListView.of("messages", query)
                        .searchable("campaigns.messages.search")
                        .columns(
                                Column.text("phone", "campaigns.phone"),
                                Column.text("state", "campaigns.state"),
                                Column.text("sender", "campaigns.sender").onDemand(),
                                Column.text("text", "campaigns.text"),
                                Column.number("parts", "campaigns.parts"),
                                Column.number("price", "campaigns.price"),
                                Column.text("sent", "campaigns.sent-at").onDemand(),
                                Column.text("at", "campaigns.final-at"))
                        .fields(Filters.FIELDS)
                        .filter(new Filter(
                                "state",
                                "campaigns.state",
                                Arrays.stream(MessageState.values())
                                        .map(state ->
                                                new Option(state.code(), texts.text("shell.state." + state.code())))
                                        .toList()))
                        .page(page.items().size(), page.next(), null));
        return "campaigns/messages";
    }
}
