package io.vestnik.platform.links.web;

import io.vestnik.platform.links.domain.Following;
import io.vestnik.platform.links.domain.Following.Way;
import io.vestnik.platform.links.web.UnsubscribeForms.Letter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the buttons of the unsubscribe page do. The code in the address is all that proves who presses them: nobody else has it, so there
 * is no session to protect and no token.
 */
@Controller
@PreAuthorize("permitAll()")
class UnsubscribePages {
    private final Following following;
    private final UnsubscribeForms forms;
    private final LinkPages.Doorstep doorstep;

    UnsubscribePages(Following following, UnsubscribeForms forms, LinkPages.Doorstep doorstep) {
        this.following = following;
        this.forms = forms;
        this.doorstep = doorstep;
    }

    @PostMapping("/l/{code}")
    String end(
            @PathVariable String code,
            @RequestParam(defaultValue = "sender") String scope,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return act(
                code,
                request,
                response,
                model,
                "links/unsubscribed",
                letter -> forms.end(letter, scope.equals("everything"), reason));
    }

    @PostMapping("/l/{code}/back")
    String resume(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return act(code, request, response, model, "links/resubscribed", forms::resume);
    }

    private String act(
            String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            String done,
            Consumer<Letter> deed) {
        Headers.put(response);
        Optional<Letter> letter =
                doorstep.open(following, code, request) instanceof Way.Unsubscribe(Following.Link link)
                        ? forms.letter(link)
                        : Optional.empty();
        if (letter.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("words", PageWords.of(request, "", doorstep.messages()));
            model.addAttribute("what", "unknown");
            return "links/note";
        }
        deed.accept(letter.get());
        forms.fill(model, letter.get(), code, request);
        return done;
    }
}
