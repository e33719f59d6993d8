package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.shell.FieldErrors;
import jakarta.servlet.http.HttpServletResponse;
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

/** Making and changing a greeting: a plan that goes by a date of each person. */
@Controller
class GreetingPages {
    private final Planner desk;
    private final PlanModel model;
    private final GreetingModel greetings;
    private final PlanWords words;
    private final PlanAnswers answers;

    GreetingPages(Planner desk, PlanModel model, GreetingModel greetings, PlanWords words, PlanAnswers answers) {
        this.answers = answers;
        this.desk = desk;
        this.model = model;
        this.greetings = greetings;
        this.words = words;
    }

    @GetMapping("/plans/greetings/new")
    @PreAuthorize(PlanRights.MAY_START)
    String empty(
            @RequestParam(required = false) @Nullable Long campaign, @AuthenticationPrincipal Who who, Model page) {
        Optional<String> name = model.nameOf(who.account(), campaign);
        if (!model.goesToGroups(who.account(), campaign)) {
            page.addAttribute("errors", FieldErrors.none().and("campaign", words.of("plans.fault.no_groups")));
        }
        return form(GreetingForm.fresh(name.orElse(""), name.isPresent() ? campaign : null), null, who, page);
    }

    @PostMapping("/plans/greetings")
    @PreAuthorize(PlanRights.MAY_START)
    String create(
            @ModelAttribute GreetingForm form,
            @AuthenticationPrincipal Who who,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        GreetingForm.Read read = form.read(words, model.zone(who.account()));
        return read.terms() == null
                ? refused(form, read.errors(), null, who, page, response)
                : saved(desk.create(who, read.terms()), form, null, who, page, redirect, response);
    }

    @GetMapping("/plans/{id:\\d{1,18}}/greeting")
    @PreAuthorize(PlanRights.MAY_START)
    String edit(@PathVariable long id, @AuthenticationPrincipal Who who, Model page) {
        Plan plan = find(who, id);
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar _ -> "redirect:/plans/" + id + "/edit";
            case Occasion.Anniversary occasion -> form(GreetingForm.of(plan, occasion), plan, who, page);
        };
    }

    @PostMapping("/plans/{id:\\d{1,18}}/greeting")
    @PreAuthorize(PlanRights.MAY_START)
    String change(
            @PathVariable long id,
            @ModelAttribute GreetingForm form,
            @AuthenticationPrincipal Who who,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Plan plan = find(who, id);
        GreetingForm.Read read = form.read(words, model.zone(who.account()));
        int version = form.version() == null ? 0 : form.version();
        return read.terms() == null
                ? refused(form, read.errors(), plan, who, page, response)
                : saved(desk.change(who, plan.id(), version, read.terms()), form, plan, who, page, redirect, response);
    }

    private String saved(
            Planner.Saved saved,
            GreetingForm form,
            @Nullable Plan plan,
            Who who,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answers.to(saved, redirect, errors -> refused(form, errors, plan, who, page, response), current -> {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("errors", FieldErrors.none().and("name", words.of("plans.fault.version")));
            return form(form.seenAs(current.version()), plan, who, page);
        });
    }

    private String refused(
            GreetingForm form,
            FieldErrors errors,
            @Nullable Plan plan,
            Who who,
            Model page,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page.addAttribute("errors", errors);
        return form(form, plan, who, page);
    }

    private String form(GreetingForm form, @Nullable Plan plan, Who who, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("plan", plan);
        page.addAttribute("patterns", model.patternsOfGroups(who.account(), form.campaign(), plan));
        greetings.fill(page, who.account());
        return "plans/greeting";
    }

    private Plan find(Who who, long id) {
        return (id > 0 ? desk.find(who.account(), new PlanId(id)) : Optional.<Plan>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
