package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Connector.Asking;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.Sent;
import io.vestnik.platform.channels.smpp.SmppSettings.Querying;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.Submission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a network by query_sm (SMPP 3.4 §4.8) for parts whose receipts are overdue, until it says that it knows no such
 * command: then it is not asked again before the next start.
 */
final class Queries {
    private static final Logger log = LoggerFactory.getLogger(Queries.class);

    private final Route route;
    private final Querying querying;
    private final DeliveryReports reports;
    private final SmppFigures figures;
    private final Clock clock;
    private volatile boolean refused;

    /** Of which route. */
    record Route(RouteId id, String name) {}

    /** A part that is asked for; what a session hands back with the answer. */
    record Question(Sent part) {}

    Queries(Route route, Querying querying, DeliveryReports reports, SmppFigures figures, Clock clock) {
        this.route = route;
        this.querying = querying;
        this.reports = reports;
        this.figures = figures;
        this.clock = clock;
    }

    Asking asking() {
        return querying.most() == 0 || refused ? Asking.NOTHING : new Asking(querying.most(), querying.after());
    }

    /** The questions; the source must be as it was in the submit. */
    List<Submission> questions(List<Sent> parts, Function<String, Address> source) {
        return parts.stream()
                .limit(querying.most())
                .map(part -> new Submission(
                        new QuerySm(0, part.upstreamId(), source.apply(part.sender())), new Question(part)))
                .toList();
    }

    /** The network answered questions. */
    void answered(List<Answer> answers) {
        List<DeliveryReport> told = new ArrayList<>(answers.size());
        for (Answer answer : answers) {
            if (answer.submission().attachment() instanceof Question(Sent part)) {
                figures.queried();
                if (answer.response() instanceof QuerySmResp state && state.ok()) {
                    told.add(report(part, state));
                } else if (answer.response().status() == CommandStatus.ESME_RINVCMDID && !refused) {
                    refused = true;
                    log.info("Route {}: the network knows no query_sm; it is not asked again", route.name());
                }
            }
        }
        if (!told.isEmpty()) {
            reports.deliver(told).whenComplete((_, fault) -> {
                if (fault != null) {
                    log.warn(
                            "Route {}: what was asked could not be stored, it is asked again: {}",
                            route.name(),
                            fault.toString());
                }
            });
        }
    }

    private DeliveryReport report(Sent part, QuerySmResp state) {
        String code = state.errorCode() == 0 ? null : Integer.toString(state.errorCode());
        return new DeliveryReport(
                route.id(),
                part.upstreamId(),
                part.recipient(),
                Status.ofNumber(state.messageState()),
                code,
                clock.instant());
    }
}
