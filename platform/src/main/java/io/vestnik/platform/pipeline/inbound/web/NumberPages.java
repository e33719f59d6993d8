package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.inbound.domain.Lending;
import io.vestnik.platform.pipeline.inbound.domain.NumberDesk;
import io.vestnik.platform.pipeline.inbound.web.NumberForm.Read;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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

/** The numbers that people write to, and whom the operator has lent them. */
@Controller
@PreAuthorize(InboundRights.MAY_LEND)
class NumberPages {
    private static final String HOME = "/pipeline/inbound/numbers";
    private static final int ROWS = 50;

    private final NumberDesk desk;
    private final Clients clients;
    private final InboundWords words;
    private final Clock clock;

    NumberPages(NumberDesk desk, Clients clients, InboundWords words, Clock clock) {
        this.desk = desk;
        this.clients = clients;
        this.words = words;
        this.clock = clock;
    }

    /** A number as a line of the list. */
    record Row(long id, String number, String keyword, String account, String route, String period) {}

    @GetMapping(HOME)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Lending> page = desk.list(
                who.account(),
                query.search().replaceAll("\\D", ""),
                query.after().orElse(null),
                ROWS);
        model.addAttribute(
                "list",
                ListView.of("inbound-numbers", query)
                        .searchable("pipeline.inbound.numbers.search")
                        .columns(
                                Column.text("number", "pipeline.inbound.numbers.number"),
                                Column.text("keyword", "pipeline.inbound.keyword"),
                                Column.text("account", "pipeline.inbound.account"),
                                Column.text("route", "pipeline.inbound.route"),
                                Column.text("period", "pipeline.inbound.period"))
                        .page(page.items().size(), page.next(), null));
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("tabs", words.tabs(who, HOME));
        return "pipeline/inbound-numbers";
    }

    private Row row(Lending lending) {
        return new Row(
                lending.id(),
                lending.number(),
                lending.keyword(),
                words.account(lending.account()),
                words.route(lending.route()),
                words.period(lending.begins(), lending.ends()));
    }

    /** Accounts whose names have what is being typed in them, for the field to choose from. */
    @GetMapping(HOME + "/accounts")
    String accounts(@RequestParam(defaultValue = "") String account, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("names", clients.like(who.account(), account));
        return "pipeline/inbound-number :: names";
    }

    @GetMapping(HOME + "/new")
    String fresh(Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return form(null, new NumberForm("", "", "", "", today.toString(), "", 0), FieldErrors.none(), model);
    }

    @PostMapping(HOME)
    String create(
            @ModelAttribute NumberForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return keep(0, form, who, response, redirect, model);
    }

    @GetMapping(HOME + "/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return form(id, shown(lending(who, id)), FieldErrors.none(), model);
    }

    private NumberForm shown(Lending lending) {
        return NumberForm.of(lending, lending.account() == null ? "" : clients.named(lending.account()));
    }

    @PostMapping(HOME + "/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute NumberForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        lending(who, id);
        return keep(id, form, who, response, redirect, model);
    }

    @PostMapping(HOME + "/{id}/delete")
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!desk.remove(who, id)) {
            throw gone();
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().text("pipeline.inbound.numbers.removed")));
        return "redirect:" + HOME;
    }

    private String keep(
            long id, NumberForm form, Who who, HttpServletResponse response, RedirectAttributes redirect, Model model) {
        Map<String, String> faults = switch (form.read(id, typed -> clients.find(who.account(), typed))) {
            case Read.Wrong(Map<String, String> wrong) -> wrong;
            case Read.Sound(Lending lending) ->
                switch (desk.keep(who, lending)) {
                    case DONE -> Map.of();
                    case TAKEN -> Map.of("number", "taken");
                    case NO_SUCH_ACCOUNT -> Map.of("account", "account");
                    case STALE -> Map.of("number", "stale");
                };
        };
        if (faults.isEmpty()) {
            redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().text("pipeline.inbound.numbers.kept")));
            return "redirect:" + HOME;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(id == 0 ? null : id, form, words.errors(faults), model);
    }

    private String form(@Nullable Long id, NumberForm form, FieldErrors errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("routes", words.routes());
        model.addAttribute("crumbs", List.of(new Crumb(words.format().text("pipeline.inbound.numbers"), HOME)));
        return "pipeline/inbound-number";
    }

    private Lending lending(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(NumberPages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
