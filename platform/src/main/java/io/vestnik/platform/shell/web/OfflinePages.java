package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.OpenPath;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a browser keeps for the time when the server cannot be reached: one page, and the script that shows it. */
@Controller
@PreAuthorize("permitAll()")
class OfflinePages {

    /** The page: it holds nothing of anyone. */
    @GetMapping("/shell/offline")
    String page() {
        return "shell/offline";
    }

    /** At the root, because a script of this kind sees only what lies below its own address. */
    @GetMapping("/offline.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript"))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .body(new ClassPathResource("static/shell/offline.js"));
    }

    /** Open like the sign-in page: the browser asks for them by itself. */
    @Configuration(proxyBeanMethods = false)
    static class Open {
        @Bean
        OpenPath offlinePage() {
            return new OpenPath("/shell/offline", "the browser keeps it before anyone signs in");
        }

        @Bean
        OpenPath offlineScript() {
            return new OpenPath("/offline.js", "the browser asks for it without a session");
        }
    }
}
