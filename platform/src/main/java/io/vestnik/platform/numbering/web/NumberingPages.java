package io.vestnik.platform.numbering.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.numbering.domain.LoadResult;
import io.vestnik.platform.numbering.domain.NumberingSettings;
import io.vestnik.platform.numbering.domain.PlanDesk;
import io.vestnik.platform.numbering.domain.PlanLoad;
import io.vestnik.platform.numbering.domain.PlanNumbering;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The plan in force, one number looked up, and what loads came to. */
@Controller
@PreAuthorize(NumberingRights.MAY_VIEW)
class NumberingPages {
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private final PlanDesk desk;
    private final PlanNumbering numbering;
    private final NumberingSettings settings;
    private final Format texts;
    private final JsonMapper json;

    NumberingPages(PlanDesk desk, PlanNumbering numbering, NumberingSettings settings, Format texts, JsonMapper json) {
        this.desk = desk;
        this.numbering = numbering;
        this.settings = settings;
        this.texts = texts;
        this.json = json;
    }

    /** A line of the history. */
    record Line(
            PlanLoad load,
            String kind,
            Tone tone,
            String state,
            @Nullable LoadResult result) {}

    /** A part of what is in force. */
    record Part(PlanLoad.Part part, String name) {}

    /** What is known of a number. */
    record Found(String phone, Origin origin, String country, boolean ported) {}

    @GetMapping("/numbering")
    String show(@RequestParam(defaultValue = "") String number, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("number", number);
        if (!number.isBlank()) {
            Optional<Found> found = find(number);
            model.addAttribute("found", found.orElse(null));
            model.addAttribute("unreadable", found.isEmpty());
        }
        model.addAttribute(
                "inForce",
                desk.parts().stream()
                        .map(part -> new Part(part, texts.text("numbering.part." + part.part())))
                        .toList());
        model.addAttribute("loads", desk.loads().stream().map(this::line).toList());
        model.addAttribute("editing", who.may(NumberingRights.EDIT));
        model.addAttribute("sources", settings.sources());
        model.addAttribute("portedSources", settings.ported());
        model.addAttribute("hour", "%02d:00".formatted(settings.hour()));
        return "numbering/plan";
    }

    @GetMapping("/numbering/loads/{id:\\d{1,18}}")
    String load(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        PlanLoad load = desk.load(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Line line = line(load);
        model.addAttribute("line", line);
        model.addAttribute("load", load);
        model.addAttribute("result", line.result());
        String title = texts.text(load.ported() ? "numbering.load.ported" : "numbering.load.register");
        model.addAttribute("title", title);
        desk.job(who.account(), load).ifPresent(job -> {
            model.addAttribute("job", job.id());
            model.addAttribute("progress", job.progress(title));
            model.addAttribute("live", "/jobs/" + job.id() + "/events");
        });
        model.addAttribute("forcible", who.may(NumberingRights.EDIT) && PlanDesk.isForcible(load));
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("waiting", Tone.WAITING);
        return "numbering/load";
    }

    private Line line(PlanLoad load) {
        Tone tone = switch (load.state()) {
            case UNDER_WAY -> Tone.PROGRESS;
            case DONE -> Tone.SUCCESS;
            case REFUSED -> Tone.FAILURE;
            case STOPPED -> Tone.NEUTRAL;
        };
        return new Line(
                load,
                texts.text(load.ported() ? "numbering.kind.ported" : "numbering.kind.register"),
                tone,
                texts.text("numbering.state."
                        + load.state().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                load.result() == null ? null : json.readValue(load.result(), LoadResult.class));
    }

    private Optional<Found> find(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        // As people of the country write it.
        if (digits.length() == 11 && digits.startsWith("8")) {
            digits = "7" + digits.substring(1);
        }
        if (digits.length() < LEAST_DIGITS || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        Origin origin = numbering.of(digits);
        String country = Locale.of("", origin.country()).getDisplayCountry(LocaleContextHolder.getLocale());
        return Optional.of(new Found(digits, origin, country, numbering.isPorted(digits)));
    }
}
