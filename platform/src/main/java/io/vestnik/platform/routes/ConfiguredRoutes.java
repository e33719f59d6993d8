package io.vestnik.platform.routes;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.ConnectorKind;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.RouteAddress;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The routes of the settings: opened at start, the first by name serves all traffic. */
@Component
@EnableConfigurationProperties(RouteSettings.class)
class ConfiguredRoutes implements Routes, SmartLifecycle {
    /** Opened before anything that sends, closed after it. */
    static final int PHASE = 1_000;

    private static final Logger log = LoggerFactory.getLogger(ConfiguredRoutes.class);
    private static final Duration DOUBT_WAIT = Duration.ofMinutes(10);

    private final RouteSettings settings;
    private final List<ConnectorKind> kinds;
    private final ObjectProvider<DeliveryReports> reports;
    private final ObjectProvider<InboundMessages> inbound;
    private final JdbcClient jdbc;
    private volatile List<Route> routes = List.of();
    private volatile boolean running;

    ConfiguredRoutes(
            RouteSettings settings,
            List<ConnectorKind> kinds,
            ObjectProvider<DeliveryReports> reports,
            ObjectProvider<InboundMessages> inbound,
            JdbcClient jdbc) {
        this.settings = settings;
        this.kinds = List.copyOf(kinds);
        this.reports = reports;
        this.inbound = inbound;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RouteId> choose(AccountId account, String mccMnc, TrafficType type) {
        return routes.isEmpty()
                ? Optional.empty()
                : Optional.of(routes.getFirst().id());
    }

    @Override
    public Collection<Route> open() {
        return routes;
    }

    @Override
    public Optional<Route> find(RouteId id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    @Override
    public void start() {
        List<Route> opened = new ArrayList<>();
        settings.addresses().forEach((name, uri) -> opened.add(open(name, uri)));
        routes = List.copyOf(opened);
        running = true;
    }

    private Route open(String name, URI uri) {
        RouteAddress address = new RouteAddress(idOf(name), name, uri);
        ConnectorKind kind = kinds.stream()
                .filter(k -> k.schemes().contains(uri.getScheme()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "vestnik.route." + name + ": nothing here speaks " + uri.getScheme()));
        String refusal = kind.refusal(address);
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException("vestnik.route." + name + ": " + refusal);
        }
        Connector connector = kind.open(address, reports.getObject(), inbound.getObject());
        log.info("Route {} opens: {}", name, address);
        var query = UriComponentsBuilder.fromUri(uri).build().getQueryParams();
        String wait = query.getFirst("doubtWait");
        return new Route(
                address.route(),
                name,
                connector,
                "resend".equals(query.getFirst("doubt")),
                wait == null ? DOUBT_WAIT : Duration.ofSeconds(Long.parseLong(wait)));
    }

    private RouteId idOf(String name) {
        return new RouteId(jdbc.sql("""
                        INSERT INTO routes.route (name) VALUES (:name)
                        ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id""").param("name", name).query(Long.class).single());
    }

    @Override
    public void stop() {
        running = false;
        routes.forEach(route -> route.connector().drain(Duration.ofSeconds(8)));
        routes.forEach(route -> route.connector().close());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
