package io.vestnik.platform.api;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to read and try the API. */
@Controller
class DocsPage {
    @GetMapping("/api/v1/docs")
    @PreAuthorize("permitAll()")
    String docs() {
        return "api/docs";
    }
}
