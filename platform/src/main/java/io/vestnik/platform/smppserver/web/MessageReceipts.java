package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timeline;
import io.vestnik.platform.pipeline.Timelines;
import io.vestnik.platform.shell.Slot;
import io.vestnik.platform.smppserver.domain.GivenReceipts;
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

/** What a program was told of one of its messages, on the page of the message's life. */
@Controller
class MessageReceipts {
    private final Timelines timelines;
    private final GivenReceipts given;
    private final SystemWords words;

    MessageReceipts(Timelines timelines, GivenReceipts given, SystemWords words) {
        this.timelines = timelines;
        this.given = given;
        this.words = words;
    }

    @GetMapping("/smppserver/about/{id:[0-9]{1,16}}")
    @PreAuthorize("hasAuthority('" + Timelines.VIEW + "')")
    String about(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Timeline outline = timelines
                .outline(Reach.of(who), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("receipts", given.about(outline));
        model.addAttribute("words", words);
        return "smppserver/about :: about";
    }

    /** Where it is shown. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        Slot receiptsOfAMessage() {
            return new Slot("message.timeline", "smppserver.about", "/smppserver/about/{id}", Timelines.VIEW, 20);
        }
    }
}
