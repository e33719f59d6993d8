package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.OperatorLine;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.PreviewStore;
import io.vestnik.platform.campaigns.domain.RouteWatch;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.shell.Progress;
import io.vestnik.platform.shell.Tone;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a preview shows. */
@Component
class PreviewModel {
    private final CampaignStore campaigns;
    private final PreviewStore previews;
    private final Accounts accounts;
    private final RouteWatch routes;
    private final CampaignTexts texts;

    PreviewModel(
            CampaignStore campaigns, PreviewStore previews, Accounts accounts, RouteWatch routes, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.previews = previews;
        this.accounts = accounts;
        this.routes = routes;
        this.texts = texts;
    }

    /** Why the last preview came to nothing; null when it did not fail. */
    @Nullable
    String trouble(AccountId account, CampaignId id) {
        return campaigns.find(account, id).map(StoredCampaign::trouble).orElse(null);
    }

    /** The audience is being counted: the card of its job is live. */
    void making(Model model, AccountId account, Campaign campaign) {
        model.addAttribute("campaign", campaign);
        model.addAttribute(
                "progress", new Progress(texts.text("campaigns.previewing"), Tone.PROGRESS, 0, 0, null, null));
        previews.find(account, campaign.id(), campaign.preview())
                .ifPresent(preview -> model.addAttribute("live", "/jobs/" + preview.job() + "/events"));
    }

    /** What to do where nobody can be sent it, by why most cannot. */
    private String nobody(Preview preview) {
        return preview.leftOut().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(reason ->
                        texts.text("campaigns.nobody." + remedy(reason), texts.text("campaigns.left-out." + reason)))
                .orElseGet(() -> texts.text("campaigns.nobody.next"));
    }

    private static String remedy(String reason) {
        return switch (reason) {
            case "too_long", "empty_text", "bad_characters" -> "text";
            case "bad_number" -> "numbers";
            case "sender_barred" -> "sender";
            default -> "people";
        };
    }

    void fill(Model model, Who who, Campaign campaign, Preview preview) {
        String currency = accounts.get(who.account()).currency();
        boolean enough = preview.available().compareTo(preview.cost()) >= 0;
        model.addAttribute("campaign", campaign);
        model.addAttribute("name", texts.name(campaign.draft().name()));
        model.addAttribute("preview", preview);
        model.addAttribute("currency", currency);
        model.addAttribute("enough", enough);
        model.addAttribute(
                "operators",
                preview.byOperator().stream()
                        .map(line -> new OperatorLine(
                                line.mccMnc(),
                                texts.operator(line.mccMnc(), line.operator()),
                                line.recipients(),
                                line.parts(),
                                line.cost(),
                                line.reserve()))
                        .toList());
        model.addAttribute("missing", preview.cost().minus(preview.available()));
        model.addAttribute("after", preview.available().minus(preview.cost()));
        model.addAttribute(
                "left",
                preview.leftOut().values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("mayStart", who.may(CampaignRights.START));
        model.addAttribute("mayEdit", who.may(CampaignRights.EDIT));
        model.addAttribute(
                "routeDown",
                routes.waiting(
                        who.account(),
                        preview.byOperator().stream().map(OperatorLine::mccMnc).toList(),
                        TrafficType.ADVERTISING));
        model.addAttribute("nobody", nobody(preview));
        model.addAttribute("faults", preview.faults().stream().map(texts::text).toList());
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("success", Tone.SUCCESS);
    }
}
