package io.vestnik.platform.links.web;

import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.domain.Clicks;
import io.vestnik.platform.links.domain.Following;
import io.vestnik.platform.links.domain.Following.Link;
import io.vestnik.platform.links.domain.Following.Way;
import io.vestnik.platform.links.domain.Guesses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Follows links: whoever asks is sent on at once, and the click is written behind them. Where people are told first where a link leads,
 * they have followed it when they go on from there.
 */
@Controller
@PreAuthorize("permitAll()")
class LinkPages {
    private final Following following;
    private final Clicks clicks;
    private final Asker asker;
    private final UnsubscribeForms forms;
    private final Doorstep doorstep;

    LinkPages(Following following, Clicks clicks, Asker asker, UnsubscribeForms forms, Doorstep doorstep) {
        this.following = following;
        this.clicks = clicks;
        this.asker = asker;
        this.forms = forms;
        this.doorstep = doorstep;
    }

    /** What is the same for all pages behind links. */
    @Component
    record Doorstep(Guesses guesses, MessageSource messages, Clock clock) {
        /** Where a code leads; null for who guesses too often. Whoever has a code gets there, whoever else asks from the same address. */
        @Nullable
        Way open(Following following, String code, HttpServletRequest request) {
            Way way = following.of(code);
            return way instanceof Way.Unknown && !guesses.mayGuess(request.getRemoteAddr()) ? null : way;
        }
    }

    @GetMapping("/l/{code}")
    @Nullable
    String follow(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Way way = open(code, request, response);
        if (way instanceof Way.To to && to.warn()) {
            model.addAttribute("host", to.host());
            model.addAttribute("address", to.address());
            model.addAttribute("code", code);
            return page("warn", HttpStatus.OK, request, response, model);
        }
        return followed(way, code, request, response, model);
    }

    /** Whoever was told where it leads goes on. */
    @GetMapping("/l/{code}/on")
    @Nullable
    String goOn(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return followed(open(code, request, response), code, request, response, model);
    }

    private @Nullable Way open(String code, HttpServletRequest request, HttpServletResponse response) {
        Headers.put(response);
        return doorstep.open(following, code, request);
    }

    private @Nullable String followed(
            @Nullable Way way, String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (way) {
            case null -> page("guessed", HttpStatus.TOO_MANY_REQUESTS, request, response, model);
            case Way.Unknown _ -> page("unknown", HttpStatus.NOT_FOUND, request, response, model);
            case Way.Expired _ -> page("expired", HttpStatus.GONE, request, response, model);
            case Way.Forbidden _ -> page("stopped", HttpStatus.GONE, request, response, model);
            case Way.To to -> {
                count(to.link(), request);
                response.setStatus(HttpStatus.FOUND.value());
                response.setHeader("Location", to.address());
                yield null;
            }
            case Way.Unsubscribe(Link link) -> {
                count(link, request);
                yield forms.show(link, code, request, response, model);
            }
        };
    }

    private void count(Link link, HttpServletRequest request) {
        Device device = asker.of(request);
        clicks.count(link.by(device, doorstep.clock().instant()));
    }

    private String page(
            String what, HttpStatus status, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("words", PageWords.of(request, "", doorstep.messages()));
        model.addAttribute("what", what);
        return "links/note";
    }
}
