package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.Chart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a chart for {@code static/shell/chart.js}; templates call it as {@code #charts}. */
@Component
class Charts {

    private final JsonMapper json;

    Charts(JsonMapper json) {
        this.json = json;
    }

    /** The chart as JSON. */
    public String json(Chart chart) {
        List<Map<String, Object>> series = chart.series().stream()
                .map(each -> Map.<String, Object>of(
                        "name", each.name(), "tone", each.tone().css(), "values", each.values()))
                .toList();
        return json.writeValueAsString(Map.of(
                "kind",
                chart.kind().name().toLowerCase(Locale.ROOT),
                "labels",
                chart.labels(),
                "series",
                series,
                "links",
                chart.links()));
    }
}
