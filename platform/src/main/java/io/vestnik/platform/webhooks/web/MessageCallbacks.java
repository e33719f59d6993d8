package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timelines;
import io.vestnik.platform.shell.Slot;
import io.vestnik.platform.webhooks.domain.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Callbacks about one message, on the page of its life. */
@Controller
class MessageCallbacks {
    private final Timelines timelines;
    private final Journal journal;
    private final WebhookWords words;

    MessageCallbacks(Timelines timelines, Journal journal, WebhookWords words) {
        this.timelines = timelines;
        this.journal = journal;
        this.words = words;
    }

    @GetMapping("/webhooks/about/{id:[0-9]{1,16}}")
    @PreAuthorize("hasAuthority('" + Timelines.VIEW + "')")
    String about(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        MessageView message = timelines
                .outline(Reach.of(who), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .message();
        model.addAttribute("lines", journal.about(message.account(), message.id()));
        model.addAttribute("words", words);
        // The journal itself, with the addresses, is the account's own.
        model.addAttribute("own", message.account().equals(who.account()) && who.may(WebhookConfiguration.VIEW));
        return "webhooks/about :: about";
    }

    /** Where it is shown. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        Slot callbacksOfAMessage() {
            return new Slot("message.timeline", "webhooks.about", "/webhooks/about/{id}", Timelines.VIEW, 10);
        }
    }
}
