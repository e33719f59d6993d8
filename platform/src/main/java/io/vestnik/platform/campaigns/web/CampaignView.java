package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.campaigns.domain.FrozenPreview;
import io.vestnik.platform.campaigns.domain.PreviewStore;
import io.vestnik.platform.campaigns.domain.RouteWatch;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.Tally;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.shell.Tab;
import io.vestnik.platform.shell.Tone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a started campaign shows. */
@Component
class CampaignView {
    private final BoardModel boards;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Sending sending;
    private final CampaignTexts texts;

    CampaignView(BoardModel boards, Accounts accounts, Contacts contacts, Sending sending, CampaignTexts texts) {
        this.boards = boards;
        this.accounts = accounts;
        this.contacts = contacts;
        this.sending = sending;
        this.texts = texts;
    }

    /** What is known of the sending itself. */
    @Component
    record Sending(PreviewStore previews, RouteWatch routes, WhenModel when, TrialModel trials, Cancelling cancelling) {
        /** The name that it went out under. */
        String sender(StoredCampaign campaign) {
            return previews.find(campaign.account(), campaign.id(), campaign.preview())
                    .map(FrozenPreview::sender)
                    .orElse(campaign.draft().sender());
        }

        /** The names that went out in place of the main one, by network. */
        Map<String, String> reserves(StoredCampaign campaign) {
            return previews.find(campaign.account(), campaign.id(), campaign.preview())
                    .filter(preview -> preview.tally() != null)
                    .map(FrozenPreview::reserves)
                    .orElse(Map.of());
        }

        /** Whether messages wait for a connection to the network. */
        boolean waits(StoredCampaign campaign) {
            FrozenPreview preview = campaign.state() != CampaignState.RUNNING
                    ? null
                    : previews.find(campaign.account(), campaign.id(), campaign.preview())
                            .orElse(null);
            Tally tally = preview == null ? null : preview.tally();
            return preview != null
                    && tally != null
                    && routes.waiting(campaign.account(), tally.networks().keySet(), preview.type());
        }
    }

    void fill(Model model, Who who, StoredCampaign campaign) {
        model.addAllAttributes(board(campaign));
        model.addAllAttributes(steer(who, campaign));
        model.addAttribute("course", boards.course(campaign));
        model.addAttribute("name", texts.name(campaign.draft().name()));
        model.addAttribute("tabs", tabs(campaign, true));
        model.addAttribute("sender", sending.sender(campaign));
        model.addAttribute("reserves", boards.named(sending.reserves(campaign)));
        model.addAttribute("mayEdit", who.may(CampaignRights.EDIT));
        model.addAttribute("live", campaign.finishedAt() == null ? "/campaigns/" + campaign.id() + "/events" : null);
        model.addAttribute("groups", named(campaign, campaign.draft().audience().groups()));
        model.addAttribute("minus", named(campaign, campaign.draft().audience().minus()));
    }

    private String named(StoredCampaign campaign, List<GroupId> groups) {
        return groups.isEmpty()
                ? ""
                : contacts.groups(campaign.account()).stream()
                        .filter(group -> groups.contains(group.id()))
                        .map(Group::name)
                        .collect(Collectors.joining(", "));
    }

    /** When it leaves, in words; nothing where it left as soon as it was confirmed. */
    void when(Model model, StoredCampaign campaign) {
        sending.when().confirmed(model, campaign);
    }

    /** The tabs of a started campaign. */
    List<Tab> tabs(StoredCampaign campaign, boolean first) {
        String url = "/campaigns/" + campaign.id();
        return List.of(
                Tab.of(texts.text("campaigns.tab.course"), url, first),
                Tab.of(texts.text("campaigns.tab.messages"), url + "/messages", !first));
    }

    /** The model of the board. */
    Map<String, Object> board(StoredCampaign campaign) {
        return Map.of(
                "board",
                boards.board(campaign),
                "currency",
                accounts.get(campaign.account()).currency(),
                "success",
                Tone.SUCCESS,
                "progress",
                Tone.PROGRESS,
                "failure",
                Tone.FAILURE,
                "waiting",
                Tone.WAITING);
    }

    /** The model of the course over time. */
    Map<String, Object> course(StoredCampaign campaign) {
        return Map.of("course", boards.course(campaign));
    }

    /** The model of the line with the state and the buttons. */
    Map<String, Object> steer(Who who, StoredCampaign campaign) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "campaign",
                campaign,
                "state",
                campaign.state().code(),
                "stateTone",
                CampaignTexts.tone(campaign.state()),
                "mayStart",
                who.may(CampaignRights.START),
                "routeDown",
                sending.waits(campaign),
                "rate",
                campaign.draft().timing().spread() instanceof Spread.PerHour(int rate) ? rate : 0,
                "success",
                Tone.SUCCESS,
                "waiting",
                Tone.WAITING));
        model.put("movable", campaign.mayMove());
        Start start = campaign.draft().timing().start();
        model.put("movesByRecipient", start instanceof Start.At at && at.clock() == Whose.RECIPIENT);
        model.put(
                "movesFrom",
                start instanceof Start.At at && at.local() != null ? at.local().toString() : "");
        if (campaign.state().isOnItsWay()) {
            model.put("cancelling", sending.cancelling().ask(campaign.account(), List.of(campaign.id())));
        }
        TrialModel.View trial = sending.trials().of(campaign);
        if (trial != null) {
            model.put("trial", trial);
        }
        return model;
    }
}
