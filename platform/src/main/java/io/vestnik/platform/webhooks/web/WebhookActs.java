package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.webhooks.Callbacks;
import io.vestnik.platform.webhooks.Webhooks.Again;
import io.vestnik.platform.webhooks.domain.EndpointDesk;
import io.vestnik.platform.webhooks.domain.Resending;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with an endpoint of callbacks by a button. */
@Controller
@RequestMapping("/webhooks")
@PreAuthorize("hasAuthority('webhooks:edit')")
class WebhookActs {
    private final EndpointDesk desk;
    private final Resending resending;
    private final WebhookWords words;

    WebhookActs(EndpointDesk desk, Resending resending, WebhookWords words) {
        this.desk = desk;
        this.resending = resending;
        this.words = words;
    }

    /** Makes the endpoint of the addresses in messages, so that its secret can be set up before the first message. */
    @PostMapping("/messages")
    String forMessages(@AuthenticationPrincipal Who who) {
        return "redirect:/webhooks/" + desk.forMessages(who.account());
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        there(who, id);
        Callbacks.Tried tried = resending.test(who, id);
        boolean taken = tried.status() >= 200 && tried.status() < 300;
        String text = words.tried(tried);
        redirect.addFlashAttribute(Toast.NAME, taken ? Toast.done(text) : Toast.failed(text));
        return "redirect:/webhooks/" + id;
    }

    @PostMapping("/{id}/rotate")
    String rotate(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return switch (desk.rotate(who, id)) {
            case DONE -> done(true, id, "webhooks.rotated", redirect);
            case TOO_MANY -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.failed(words.of("webhooks.rotate.too-many")));
                yield "redirect:/webhooks/" + id;
            }
            case NOT_FOUND -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** Has a secret that was replaced sign no more. */
    @PostMapping("/{id}/secrets/{secret}/end")
    String endSecret(
            @PathVariable long id,
            @PathVariable long secret,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        return done(desk.endSecret(who, id, secret), id, "webhooks.secret.ended", redirect);
    }

    @PostMapping("/{id}/on")
    String on(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return done(desk.switchTo(who, id, true), id, "webhooks.on.done", redirect);
    }

    @PostMapping("/{id}/off")
    String off(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return done(desk.switchTo(who, id, false), id, "webhooks.off.done", redirect);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!desk.delete(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("webhooks.deleted")));
        return "redirect:/webhooks";
    }

    /** Tells again what ended in a time. */
    @PostMapping("/{id}/resend")
    String resend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean all,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        there(who, id);
        Optional<Instant> since = words.time(from);
        Optional<Instant> before = words.time(until);
        if (since.isEmpty() || before.isEmpty()) {
            redirect.addFlashAttribute(Toast.NAME, Toast.failed(words.of("webhooks.resend.no-time")));
        } else {
            int count = desk.resend(who, id, new Again(since.get(), before.get(), all));
            redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("webhooks.resent.many", count)));
        }
        return "redirect:/webhooks/" + id;
    }

    private String done(boolean done, long id, String key, RedirectAttributes redirect) {
        if (!done) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of(key)));
        return "redirect:/webhooks/" + id;
    }

    private void there(Who who, long id) {
        if (desk.find(who.account(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
