package io.vestnik.platform.channels.smpp;

import io.micrometer.core.instrument.MeterRegistry;
import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.ConnectorKind;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.RouteAddress;
import io.vestnik.platform.channels.WireTap;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Routes over SMPP 3.4, as client of a network. */
@Component
class SmppRoutes implements ConnectorKind, DisposableBean {
    private final MeterRegistry meters;
    private final Clock clock;
    private final Supplier<WireTap> tap;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("smpp-timer").daemon().factory());

    @Autowired
    SmppRoutes(MeterRegistry meters, Clock clock, ObjectProvider<WireTap> tap) {
        this(meters, clock, () -> tap.getIfAvailable(() -> WireTap.CLOSED));
    }

    /** Routes that nobody looks into. */
    SmppRoutes(MeterRegistry meters, Clock clock) {
        this(meters, clock, () -> WireTap.CLOSED);
    }

    private SmppRoutes(MeterRegistry meters, Clock clock, Supplier<WireTap> tap) {
        this.meters = meters;
        this.clock = clock;
        this.tap = tap;
    }

    @Override
    public String scheme() {
        return "smpp";
    }

    @Override
    public String refusal(RouteAddress address) {
        return switch (SmppAddress.read(address.uri())) {
            case SmppAddress.Understood _ -> "";
            case SmppAddress.Refused(String reason) -> reason;
        };
    }

    @Override
    public Connector open(RouteAddress address, DeliveryReports reports) {
        SmppSettings settings = switch (SmppAddress.read(address.uri())) {
            case SmppAddress.Understood(SmppSettings understood) -> understood;
            case SmppAddress.Refused(String reason) -> throw new IllegalArgumentException(reason);
        };
        SmppFigures figures = new SmppFigures(meters, address.name());
        ReceiptIds ids = new ReceiptIds(address.name(), settings.receiptIds());
        ReceiptReader reader = new ReceiptReader(address.route(), ids);
        Intake intake = new Intake(address.name(), reader, reports, figures, clock);
        Queries queries = new Queries(
                new Queries.Route(address.route(), address.name()), settings.querying(), reports, figures, clock);
        Tap wire = new Tap(address.route(), tap.get(), clock);
        RouteParts parts = new RouteParts(address.name(), intake, queries, wire, figures, clock);
        return new SmppConnector(parts, settings, timer).start();
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
