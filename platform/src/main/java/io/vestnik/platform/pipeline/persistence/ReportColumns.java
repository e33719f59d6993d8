package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.kernel.RouteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receipts as arrays, a column each. */
final class ReportColumns {
    private final List<DeliveryReport> reports;

    ReportColumns(List<DeliveryReport> reports) {
        this.reports = reports;
    }

    Map<String, Object> all() {
        return Map.of(
                "route", reports.stream().map(r -> r.route().value()).toArray(Long[]::new),
                "upstream_id", reports.stream().map(DeliveryReport::upstreamId).toArray(String[]::new),
                "recipient", reports.stream().map(DeliveryReport::recipient).toArray(String[]::new),
                "status", reports.stream().map(r -> r.status().number()).toArray(Integer[]::new),
                "code", reports.stream().map(DeliveryReport::code).toArray(String[]::new),
                "reference", reports.stream().map(DeliveryReport::reference).toArray(Integer[]::new),
                "at", reports.stream().map(r -> r.at().toEpochMilli()).toArray(Long[]::new),
                "raw", reports.stream().map(ReportColumns::raw).toArray(byte[][]::new));
    }

    static DeliveryReport read(ResultSet row) throws SQLException {
        return new DeliveryReport(
                new RouteId(row.getLong("route")),
                row.getString("upstream_id"),
                row.getString("recipient"),
                DeliveryReport.Status.ofNumber(row.getInt("status")),
                row.getString("code"),
                Times.instant(row, "at"),
                octets(row.getBytes("raw")),
                row.getObject("reference", Integer.class));
    }

    private static byte @Nullable [] raw(DeliveryReport report) {
        Octets raw = report.raw();
        return raw == null ? null : raw.toArray();
    }

    private static @Nullable Octets octets(byte @Nullable [] raw) {
        return raw == null ? null : Octets.of(raw);
    }
}
