package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Slot;
import io.vestnik.platform.smppserver.domain.Presence;
import io.vestnik.platform.smppserver.domain.Systems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where programs bind, and as whom, on the page for developers. */
@Controller
class SystemsForDevelopers {
    private final Systems systems;
    private final Presence presence;

    SystemsForDevelopers(Systems systems, Presence presence) {
        this.systems = systems;
        this.presence = presence;
    }

    @GetMapping("/smppserver/developers")
    @PreAuthorize("hasAuthority('" + SystemRights.MANAGE + "')")
    String part(@AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("port", presence.port().isPresent() ? presence.port().getAsInt() : null);
        model.addAttribute(
                "systems",
                systems.list(who.account()).stream()
                        .filter(system -> system.revokedAt() == null)
                        .toList());
        return "smppserver/developers :: part";
    }

    /** Where it is shown. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        Slot developersSystems() {
            return new Slot(
                    "accounts.developers", "smppserver.title", "/smppserver/developers", SystemRights.MANAGE, 20);
        }
    }
}
