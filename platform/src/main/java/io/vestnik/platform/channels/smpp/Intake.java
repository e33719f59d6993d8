package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.smpp.InboundReader.Written;
import io.vestnik.platform.channels.smpp.ReceiptReader.Delivery;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EnquireLink;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.SubmitMulti;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Unbind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a network delivers: receipts, and what people wrote. Both are answered after they are stored; where that fails, the
 * network keeps them (ESME_RX_T_APPN). What is no text would be none the next time either: it is refused for good (ESME_RX_R_APPN),
 * so that it does not come again and again in front of everything else.
 */
final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final String route;
    private final Readers readers;
    private final Takers takers;
    private final SmppFigures figures;
    private final Clock clock;

    Intake(String route, Readers readers, Takers takers, SmppFigures figures, Clock clock) {
        this.route = route;
        this.readers = readers;
        this.takers = takers;
        this.figures = figures;
        this.clock = clock;
    }

    /** Who understands deliveries. */
    record Readers(ReceiptReader receipts, InboundReader inbound) {}

    /** Who stores them. */
    record Takers(DeliveryReports reports, InboundMessages inbound) {}

    /** What became of a message that was sent. */
    void answered(Outcome outcome) {
        readers.receipts().answered(outcome);
    }

    void take(SmppSession session, List<Pdu.Request> requests) {
        Instant now = clock.instant();
        List<DeliveryReport> found = new ArrayList<>(requests.size());
        List<Pdu.Request> waiting = new ArrayList<>(requests.size());
        List<InboundPart> written = new ArrayList<>(0);
        List<Pdu.Request> messages = new ArrayList<>(0);
        List<Pdu.Response> atOnce = new ArrayList<>(0);
        for (Pdu.Request request : requests) {
            switch (read(request, now)) {
                case Delivery.Receipt(DeliveryReport report) -> {
                    found.add(report);
                    waiting.add(request);
                }
                case Delivery.Nameless() -> {
                    figures.nameless();
                    log.warn("Route {}: a receipt names no message and is dropped", route);
                    atOnce.add(accepted(request));
                }
                case Delivery.Inbound() -> {
                    switch (readInbound(request, now)) {
                        case Written.Text(InboundPart part) -> {
                            written.add(part);
                            messages.add(request);
                        }
                        case Written.NoText() -> {
                            figures.inboundRefused();
                            log.info("Route {}: an inbound message is no text and is refused", route);
                            atOnce.add(request.refusal(CommandStatus.ESME_RX_R_APPN));
                        }
                    }
                }
            }
        }
        if (!atOnce.isEmpty()) {
            session.respond(atOnce);
        }
        if (!found.isEmpty()) {
            begun(() -> takers.reports().deliver(found))
                    .whenComplete((_, fault) -> answer(session, waiting, "receipts", fault));
        }
        if (!written.isEmpty()) {
            figures.inbound(written.size());
            begun(() -> takers.inbound().take(written))
                    .whenComplete((_, fault) -> answer(session, messages, "inbound messages", fault));
        }
    }

    private Delivery read(Pdu.Request request, Instant now) {
        return switch (request) {
            case DeliverSm deliver -> readers.receipts().read(deliver, now);
            case DataSm data -> readers.receipts().read(data, now);
            case Bind _, Unbind _, EnquireLink _, SubmitSm _, SubmitMulti _, QuerySm _, CancelSm _, ReplaceSm _ ->
                throw notForUs(request);
        };
    }

    private Written readInbound(Pdu.Request request, Instant now) {
        return switch (request) {
            case DeliverSm deliver -> readers.inbound().read(deliver, now);
            case DataSm data -> readers.inbound().read(data, now);
            case Bind _, Unbind _, EnquireLink _, SubmitSm _, SubmitMulti _, QuerySm _, CancelSm _, ReplaceSm _ ->
                throw notForUs(request);
        };
    }

    /** The session lets nothing else come from a network. */
    private static IllegalStateException notForUs(Pdu.Request request) {
        return new IllegalStateException("Not for an ESME: " + request);
    }

    private static CompletableFuture<Void> begun(Supplier<CompletableFuture<Void>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answer(SmppSession session, List<Pdu.Request> requests, String what, @Nullable Throwable fault) {
        if (fault != null) {
            log.warn(
                    "Route {}: {} {} could not be stored, the network keeps them: {}",
                    route,
                    requests.size(),
                    what,
                    fault.toString());
        }
        List<Pdu.Response> answers = new ArrayList<>(requests.size());
        for (Pdu.Request request : requests) {
            answers.add(fault == null ? accepted(request) : request.refusal(CommandStatus.ESME_RX_T_APPN));
        }
        if (!session.respond(answers)) {
            log.debug(
                    "Route {}: {} {} were stored but not answered; they will come again", route, answers.size(), what);
        }
    }

    private static Pdu.Response accepted(Pdu.Request request) {
        return request.refusal(CommandStatus.ESME_ROK);
    }
}
