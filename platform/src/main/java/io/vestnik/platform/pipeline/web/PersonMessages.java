package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timelines;
import io.vestnik.platform.shell.Slot;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The last messages to one phone, as a part of the page of a contact. */
@Controller
class PersonMessages {
    private static final int MOST = 10;

    private final Timelines timelines;

    PersonMessages(Timelines timelines) {
        this.timelines = timelines;
    }

    /** A message to the person. */
    record Row(String id, String sender, MessageState state, Instant at) {
        static Row of(MessageView message) {
            return new Row(message.id().toString(), message.sender(), message.state(), message.createdAt());
        }
    }

    @GetMapping("/pipeline/recent")
    @PreAuthorize(PathRights.MAY_VIEW)
    String recent(@RequestParam String phone, @AuthenticationPrincipal Who who, Model model) {
        String digits = phone.replaceAll("\\D", "");
        List<Row> rows = digits.length() < 7 || digits.length() > 15
                ? List.of()
                : timelines.find(Reach.own(who.account()), digits, null).items().stream()
                        .map(Timelines.Finding::message)
                        .filter(message -> message.recipient().equals(digits))
                        .limit(MOST)
                        .map(Row::of)
                        .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("digits", digits);
        return "pipeline/recent :: recent";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        Slot messagesOfContact() {
            return new Slot("contact.tabs", "pipeline.recent", "/pipeline/recent?phone={phone}", PathRights.VIEW, 10);
        }
    }
}
