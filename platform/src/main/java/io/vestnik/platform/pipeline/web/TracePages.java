package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.TraceStore;
import io.vestnik.platform.pipeline.domain.Tracing;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has what goes over the line kept for a while, and shows the last of it. */
@Controller
@PreAuthorize(PathRights.MAY_TRACE)
class TracePages {
    private static final int SHOWN = 100;
    private static final List<Integer> MINUTES = List.of(15, 60, 240, 1_440);

    private final Tracing tracing;
    private final TraceStore store;
    private final Routes routes;
    private final Accounts accounts;
    private final LineWords words;

    TracePages(Tracing tracing, TraceStore store, Routes routes, Accounts accounts, LineWords words) {
        this.tracing = tracing;
        this.store = store;
        this.routes = routes;
        this.accounts = accounts;
        this.words = words;
    }

    /** Something that is traced. */
    record Row(long id, String what, Instant until, Instant since, String by) {}

    @GetMapping("/pipeline/traces")
    String show(@RequestParam(defaultValue = "") String route, @AuthenticationPrincipal Who who, Model model) {
        return page(route, who, model);
    }

    private String page(String route, Who who, Model model) {
        List<Option> known = routes.open().stream()
                .map(it -> new Option(it.id().toString(), it.name()))
                .toList();
        Optional<RouteId> chosen = (route.isEmpty()
                        ? known.stream().findFirst().map(Option::value)
                        : Optional.of(route))
                .filter(it -> it.matches("[1-9][0-9]{0,17}"))
                .map(it -> new RouteId(Long.parseLong(it)));
        model.addAttribute("tabs", PathTabs.of(words.texts(), "/pipeline/traces"));
        model.addAttribute("active", tracing.active().stream().map(this::row).toList());
        model.addAttribute("routes", known);
        model.addAttribute("chosen", chosen.map(RouteId::toString).orElse(""));
        model.addAttribute(
                "spans",
                MINUTES.stream()
                        .map(minutes -> new Option(
                                minutes.toString(), words.texts().format().duration(Duration.ofMinutes(minutes))))
                        .toList());
        model.addAttribute(
                "lines",
                chosen.map(id -> store.last(who, id, SHOWN).stream()
                                .map(unit -> words.line(id, unit, who))
                                .toList())
                        .orElse(List.of()));
        return "pipeline/traces";
    }

    private Row row(TraceStore.Tracing one) {
        RouteId route = one.route();
        AccountId account = one.account();
        String what = route != null
                ? words.texts()
                        .text(
                                "pipeline.trace.route",
                                routes.find(route).map(Route::name).orElse("№ " + route))
                : words.texts()
                        .text(
                                "pipeline.trace.account",
                                account == null
                                        ? ""
                                        : accounts.find(account)
                                                .map(Account::name)
                                                .orElse("№ " + account));
        return new Row(one.id(), what, one.until(), one.since(), one.by());
    }

    @PostMapping("/pipeline/traces")
    String start(
            @RequestParam(defaultValue = "") String route,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "15") int minutes,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        @Nullable RouteId ofRoute = number(route) == 0 ? null : new RouteId(number(route));
        @Nullable AccountId ofAccount = number(account) == 0 ? null : new AccountId(number(account));
        boolean knownRoute = ofRoute != null && routes.find(ofRoute).isPresent();
        boolean knownAccount = ofAccount != null && accounts.find(ofAccount).isPresent();
        if (!account.isBlank() ? !knownAccount : !knownRoute) {
            model.addAttribute(
                    "errors",
                    FieldErrors.none()
                            .and(
                                    account.isBlank() ? "route" : "account",
                                    words.texts().text("pipeline.trace.unknown")));
            response.setStatus(422);
            return page(route, who, model);
        }
        tracing.start(
                who,
                knownAccount ? null : ofRoute,
                knownAccount ? ofAccount : null,
                Duration.ofMinutes(MINUTES.contains(minutes) ? minutes : MINUTES.getFirst()));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.texts().text("pipeline.trace.started")));
        return "redirect:/pipeline/traces" + (ofRoute == null ? "" : "?route=" + ofRoute);
    }

    private static long number(String typed) {
        return typed.strip().matches("[1-9][0-9]{0,17}") ? Long.parseLong(typed.strip()) : 0;
    }

    @PostMapping("/pipeline/traces/stop")
    String stop(@RequestParam long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        tracing.stop(who, id);
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.texts().text("pipeline.trace.stopped")));
        return "redirect:/pipeline/traces";
    }

    /** What of the wire is shown in words. */
    static StepView.@Nullable Unit unit(LineWords words, RouteId route, @Nullable Octets raw, Who who) {
        return raw == null || !who.may(PathRights.FULL) ? null : words.unit(route, raw);
    }
}
