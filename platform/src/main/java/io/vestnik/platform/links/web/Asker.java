package io.vestnik.platform.links.web;

import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.domain.Agents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads from a request who, or what, asks. */
@Component
class Asker {
    private final Agents agents;

    Asker(Agents agents) {
        this.agents = agents;
    }

    /** Who only wants the head of an answer wants no page. */
    Device of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return Device.ROBOT;
        }
        String purpose = Stream.of("Purpose", "Sec-Purpose", "X-Purpose", "X-Moz")
                .map(request::getHeader)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return agents.of(request.getHeader("User-Agent"), purpose);
    }
}
