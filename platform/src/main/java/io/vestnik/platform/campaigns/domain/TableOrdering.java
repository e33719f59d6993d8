package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignTables;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.MessageFilter;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Orders tables of messages, for pages and for programs. */
@Service
class TableOrdering implements CampaignTables {
    private static final int LONGEST_NAME = 60;

    private final CampaignStore campaigns;
    private final Jobs jobs;
    private final MessageSource messages;
    private final JsonMapper json;

    TableOrdering(CampaignStore campaigns, Jobs jobs, MessageSource messages, JsonMapper json) {
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public Optional<JobId> start(Who who, CampaignId id, String format, MessageFilter which) {
        return campaigns
                .find(who.account(), id)
                .filter(campaign -> campaign.expansion() != null)
                .map(campaign -> {
                    ExportJob.Input input = new ExportJob.Input(
                            id.value(),
                            format,
                            fileName(campaign.draft().name()),
                            which.state() == null ? null : which.state().number(),
                            which.recipientPrefix(),
                            campaign.recipients(),
                            which.conditions(),
                            who.name());
                    return jobs.start(who.account(), ExportJob.NAME, json.writeValueAsString(input));
                });
    }

    private String fileName(String written) {
        String named = written.isBlank()
                ? messages.getMessage("campaigns.unnamed", null, LocaleContextHolder.getLocale())
                : written;
        String name = named.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
