package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.simulator.Simulator;
import io.vestnik.simulator.SimulatorSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The connector against the simulated operator, over real sockets. */
class SimulatedNetworkTests {

    private final Gathered gathered = new Gathered();

    @Test
    void carriesMessagesAndBringsTheirReceipts() throws IOException {
        try (Simulator simulator = simulator("--delivered=92", "--undelivered=5", "--expired=3");
                Connector route = Routes.open(simulator.port(), "window=100&binds=2", gathered)) {
            List<Outgoing> messages = Routes.messages(5_000, "Здравствуйте, Анна!");

            Pouring.pour(route, messages, gathered);

            List<Outcome> outcomes = gathered.of(messages);
            Set<String> ids = new HashSet<>();
            for (Outcome outcome : outcomes) {
                assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
                ids.addAll(((Outcome.Accepted) outcome).upstreamIds());
            }
            assertThat(ids).hasSize(5_000);
            List<DeliveryReport> reports = gathered.awaitReports(5_000);
            assertThat(reports).hasSize(5_000).allMatch(report -> ids.contains(report.upstreamId()));
            assertThat(reports.stream()
                            .filter(report -> report.status() == DeliveryReport.Status.DELIVERED)
                            .count())
                    .isBetween(4_500L, 4_700L);
        }
    }

    private static Simulator simulator(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port=0", "--http-port=none"));
        all.addAll(List.of(options));
        return Simulator.start(SimulatorSettings.of(all.toArray(String[]::new)));
    }
}
