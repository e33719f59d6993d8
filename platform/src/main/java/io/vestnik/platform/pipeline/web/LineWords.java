package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.Described;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.TraceStore;
import io.vestnik.platform.routes.Routes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what went over the line of a route. */
class LineWords {
    private final Routes routes;
    private final PathTexts texts;
    private final PresentZone zone;

    LineWords(Routes routes, PathTexts texts, PresentZone zone) {
        this.routes = routes;
        this.texts = texts;
        this.zone = zone;
    }

    /** A unit of a trace. */
    record Shown(
            Instant at,
            String clock,
            boolean out,
            String bind,
            @Nullable String message,
            StepView.@Nullable Unit unit) {}

    PathTexts texts() {
        return texts;
    }

    String clock(Instant at) {
        return zone.clock(at);
    }

    String route(RouteId id) {
        return routes.find(id).map(route -> route.name()).orElse("№ " + id);
    }

    Shown line(RouteId route, TraceStore.Traced traced, Who who) {
        return new Shown(
                traced.at(),
                zone.clock(traced.at()),
                traced.out(),
                traced.bind(),
                traced.message() == null ? null : traced.message().toString(),
                TracePages.unit(this, route, traced.raw(), who));
    }

    StepView.Unit unit(RouteId route, Octets raw) {
        Described described = routes.find(route)
                .flatMap(open -> open.connector().describe(raw))
                .orElseGet(() -> new Described(texts.text("pipeline.unit.unknown"), raw, List.of()));
        return new StepView.Unit(
                texts.text("pipeline.unit", described.name(), raw.size()), HexDump.of(raw), described.fields());
    }
}
