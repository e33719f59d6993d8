package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.Outcome;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a network delivers. Receipts are answered after they are stored; where that fails, the network keeps them. Inbound
 * messages have nobody here who reads them: they are refused as such (ESME_RX_R_APPN), so that their author's network knows,
 * and are not left in the way of receipts, as a temporary refusal would leave them.
 */
final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final String route;
    private final ReceiptReader reader;
    private final DeliveryReports reports;
    private final SmppFigures figures;
    private final Clock clock;

    Intake(String route, ReceiptReader reader, DeliveryReports reports, SmppFigures figures, Clock clock) {
        this.route = route;
        this.reader = reader;
        this.reports = reports;
        this.figures = figures;
        this.clock = clock;
    }

    /** What became of a message that was sent. */
    void answered(Outcome outcome) {
        reader.answered(outcome);
    }

    void take(SmppSession session, List<Pdu.Request> requests) {
        Instant now = clock.instant();
        List<DeliveryReport> found = new ArrayList<>(requests.size());
        List<Pdu.Request> waiting = new ArrayList<>(requests.size());
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
                    figures.inboundRefused();
                    log.info("Route {}: an inbound message is refused, nobody takes them here", route);
                    atOnce.add(request.refusal(CommandStatus.ESME_RX_R_APPN));
                }
            }
        }
        if (!atOnce.isEmpty()) {
            session.respond(atOnce);
        }
        if (!found.isEmpty()) {
            deliver(found).whenComplete((_, fault) -> answer(session, waiting, fault));
        }
    }

    private Delivery read(Pdu.Request request, Instant now) {
        return switch (request) {
            case DeliverSm deliver -> reader.read(deliver, now);
            case DataSm data -> reader.read(data, now);
            // The session lets nothing else come from a network.
            case Bind _, Unbind _, EnquireLink _, SubmitSm _, SubmitMulti _, QuerySm _, CancelSm _, ReplaceSm _ ->
                throw new IllegalStateException("Not for an ESME: " + request);
        };
    }

    private CompletableFuture<Void> deliver(List<DeliveryReport> found) {
        try {
            return reports.deliver(found);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answer(SmppSession session, List<Pdu.Request> requests, @Nullable Throwable fault) {
        if (fault != null) {
            log.warn(
                    "Route {}: {} receipts could not be stored, the network keeps them: {}",
                    route,
                    requests.size(),
                    fault.toString());
        }
        List<Pdu.Response> answers = new ArrayList<>(requests.size());
        for (Pdu.Request request : requests) {
            answers.add(fault == null ? accepted(request) : request.refusal(CommandStatus.ESME_RX_T_APPN));
        }
        if (!session.respond(answers)) {
            log.debug(
                    "Route {}: {} receipts were stored but not answered; they will come again", route, answers.size());
        }
    }

    private static Pdu.Response accepted(Pdu.Request request) {
        return request.refusal(CommandStatus.ESME_ROK);
    }
}
