package io.vestnik.platform.reports.web;

import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.reports.domain.Order;
import io.vestnik.platform.reports.domain.OrderDesk;
import io.vestnik.platform.reports.domain.Rhythm;
import io.vestnik.platform.reports.domain.Subject;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.statistics.Grouping;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports by mail: those that are ordered, and the form of another. */
@Controller
@PreAuthorize(OrderPages.MAY_ORDER)
class OrderPages {
    static final String ORDER = "reports:order";
    static final String MAY_ORDER = "hasAuthority('" + ORDER + "')";

    private static final int USUAL_HOUR = 9;
    /** An order is about the account itself. */
    private static final Set<Grouping> GROUPINGS = EnumSet.complementOf(EnumSet.of(Grouping.ACCOUNT));

    private final OrderDesk desk;
    private final Format format;

    OrderPages(OrderDesk desk, Format format) {
        this.desk = desk;
        this.format = format;
    }

    /** An order, and what it tells of. */
    record Row(Order order, String title) {}

    /** An order, as the browser sends it. */
    record Form(
            @Nullable String subject,
            @Nullable String rhythm,
            @Nullable Integer hour,
            @Nullable String kind,
            @Nullable Boolean attached,
            @Nullable List<String> emails) {
        static final Form EMPTY = new Form("mailings", Rhythm.WEEKLY.code(), USUAL_HOUR, "xlsx", true, List.of());

        Order.Wish wish() {
            return new Order.Wish(
                    Grouping.ofCode(Objects.requireNonNullElse(subject, ""))
                            .filter(GROUPINGS::contains)
                            .<Subject>map(Subject.Figures::new)
                            .orElseGet(Subject.Mailings::new),
                    Arrays.stream(Rhythm.values())
                            .filter(it -> it.code().equals(rhythm))
                            .findFirst()
                            .orElse(Rhythm.WEEKLY),
                    Math.clamp(Objects.requireNonNullElse(hour, USUAL_HOUR), 0, 23),
                    "csv".equals(kind),
                    Boolean.TRUE.equals(attached),
                    Objects.requireNonNullElse(emails, List.<String>of()).stream()
                            .distinct()
                            .toList());
        }

        /** Whether this address is chosen. */
        public boolean to(String email) {
            return emails != null && emails.contains(email);
        }
    }

    /** @param by how the figures of a new report are to be grouped; empty for mailings */
    @GetMapping("/reports/mail")
    String list(@RequestParam(defaultValue = "") String by, @AuthenticationPrincipal Who who, Model model) {
        Form form = Form.EMPTY;
        return page(
                who,
                by.isEmpty() ? form : new Form(by, form.rhythm(), form.hour(), form.kind(), form.attached(), List.of()),
                model);
    }

    private String page(Who who, Form form, Model model) {
        model.addAttribute(
                "orders",
                desk.list(who.account()).stream()
                        .map(order -> new Row(order, title(order.wish().subject())))
                        .toList());
        model.addAttribute("people", people(who));
        model.addAttribute("subjects", subjects());
        model.addAttribute("form", form);
        model.addAttribute(
                "rhythms",
                Arrays.stream(Rhythm.values())
                        .map(rhythm -> new Option(rhythm.code(), format.text("reports.rhythm." + rhythm.code())))
                        .toList());
        model.addAttribute(
                "hours",
                IntStream.range(0, 24)
                        .mapToObj(hour -> new Option(Integer.toString(hour), "%02d:00".formatted(hour)))
                        .toList());
        model.addAttribute("kinds", List.of(new Option("xlsx", "Excel"), new Option("csv", "CSV")));
        return "reports/mail";
    }

    /** Who may see one report or another: whether it is the one that is ordered, the desk asks. */
    private List<Addressee> people(Who who) {
        return Stream.of(new Subject.Mailings(), new Subject.Figures(Grouping.DAY))
                .flatMap(subject -> desk.people(who.account(), subject).stream())
                .distinct()
                .toList();
    }

    private List<Option> subjects() {
        return Stream.concat(
                        Stream.of(new Option("mailings", format.text("reports.mailings"))),
                        GROUPINGS.stream().map(by -> new Option(by.code(), title(new Subject.Figures(by)))))
                .toList();
    }

    private String title(Subject subject) {
        return switch (subject) {
            case Subject.Mailings() -> format.text("reports.mailings");
            case Subject.Figures(Grouping by) ->
                format.text("reports.figures") + " · " + format.text("statistics.by." + by.code());
        };
    }

    @PostMapping("/reports/mail")
    String order(
            Form form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (desk.order(who, form.wish()).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "errors", FieldErrors.none().and("emails", format.text("reports.nobody", OrderDesk.MOST)));
            return page(who, form, model);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("reports.ordered")));
        return "redirect:/reports/mail";
    }

    @PostMapping("/reports/mail/{id:\\d{1,18}}/delete")
    String cancel(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!desk.cancel(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("reports.cancelled")));
        return "redirect:/reports/mail";
    }
}
