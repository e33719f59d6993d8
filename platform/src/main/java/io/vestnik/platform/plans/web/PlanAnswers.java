package io.vestnik.platform.plans.web;

import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a page answers to keeping a plan, whichever form it came from. */
@Component
class PlanAnswers {
    private final PlanWords words;

    PlanAnswers(PlanWords words) {
        this.words = words;
    }

    /**
     * The view that follows.
     *
     * @param refused shows the form again with what is wrong
     * @param stale shows it beside what another one kept meanwhile
     */
    String to(
            Planner.Saved saved,
            RedirectAttributes redirect,
            Function<FieldErrors, String> refused,
            Function<Plan, String> stale) {
        return switch (saved) {
            case Planner.Saved.Kept(PlanId id) -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("plans.saved")));
                yield "redirect:/plans/" + id;
            }
            case Planner.Saved.Refused(String field, String code) ->
                refused.apply(FieldErrors.none().and(field, words.of("plans.fault." + code)));
            case Planner.Saved.Stale(Plan current) -> stale.apply(current);
            case Planner.Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
