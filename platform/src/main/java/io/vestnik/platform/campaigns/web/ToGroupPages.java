package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.ToGroup;
import io.vestnik.platform.campaigns.Whom;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.ToGroupJob;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Whom a campaign was sent to, put into a group: what is asked, the work, what came of it. */
@Controller
class ToGroupPages {
    private static final int LONGEST_NAME = 100;
    private static final String MAY = "hasAuthority('campaigns:report') and hasAuthority('contacts:edit')";

    private final CampaignStore campaigns;
    private final ToGroup toGroup;
    private final Contacts contacts;
    private final Work work;
    private final CampaignTexts texts;

    ToGroupPages(CampaignStore campaigns, ToGroup toGroup, Contacts contacts, Work work, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.toGroup = toGroup;
        this.contacts = contacts;
        this.work = work;
        this.texts = texts;
    }

    /** The work that was started, and how what it leaves is read. */
    @Component
    record Work(Jobs jobs, JsonMapper json) {}

    /**
     * What a person asks for.
     *
     * @param to the name of the group, made where there is none
     */
    record Form(
            @Nullable String whom,
            @Nullable String to,
            @Nullable Boolean newcomers,
            @Nullable Boolean others) {
        Whom asked() {
            return Whom.ofCode(Objects.requireNonNullElse(whom, "")).orElse(Whom.Result.DELIVERED);
        }

        String name() {
            return Objects.requireNonNullElse(to, "").strip();
        }

        Gathering.Order order(Group group) {
            return new Gathering.Order(group.id(), Boolean.TRUE.equals(newcomers), Boolean.TRUE.equals(others));
        }
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/to-group")
    @PreAuthorize(MAY)
    String ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "delivered") String whom,
            @AuthenticationPrincipal Who who,
            Model model) {
        return form(find(who, id), new Form(whom, "", true, false), who, model);
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/to-group")
    @PreAuthorize(MAY)
    String start(
            @PathVariable long id,
            Form form,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response) {
        StoredCampaign campaign = find(who, id);
        Optional<JobId> job = target(who, form.name())
                .flatMap(group -> toGroup.start(who, campaign.id(), form.asked(), form.order(group)));
        if (job.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", FieldErrors.none().and("to", texts.text("campaigns.to-group.nowhere")));
            return form(campaign, form, who, model);
        }
        return "redirect:/campaigns/" + id + "/to-group/" + job.get();
    }

    /** The group of this name, made where there is none; none where a segment is called so. */
    private Optional<Group> target(Who who, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        boolean living = contacts.groups(who.account()).stream()
                .anyMatch(group -> group.living() && group.name().equalsIgnoreCase(name));
        return living ? Optional.empty() : Optional.of(contacts.groupNamed(who.account(), name));
    }

    private String form(StoredCampaign campaign, Form form, Who who, Model model) {
        List<Option> choices = new ArrayList<>();
        for (Whom.Result result : Whom.Result.values()) {
            choices.add(new Option(result.code(), texts.text("campaigns.to-group." + result.code())));
        }
        Arrays.stream(MessageState.values())
                .map(state -> new Option(
                        new Whom.InState(state).code(),
                        texts.text("campaigns.to-group.state", texts.text("shell.state." + state.code()))))
                .forEach(choices::add);
        model.addAttribute("campaign", campaign);
        model.addAttribute("crumbs", crumbs(campaign));
        model.addAttribute("form", form);
        model.addAttribute("choices", choices);
        model.addAttribute(
                "groups",
                contacts.groups(who.account()).stream()
                        .filter(group -> !group.living())
                        .map(Group::name)
                        .toList());
        return "campaigns/to-group";
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/to-group/{job:\\d{1,18}}")
    @PreAuthorize(MAY)
    String show(@PathVariable long id, @PathVariable long job, @AuthenticationPrincipal Who who, Model model) {
        StoredCampaign campaign = find(who, id);
        Job found = (job > 0 ? work.jobs().find(who.account(), new JobId(job)) : Optional.<Job>empty())
                .filter(it -> it.kind().equals(ToGroupJob.NAME))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("job", found);
        model.addAttribute("progress", found.progress(texts.text("campaigns.to-group.job")));
        model.addAttribute("live", found.state().isFinal() ? null : "/jobs/" + job + "/events");
        model.addAttribute("crumbs", crumbs(campaign));
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        if (found.result() != null) {
            model.addAttribute("result", work.json().readValue(found.result(), ToGroup.Result.class));
        }
        return "campaigns/to-group-job";
    }

    private List<Crumb> crumbs(StoredCampaign campaign) {
        return List.of(new Crumb(texts.name(campaign.draft().name()), "/campaigns/" + campaign.id() + "/messages"));
    }

    private StoredCampaign find(Who who, long id) {
        return (id > 0 ? campaigns.find(who.account(), new CampaignId(id)) : Optional.<StoredCampaign>empty())
                .filter(campaign -> campaign.expansion() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
