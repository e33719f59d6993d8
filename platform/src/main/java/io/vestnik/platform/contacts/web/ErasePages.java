package io.vestnik.platform.contacts.web;

import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Erasures;
import io.vestnik.platform.contacts.Erasures.Erasure;
import io.vestnik.platform.contacts.domain.LoadRules;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

/** Erases everything about people, and shows the records of what was erased. */
@Controller
@PreAuthorize(StopRights.MAY_ERASE)
class ErasePages {
    private static final int MOST = 100;
    private static final int RECORDS = 20;

    private final Erasures erasures;
    private final LoadRules rules;
    private final Jobs jobs;
    private final Format format;

    ErasePages(Erasures erasures, LoadRules rules, Jobs jobs, Format format) {
        this.erasures = erasures;
        this.rules = rules;
        this.jobs = jobs;
        this.format = format;
    }

    @GetMapping("/contacts/erase")
    String empty(@AuthenticationPrincipal Who who, Model model) {
        return form(who, "", true, model);
    }

    /** From the card of a contact: the number comes in the body, so that it stays out of addresses. */
    @PostMapping("/contacts/erase/about")
    String about(@RequestParam(defaultValue = "") String phones, @AuthenticationPrincipal Who who, Model model) {
        return form(who, phones, true, model);
    }

    private String form(Who who, String phones, boolean never, Model model) {
        model.addAttribute("phones", phones);
        model.addAttribute("never", never);
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute(
                "records", erasures.list(who.account(), null, RECORDS).items());
        return "contacts/erase";
    }

    @PostMapping("/contacts/erase")
    String begin(
            @RequestParam(defaultValue = "") String phones,
            @RequestParam(defaultValue = "false") boolean never,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response) {
        Set<String> numbers = new LinkedHashSet<>();
        boolean readable = true;
        for (String piece : phones.split("[\\r\\n,;]+")) {
            if (!piece.isBlank()) {
                switch (PhoneNumber.parse(piece, rules.home(who.account()))) {
                    case ParseResult.Parsed parsed ->
                        numbers.add(parsed.number().digits());
                    case ParseResult.Refused _ -> readable = false;
                }
            }
        }
        if (!readable || numbers.isEmpty() || numbers.size() > MOST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "errors", FieldErrors.none().and("phones", format.text("contacts.erase.phones.wrong", MOST)));
            return form(who, phones, never, model);
        }
        return "redirect:/contacts/erase/" + erasures.begin(who, numbers, never).id();
    }

    @GetMapping("/contacts/erase/{id:\\d+}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Erasure erasure =
                erasures.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Job> job = Optional.ofNullable(erasure.job()).flatMap(it -> jobs.find(who.account(), it));
        String title = format.text("contacts.erase.job");
        model.addAttribute("erasure", erasure);
        model.addAttribute("rows", new TreeMap<>(erasure.rows()));
        model.addAttribute(
                "working",
                job.filter(it -> !it.state().isFinal())
                        .map(it -> it.progress(title))
                        .orElse(null));
        model.addAttribute(
                "live",
                job.filter(it -> !it.state().isFinal())
                        .map(it -> "/jobs/" + it.id() + "/events")
                        .orElse(null));
        model.addAttribute(
                "broken",
                erasure.finishedAt() == null
                        && job.map(it -> it.state() == Job.State.FAILED || it.state() == Job.State.CANCELLED)
                                .orElse(true));
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("waiting", Tone.WAITING);
        return "contacts/erasure";
    }

    @PostMapping("/contacts/erase/{id:\\d+}/again")
    String again(@PathVariable long id, @AuthenticationPrincipal Who who) {
        if (erasures.find(who.account(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        erasures.again(who, id);
        return "redirect:/contacts/erase/" + id;
    }
}
