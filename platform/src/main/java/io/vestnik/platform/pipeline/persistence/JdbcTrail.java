package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.FoundReceipt;
import io.vestnik.platform.pipeline.domain.Trail;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("networks report of messages of all accounts")
class JdbcTrail implements Trail {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void received(List<FoundReceipt> found, List<DeliveryReport> reports) {
        List<FoundReceipt> kept = new ArrayList<>(found.size());
        List<DeliveryReport> theirs = new ArrayList<>(found.size());
        for (FoundReceipt one : found) {
            DeliveryReport report = reports.get(one.index());
            if (report.raw() != null && !one.erased()) {
                kept.add(one);
                theirs.add(report);
            }
        }
        if (kept.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO pipeline.receipt (at, message, route, part, status, code, raw)
                SELECT :now, r.message, r.route, r.part, r.status, r.code, r.raw
                  FROM unnest(:messages::bigint[], :route::bigint[], :parts::smallint[], :status::smallint[],
                              :code::text[], :raw::bytea[]) AS r(message, route, part, status, code, raw)""")
                .param("now", Times.sql(clock.instant()))
                .param("messages", kept.stream().map(FoundReceipt::message).toArray(Long[]::new))
                .param("parts", kept.stream().map(FoundReceipt::part).toArray(Integer[]::new))
                .params(new ReportColumns(theirs).all())
                .update();
    }

    @Override
    public void putOff(RouteId route, List<Outcome.Later> later) {
        jdbc.sql("""
                INSERT INTO pipeline.attempt (at, message, route, tries, code, pause)
                SELECT :now, l.message, :route, l.tries, l.code, l.pause
                  FROM unnest(:messages::bigint[], :tries::smallint[], :codes::text[], :pauses::integer[])
                    AS l(message, tries, code, pause)""")
                .param("now", Times.sql(clock.instant()))
                .param("route", route.value())
                .param(
                        "messages",
                        later.stream().mapToLong(l -> l.message().id().value()).toArray())
                .param("tries", later.stream().map(l -> l.message().tries()).toArray(Integer[]::new))
                .param("codes", later.stream().map(Outcome.Later::code).toArray(String[]::new))
                .param(
                        "pauses",
                        later.stream()
                                .map(l -> (int)
                                        Math.min(Integer.MAX_VALUE, l.after().toMillis()))
                                .toArray(Integer[]::new))
                .update();
    }
}
