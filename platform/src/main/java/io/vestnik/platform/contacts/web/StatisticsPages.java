package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.shell.Chart;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Charts of the base: each is counted when it is pulled, and leads into the list of those behind a part of it. */
@Controller
@PreAuthorize(ContactsRights.MAY_VIEW)
class StatisticsPages {
    private static final List<String> EVERYWHERE = List.of("operator", "region", "sex", "age", "added", "group");

    private final Contacts contacts;
    private final Fields fields;
    private final BaseCharts charts;
    private final Format format;

    StatisticsPages(Contacts contacts, Fields fields, BaseCharts charts, Format format) {
        this.contacts = contacts;
        this.fields = fields;
        this.charts = charts;
        this.format = format;
    }

    /** A chart to pull. */
    record Place(String by, String title) {}

    @GetMapping("/contacts/statistics")
    String show(@RequestParam(defaultValue = "") String group, @AuthenticationPrincipal Who who, Model model) {
        List<Place> places = new ArrayList<>();
        EVERYWHERE.forEach(by -> places.add(new Place(by, format.text("contacts.statistics." + by))));
        fields.shown(who.account()).stream()
                .filter(field -> field.own() && (field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.YES_NO))
                .forEach(field -> places.add(new Place(field.key(), format.text(field.titleKey()))));
        model.addAttribute("places", places);
        model.addAttribute("group", group);
        model.addAttribute(
                "groups",
                contacts.groups(who.account()).stream()
                        .map(it -> new Option(it.id().toString(), it.name()))
                        .toList());
        return "contacts/statistics";
    }

    @GetMapping("/contacts/statistics/chart")
    String chart(
            @RequestParam String by,
            @RequestParam(defaultValue = "") String group,
            @AuthenticationPrincipal Who who,
            Model model) {
        GroupId chosen = FilterAddress.group(group)
                .filter(id -> contacts.group(who.account(), id).isPresent())
                .orElse(null);
        BaseCharts.Drawn drawn = charts.draw(who.account(), chosen, by)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Chart chart = drawn.chart();
        model.addAttribute("chart", chart);
        model.addAttribute("empty", chart.labels().isEmpty());
        model.addAttribute("at", drawn.at());
        return "contacts/statistics :: drawn";
    }
}
