package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.plans.OwnDaysOff;
import io.vestnik.platform.plans.domain.Calendars;
import io.vestnik.platform.plans.domain.DayOffDesk;
import io.vestnik.platform.plans.domain.DaysOff.DayOff;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The days off that an account adds to the production calendar. */
@Controller
class DayOffPages {
    private static final String PAGE = "redirect:/plans/days-off";

    private final DayOffDesk desk;
    private final Calendars calendars;
    private final PlanWords words;

    DayOffPages(DayOffDesk desk, Calendars calendars, PlanWords words) {
        this.desk = desk;
        this.calendars = calendars;
        this.words = words;
    }

    @GetMapping("/plans/days-off")
    @PreAuthorize(PlanRights.MAY_VIEW)
    String list(@AuthenticationPrincipal Who who, Model model) {
        Holidays holidays = calendars.of(who.account());
        String years = holidays.years().stream().sorted().map(Object::toString).collect(Collectors.joining(", "));
        model.addAttribute("days", desk.list(who.account()));
        model.addAttribute(
                "known",
                years.isEmpty() ? words.of("plans.days-off.unknown") : words.of("plans.days-off.known", years));
        model.addAttribute("mayStart", who.may(PlanRights.START));
        return "plans/days-off";
    }

    @PostMapping("/plans/days-off")
    @PreAuthorize(PlanRights.MAY_START)
    String add(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String stripped = name.strip();
        Optional<LocalDate> read = day(day);
        boolean fits = read.isPresent() && stripped.length() <= DayOff.LONGEST;
        if (fits && desk.add(who, new DayOff(read.get(), stripped))) {
            redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("plans.days-off.added")));
            return PAGE;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String fault = words.of(fits ? "plans.days-off.too-many" : "plans.fault.bad_day");
        model.addAttribute("errors", FieldErrors.none().and("day", fault));
        return list(who, model);
    }

    @PostMapping("/plans/days-off/remove")
    @PreAuthorize(PlanRights.MAY_START)
    String remove(
            @RequestParam(defaultValue = "") String day,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        if (day(day).filter(it -> desk.remove(who, it)).isPresent()) {
            redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("plans.days-off.removed")));
        }
        return PAGE;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return Optional.of(day).filter(OwnDaysOff.Day::isKept);
        } catch (DateTimeException e) {
            return Optional.empty(); // told at the field
        }
    }
}
