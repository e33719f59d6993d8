package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Series;
import io.vestnik.platform.campaigns.domain.CounterStore;
import io.vestnik.platform.campaigns.domain.SeriesDesk;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Campaigns that follow one another, beside one another. */
@Controller
class SeriesPages {
    private final SeriesDesk desk;
    private final CounterStore counters;
    private final CampaignTexts texts;

    SeriesPages(SeriesDesk desk, CounterStore counters, CampaignTexts texts) {
        this.desk = desk;
        this.counters = counters;
        this.texts = texts;
    }

    /**
     * One of the series.
     *
     * @param delivered the share in words; none before it is confirmed, as is {@code clicked}
     */
    record Row(
            long id,
            String name,
            boolean here,
            String state,
            Tone tone,
            Instant at,
            long recipients,
            @Nullable String delivered,
            @Nullable String clicked) {}

    @GetMapping("/campaigns/{id:\\d{1,18}}/series")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        List<StoredCampaign> series = id > 0 ? desk.of(who.account(), new CampaignId(id)) : List.of();
        if (series.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<CampaignId> ids = series.stream().map(StoredCampaign::id).toList();
        Map<CampaignId, Map<MessageState, Long>> counts = counters.counts(who.account(), ids);
        Map<CampaignId, Map<MessageMark, Long>> marks = counters.marks(who.account(), ids);
        model.addAttribute(
                "rows",
                series.stream()
                        .map(one -> row(
                                one,
                                id,
                                counts.getOrDefault(one.id(), Map.of()),
                                marks.getOrDefault(one.id(), Map.of())))
                        .toList());
        model.addAttribute("campaign", id);
        model.addAttribute("name", texts.name(series.getFirst().draft().name()));
        model.addAttribute("mayEdit", who.may(CampaignRights.EDIT));
        return "campaigns/series";
    }

    private Row row(StoredCampaign campaign, long here, Map<MessageState, Long> counts, Map<MessageMark, Long> marks) {
        StoredCampaign.Expansion begun = campaign.expansion();
        long delivered = counts.getOrDefault(MessageState.DELIVERED, 0L) + counts.getOrDefault(MessageState.READ, 0L);
        return new Row(
                campaign.id().value(),
                texts.name(campaign.draft().name()),
                campaign.id().value() == here,
                campaign.state().code(),
                CampaignTexts.tone(campaign.state()),
                begun == null ? campaign.createdAt() : begun.nextAt() == null ? begun.confirmedAt() : begun.nextAt(),
                campaign.recipients(),
                begun == null ? null : texts.format().percent(delivered, campaign.recipients()),
                begun == null
                        ? null
                        : texts.format().percent(marks.getOrDefault(MessageMark.CLICKED, 0L), campaign.recipients()));
    }

    /** Goes on to the form of the next one. */
    @PostMapping("/campaigns/{id:\\d{1,18}}/series")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String follow(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Series.Answer answer = id > 0 ? desk.follow(who, new CampaignId(id)) : new Series.Answer.NotFound();
        return switch (answer) {
            case Series.Answer.Made(CampaignId draft) -> "redirect:/campaigns/" + draft + "/edit";
            case Series.Answer.TooMany() -> {
                redirect.addFlashAttribute(
                        Toast.NAME, Toast.failed(texts.text("campaigns.series.too-many", Series.MOST)));
                yield "redirect:/campaigns/" + id + "/series";
            }
            case Series.Answer.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
