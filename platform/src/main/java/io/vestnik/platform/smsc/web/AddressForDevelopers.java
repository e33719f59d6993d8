package io.vestnik.platform.smsc.web;

import io.vestnik.platform.shell.PublicAddress;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a program made for SMSC is told instead of the service's address, on the page for developers. */
@Controller
class AddressForDevelopers {
    private static final String KEYS = "accounts:keys";

    private final PublicAddress address;

    AddressForDevelopers(PublicAddress address) {
        this.address = address;
    }

    @GetMapping("/smsc/developers")
    @PreAuthorize("hasAuthority('" + KEYS + "')")
    String part(Model model) {
        model.addAttribute("scripts", address.of("/sys/send.php"));
        model.addAttribute("rest", address.of("/rest/send/"));
        return "smsc/developers :: part";
    }

    /** Where it is shown. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        Slot developersScripts() {
            return new Slot("accounts.developers", "smsc.title", "/smsc/developers", KEYS, 10);
        }
    }
}
