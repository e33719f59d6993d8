package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.shell.Toast;
import java.util.function.BiPredicate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a plan by a button. */
@Controller
@PreAuthorize(PlanRights.MAY_START)
class PlanActs {
    private final Planner desk;
    private final PlanWords words;

    PlanActs(Planner desk, PlanWords words) {
        this.desk = desk;
        this.words = words;
    }

    @PostMapping("/plans/{id:\\d{1,18}}/pause")
    @PreAuthorize(PlanRights.MAY_START)
    String pause(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return act(id, who, desk::pause, "pause", "plans.too-late", redirect);
    }

    @PostMapping("/plans/{id:\\d{1,18}}/resume")
    @PreAuthorize(PlanRights.MAY_START)
    String resume(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return act(id, who, desk::resume, "resume", "plans.too-late", redirect);
    }

    @PostMapping("/plans/{id:\\d{1,18}}/run")
    @PreAuthorize(PlanRights.MAY_START)
    String run(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return act(id, who, desk::runNow, "run", "plans.run.busy", redirect);
    }

    /** What was seen of the draft is what is sent from now on. */
    @PostMapping("/plans/{id:\\d{1,18}}/message")
    @PreAuthorize(PlanRights.MAY_START)
    String takeMessage(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        return act(
                id,
                who,
                (by, plan) -> desk.takeMessage(by, plan, version),
                "message.take",
                "plans.message.moved",
                redirect);
    }

    @PostMapping("/plans/{id:\\d{1,18}}/delete")
    @PreAuthorize(PlanRights.MAY_START)
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        there(id, who);
        desk.delete(who, new PlanId(id));
        redirect.addFlashAttribute(
                Toast.NAME, Toast.done(words.of("plans.delete.done")).undoneBy("/plans/" + id + "/restore"));
        return "redirect:/plans";
    }

    @PostMapping("/plans/{id:\\d{1,18}}/restore")
    @PreAuthorize(PlanRights.MAY_START)
    String restore(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (id <= 0
                || !(desk.restore(who, new PlanId(id))
                        || desk.find(who.account(), new PlanId(id)).isPresent())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("plans.restore.done")));
        return "redirect:/plans/" + id;
    }

    private String act(
            long id, Who who, BiPredicate<Who, PlanId> act, String name, String refusal, RedirectAttributes redirect) {
        there(id, who);
        boolean done = act.test(who, new PlanId(id));
        redirect.addFlashAttribute(
                Toast.NAME, done ? Toast.done(words.of("plans." + name + ".done")) : Toast.failed(words.of(refusal)));
        return "redirect:/plans/" + id;
    }

    private void there(long id, Who who) {
        if (id <= 0 || desk.find(who.account(), new PlanId(id)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
