package io.vestnik.platform.channels.smpp;

import io.micrometer.core.instrument.MeterRegistry;
import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.ConnectorKind;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.RouteAddress;
import io.vestnik.platform.channels.WireTap;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Routes over SMPP 3.4, as client of a network. */
@Component
class SmppRoutes implements ConnectorKind, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SmppRoutes.class);

    private final MeterRegistry meters;
    private final LearntForms forms;
    private final Clock clock;
    private final Supplier<WireTap> tap;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("smpp-timer").daemon().factory());

    @Autowired
    SmppRoutes(MeterRegistry meters, LearntForms forms, Clock clock, ObjectProvider<WireTap> tap) {
        this(meters, forms, clock, () -> tap.getIfAvailable(() -> WireTap.CLOSED));
    }

    /** Routes that nobody looks into. */
    SmppRoutes(MeterRegistry meters, LearntForms forms, Clock clock) {
        this(meters, forms, clock, () -> WireTap.CLOSED);
    }

    private SmppRoutes(MeterRegistry meters, LearntForms forms, Clock clock, Supplier<WireTap> tap) {
        this.meters = meters;
        this.forms = forms;
        this.clock = clock;
        this.tap = tap;
    }

    @Override
    public Set<String> schemes() {
        return Set.of(SmppAddress.PLAIN, SmppAddress.SECURE);
    }

    @Override
    public String refusal(RouteAddress address) {
        return switch (SmppAddress.read(address.uri())) {
            case SmppAddress.Understood _ -> "";
            case SmppAddress.Refused(String reason) -> reason;
        };
    }

    @Override
    public Connector open(RouteAddress address, DeliveryReports reports, InboundMessages inbound) {
        SmppSettings settings = switch (SmppAddress.read(address.uri())) {
            case SmppAddress.Understood(SmppSettings understood) -> understood;
            case SmppAddress.Refused(String reason) -> throw new IllegalArgumentException(reason);
        };
        SmppFigures figures = new SmppFigures(meters, address.name());
        ReceiptIds ids = ids(address, settings);
        Intake.Readers readers = new Intake.Readers(
                new ReceiptReader(address.route(), ids),
                new InboundReader(address.route(), settings.writing().alphabet()));
        Intake intake = new Intake(address.name(), readers, new Intake.Takers(reports, inbound), figures, clock);
        Queries queries = new Queries(
                new Queries.Route(address.route(), address.name()), settings.querying(), reports, figures, clock);
        Tap wire = new Tap(address.route(), tap.get(), clock);
        RouteParts parts = new RouteParts(address.name(), intake, queries, wire, figures, clock);
        return new SmppConnector(parts, settings, timer).start();
    }

    private ReceiptIds ids(RouteAddress address, SmppSettings settings) {
        String peer = settings.login().toString();
        IdForm form = settings.receiptIds();
        if (form == null && settings.remembersIds()) {
            form = forms.of(address.route(), peer).orElse(null);
        }
        return new ReceiptIds(
                address.name(),
                form,
                learnt -> Thread.ofVirtual().name("smpp-learnt").start(() -> keep(address, peer, learnt)));
    }

    private void keep(RouteAddress address, String peer, IdForm learnt) {
        try {
            forms.keep(address.route(), peer, learnt);
        } catch (RuntimeException e) {
            log.warn(
                    "Route {}: what was learnt of its ids is not kept over a restart: {}",
                    address.name(),
                    e.toString());
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
