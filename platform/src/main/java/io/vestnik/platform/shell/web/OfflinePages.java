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

/** What a browser asks for by itself: the icon; one page for the time when the server cannot be reached, and the script that shows it. */
@Controller
@PreAuthorize("permitAll()")
class OfflinePages {

    /** The page: it holds nothing of anyone. */
    @GetMapping("/shell/offline")
    String page() {
        return "shell/offline";
    }

    /** What browsers and others ask for without being told. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Resource> icon() {
        return ResponseEntity.ok()
                .contentType(new MediaType("image", "svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new ClassPathResource("static/shell/logo.svg"));
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
        OpenPath icon() {
            return new OpenPath("/favicon.ico", "browsers ask for it on any page");
        }

        @Bean
        OpenPath offlineScript() {
            return new OpenPath("/offline.js", "the browser asks for it without a session");
        }
    }
}
