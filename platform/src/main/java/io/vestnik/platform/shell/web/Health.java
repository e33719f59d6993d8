package io.vestnik.platform.shell.web;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a launcher or a balancer whether the server works, and nothing else; not before what runs at the start is done. */
@RestController
class Health {

    private static final int UNAVAILABLE = 503;

    private final ObjectProvider<HealthEndpoint> health;
    private final ApplicationAvailability availability;
    private volatile boolean wasReady;
    private volatile boolean stopping;

    Health(ObjectProvider<HealthEndpoint> health, ApplicationAvailability availability) {
        this.health = health;
        this.availability = availability;
    }

    @EventListener
    void stopping(AvailabilityChangeEvent<ReadinessState> change) {
        stopping = stopping || (wasReady && change.getState() == ReadinessState.REFUSING_TRAFFIC);
        wasReady = wasReady || change.getState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            String status = stopping ? "STOPPING" : "STARTING";
            return ResponseEntity.status(UNAVAILABLE).body(Map.of("status", status));
        }
        HealthEndpoint endpoint = health.getIfAvailable();
        Status status = endpoint == null ? Status.UP : endpoint.health().getStatus();
        return ResponseEntity.status(status.equals(Status.UP) ? 200 : UNAVAILABLE)
                .body(Map.of("status", status.getCode()));
    }
}
