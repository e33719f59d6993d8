package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.plans.domain.RuleReader;
import io.vestnik.platform.plans.domain.RuleReader.Reading;
import io.vestnik.platform.plans.domain.Schedule;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making and changing a plan: when it runs, in words and in its next ten runs as one chooses. */
@Controller
class PlanFormPages {
    private final Planner desk;
    private final PlanModel model;
    private final PlanWords words;
    private final PlanAnswers answers;
    private final Clock clock;

    PlanFormPages(Planner desk, PlanModel model, PlanWords words, Clock clock, PlanAnswers answers) {
        this.answers = answers;
        this.desk = desk;
        this.model = model;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/plans/new")
    @PreAuthorize(PlanRights.MAY_START)
    String empty(
            @RequestParam(required = false) @Nullable Long campaign, @AuthenticationPrincipal Who who, Model page) {
        Optional<String> name = model.nameOf(who.account(), campaign);
        ZoneId zone = model.zone(who.account());
        PlanForm form = PlanForm.fresh(
                name.orElse(""), name.isPresent() ? campaign : null, LocalDate.ofInstant(clock.instant(), zone), zone);
        return form(form, null, who, page);
    }

    @PostMapping("/plans")
    @PreAuthorize(PlanRights.MAY_START)
    String create(
            @ModelAttribute PlanForm form,
            @AuthenticationPrincipal Who who,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        PlanReader reader = new PlanReader(words);
        Plan.Terms terms = reader.terms(form).orElse(null);
        return terms == null
                ? refused(form, reader.errors(), null, who, page, response)
                : saved(desk.create(who, terms), form, null, who, page, redirect, response);
    }

    @GetMapping("/plans/{id:\\d{1,18}}/edit")
    @PreAuthorize(PlanRights.MAY_START)
    String edit(@PathVariable long id, @AuthenticationPrincipal Who who, Model page) {
        Plan plan = find(who, id);
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) -> form(PlanForm.of(plan, schedule), plan, who, page);
            case Occasion.Anniversary _ -> "redirect:/plans/" + id + "/greeting";
        };
    }

    @PostMapping("/plans/{id:\\d{1,18}}")
    @PreAuthorize(PlanRights.MAY_START)
    String change(
            @PathVariable long id,
            @ModelAttribute PlanForm form,
            @AuthenticationPrincipal Who who,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Plan plan = find(who, id);
        PlanReader reader = new PlanReader(words);
        Plan.Terms terms = reader.terms(form).orElse(null);
        int version = form.version() == null ? 0 : form.version();
        return terms == null
                ? refused(form, reader.errors(), plan, who, page, response)
                : saved(desk.change(who, plan.id(), version, terms), form, plan, who, page, redirect, response);
    }

    private String saved(
            Planner.Saved saved,
            PlanForm form,
            @Nullable Plan plan,
            Who who,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answers.to(saved, redirect, errors -> refused(form, errors, plan, who, page, response), current -> {
            page.addAttribute("changes", model.changes(current, form));
            page.addAttribute("waiting", Tone.WAITING);
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(form.seenAs(current.version()), plan, who, page);
        });
    }

    /** What the chosen days and times come to. */
    @PostMapping("/plans/look")
    @PreAuthorize(PlanRights.MAY_START)
    String look(@ModelAttribute PlanForm form, @AuthenticationPrincipal Who who, Model page) {
        model.outlook(page, who.account(), form);
        return "plans/form :: outlook";
    }

    /** Takes a rule by RFC 5545 over into the fields. */
    @PostMapping("/plans/rule")
    @PreAuthorize(PlanRights.MAY_START)
    String rule(
            @RequestParam(required = false) @Nullable Long id,
            @ModelAttribute PlanForm form,
            @AuthenticationPrincipal Who who,
            Model page,
            HttpServletResponse response) {
        ZoneId zone = model.zone(form.zone(), who.account());
        Plan plan = id == null || id <= 0 ? null : find(who, id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return switch (RuleReader.read(PlanForm.or(form.rule()), zone, today)) {
            case Reading.Read(Schedule schedule) -> form(form.at(schedule), plan, who, page);
            case Reading.Refused(String code, String detail) ->
                refused(
                        form,
                        FieldErrors.none().and("rule", words.of("plans.rule." + code, detail)),
                        plan,
                        who,
                        page,
                        response);
        };
    }

    private String refused(
            PlanForm form, FieldErrors errors, @Nullable Plan plan, Who who, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page.addAttribute("errors", errors);
        return form(form, plan, who, page);
    }

    private String form(PlanForm form, @Nullable Plan plan, Who who, Model page) {
        model.fill(page, who.account(), form, plan);
        return "plans/form";
    }

    private Plan find(Who who, long id) {
        return (id > 0 ? desk.find(who.account(), new PlanId(id)) : Optional.<Plan>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
