package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.FrozenPreview;
import io.vestnik.platform.campaigns.domain.PreviewStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.Tally;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import io.vestnik.platform.shell.ClauseGroup;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.ListQuery;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who of a frozen audience has nothing to put in, and what they will read. */
@Controller
class EmptyFieldPages {
    /** What the number tells is no field of the list. */
    private static final String COUNTRY = "country";

    private final CampaignStore campaigns;
    private final PreviewStore previews;
    private final Examples examples;
    private final CampaignTexts texts;
    private final Contacts contacts;

    EmptyFieldPages(
            CampaignStore campaigns, PreviewStore previews, Examples examples, CampaignTexts texts, Contacts contacts) {
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.previews = previews;
        this.examples = examples;
        this.texts = texts;
    }

    /** How many have nothing in a field. */
    record Line(String field, String name, long count) {}

    /** A group of the audience, and the address of all its people who have nothing in the field now. */
    record Where(String group, String address) {}

    /** Those of a preview, the field that most lack first. */
    List<Line> lines(AccountId account, Preview preview) {
        if (preview.empty().isEmpty()) {
            return List.of();
        }
        Map<String, String> names = examples.names(account);
        return preview.empty().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(it -> new Line(it.getKey(), names.getOrDefault(it.getKey(), it.getKey()), it.getValue()))
                .toList();
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/preview/empty")
    @PreAuthorize(CampaignRights.MAY_REPORT)
    String list(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String field,
            @AuthenticationPrincipal Who who,
            Model model) {
        StoredCampaign campaign = (id > 0
                        ? campaigns.find(who.account(), new CampaignId(id))
                        : Optional.<StoredCampaign>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Tally tally = previews.find(who.account(), campaign.id(), campaign.preview())
                .map(FrozenPreview::tally)
                .orElse(Tally.NOTHING);
        List<Tally.Specimen> some = tally.lacking(field);
        long count = tally.empty().getOrDefault(field, 0L);
        model.addAttribute("rows", some);
        model.addAttribute("field", examples.names(who.account()).getOrDefault(field, field));
        model.addAttribute(
                "counted",
                count > some.size()
                        ? texts.text(
                                "campaigns.empty.first",
                                texts.format().number(some.size()),
                                texts.format().number(count))
                        : null);
        boolean linked = count > 0 && !field.equals(COUNTRY) && who.may("contacts:view");
        model.addAttribute("everybody", linked ? everybody(campaign, field) : List.of());
        model.addAttribute(
                "crumbs", List.of(new Crumb(texts.name(campaign.draft().name()), "/campaigns/" + id + "/preview")));
        return "campaigns/empty";
    }

    /** Of a large audience only some are kept by name; the list of contacts knows the others. */
    private List<Where> everybody(StoredCampaign campaign, String field) {
        Rule empty = Rule.all(List.of(new Condition(field, Condition.Test.EMPTY, "")));
        List<GroupId> chosen = campaign.draft().audience().groups();
        return contacts.groups(campaign.account()).stream()
                .filter(group -> chosen.contains(group.id()))
                .map(group -> {
                    Map<String, String> parameters = new LinkedHashMap<>(ClauseGroup.parameters(empty));
                    parameters.values().removeIf(String::isEmpty);
                    parameters.put("group", group.id().toString());
                    return new Where(group.name(), new ListQuery("/contacts", parameters).linkAt("/contacts"));
                })
                .toList();
    }
}
