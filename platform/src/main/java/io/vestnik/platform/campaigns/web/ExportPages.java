package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignTables;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.ExportJob;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a campaign as a table to take away. */
@Controller
class ExportPages {
    private final CampaignStore campaigns;
    private final CampaignTables tables;
    private final Jobs jobs;
    private final CampaignTexts texts;
    private final JsonMapper json;

    ExportPages(CampaignStore campaigns, CampaignTables tables, Jobs jobs, CampaignTexts texts, JsonMapper json) {
        this.campaigns = campaigns;
        this.tables = tables;
        this.jobs = jobs;
        this.texts = texts;
        this.json = json;
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/export")
    @PreAuthorize(CampaignRights.MAY_REPORT)
    String start(
            @PathVariable long id,
            @RequestParam(defaultValue = "xlsx") String format,
            ListQuery query,
            @AuthenticationPrincipal Who who) {
        CampaignId campaign = find(who, id).id();
        JobId job = tables.start(
                        who,
                        campaign,
                        CampaignTables.FORMATS.contains(format) ? format : "xlsx",
                        Filters.of(campaign, query, texts.format().zone()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:/campaigns/" + id + "/export/" + job;
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/export/{job:\\d{1,18}}")
    @PreAuthorize(CampaignRights.MAY_REPORT)
    String show(@PathVariable long id, @PathVariable long job, @AuthenticationPrincipal Who who, Model model) {
        StoredCampaign campaign = find(who, id);
        Job export = (job > 0 ? jobs.find(who.account(), new JobId(job)) : Optional.<Job>empty())
                .filter(found -> found.kind().equals(ExportJob.NAME))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("job", export);
        model.addAttribute("progress", export.progress(texts.text("campaigns.exporting")));
        model.addAttribute("live", export.state().isFinal() ? null : "/jobs/" + job + "/events");
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(texts.name(campaign.draft().name()), "/campaigns/" + campaign.id() + "/messages")));
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        if (export.result() != null) {
            model.addAttribute("result", json.readValue(export.result(), ExportJob.Result.class));
        }
        return "campaigns/export";
    }

    private StoredCampaign find(Who who, long id) {
        return (id > 0 ? campaigns.find(who.account(), new CampaignId(id)) : Optional.<StoredCampaign>empty())
                .filter(campaign -> campaign.expansion() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
