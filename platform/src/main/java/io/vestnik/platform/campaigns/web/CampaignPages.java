package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A started campaign: where it stands, live, and the ways to steer it. */
@Controller
class CampaignPages {
    private final Campaigns campaigns;
    private final CampaignStore store;
    private final CampaignView view;
    private final CampaignStream stream;
    private final CampaignTexts texts;

    CampaignPages(
            Campaigns campaigns, CampaignStore store, CampaignView view, CampaignStream stream, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.store = store;
        this.view = view;
        this.stream = stream;
        this.texts = texts;
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        StoredCampaign campaign = find(who, id);
        return switch (campaign.state()) {
            case DRAFT -> "redirect:/campaigns/" + id + "/edit";
            case PREVIEWING, PREVIEWED, AWAITING_PAYMENT, AWAITING_APPROVAL -> "redirect:/campaigns/" + id + "/preview";
            case SCHEDULED, RUNNING, PAUSED, CANCELLED, FINISHED -> {
                view.fill(model, who, campaign);
                view.when(model, campaign);
                yield "campaigns/campaign";
            }
        };
    }

    /** The live parts again each time something moves; this thread is a virtual one and may wait. */
    @GetMapping(path = "/campaigns/{id:\\d{1,18}}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize(CampaignRights.MAY_VIEW)
    void events(
            @PathVariable long id,
            @AuthenticationPrincipal Who who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        stream.write(who, find(who, id), request, response);
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/pause")
    @PreAuthorize(CampaignRights.MAY_START)
    String pause(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return steer(who, id, campaigns::pause, "campaigns.paused", redirect);
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/resume")
    @PreAuthorize(CampaignRights.MAY_START)
    String resume(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return steer(who, id, campaigns::resume, "campaigns.resumed", redirect);
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/speed")
    @PreAuthorize(CampaignRights.MAY_START)
    String speed(
            @PathVariable long id,
            @RequestParam(defaultValue = "once") String spread,
            @RequestParam(required = false) @Nullable Integer rate,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        StoredCampaign campaign = find(who, id);
        Spread wanted = speed(spread, rate);
        boolean obeyed = wanted != null && campaigns.speed(who, campaign.id(), wanted);
        redirect.addFlashAttribute(
                Toast.NAME,
                obeyed
                        ? Toast.done(texts.text("campaigns.speed.done"))
                        : Toast.failed(texts.text("campaigns.speed.refused")));
        return "redirect:/campaigns/" + id;
    }

    private static @Nullable Spread speed(String spread, @Nullable Integer rate) {
        return switch (spread) {
            case "once" -> new Spread.AtOnce();
            case "rate" -> rate == null ? null : new Spread.PerHour(rate);
            default -> null;
        };
    }

    private String steer(
            Who who, long id, BiPredicate<Who, CampaignId> order, String done, RedirectAttributes redirect) {
        StoredCampaign campaign = find(who, id);
        boolean obeyed = order.test(who, campaign.id());
        redirect.addFlashAttribute(
                Toast.NAME, obeyed ? Toast.done(texts.text(done)) : Toast.failed(texts.text("campaigns.too-late")));
        return "redirect:/campaigns/" + id;
    }

    private StoredCampaign find(Who who, long id) {
        return (id > 0 ? store.find(who.account(), new CampaignId(id)) : Optional.<StoredCampaign>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
