package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.smppserver.domain.LiveTap;
import io.vestnik.platform.smppserver.domain.Taps;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's staff watch what a program and the nodes say to each other, for some minutes. */
@Controller
@RequestMapping("/smppserver/tap")
@PreAuthorize("hasAuthority('" + SystemRights.TAP + "')")
class TapPages {
    private static final int LONGEST_NAME = 64;

    private final Taps taps;
    private final SystemWords words;

    TapPages(Taps taps, SystemWords words) {
        this.taps = taps;
        this.words = words;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String system, Model model) {
        return page(system, FieldErrors.none(), model);
    }

    /** What has come since the page was drawn. */
    @GetMapping("/lines")
    String lines(@RequestParam String system, Model model) {
        page(system, FieldErrors.none(), model);
        return "smppserver/tap :: lines";
    }

    @PostMapping
    String start(
            @RequestParam String system,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        String name = system.strip();
        if (name.length() > LONGEST_NAME || !taps.start(who, name)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(name, words.errors(Map.of("system", "unknown")), model);
        }
        redirect.addAttribute("system", name);
        return "redirect:/smppserver/tap";
    }

    @PostMapping("/off")
    String stop(@RequestParam String system, RedirectAttributes redirect) {
        taps.stop(system);
        redirect.addAttribute("system", system);
        return "redirect:/smppserver/tap";
    }

    private String page(String system, FieldErrors errors, Model model) {
        Optional<LiveTap> tap = taps.of(system);
        model.addAttribute("system", system);
        model.addAttribute("errors", errors);
        model.addAttribute("until", tap.map(LiveTap::until).orElse(null));
        model.addAttribute("pdus", tap.map(LiveTap::lines).orElse(List.of()));
        return "smppserver/tap";
    }
}
