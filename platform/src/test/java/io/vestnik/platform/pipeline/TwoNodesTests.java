package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.VestnikServer;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.simulator.Seen;
import io.vestnik.simulator.Simulator;
import io.vestnik.simulator.SimulatorSettings;
import io.vestnik.sms.Body;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database, in front of one operator. */
class TwoNodesTests {
    @TempDir
    static Path folder;

    private final String database = TestDatabase.newDatabase();
    private Simulator simulator;
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;

    @BeforeEach
    void startBoth() throws IOException {
        simulator = Simulator.start(SimulatorSettings.of(
                "--port=0",
                "--http-port=none",
                "--data=" + folder.resolve(database.substring(database.lastIndexOf('/') + 1)),
                "--receipt-delay=10-50",
                "--delivered=100",
                "--undelivered=0",
                "--expired=0"));
        first = start();
        second = start();
    }

    @AfterEach
    void endBoth() {
        second.close();
        first.close();
        simulator.close();
    }

    @Test
    void shareTheBindsOfARouteAndTheOneThatStaysTakesTheOthers() {
        awaitBinds(first, 1);
        awaitBinds(second, 1);

        List<MessageId> throughBoth = send(first, 79_161_000_000L, 300);
        throughBoth.addAll(send(second, 79_162_000_000L, 300));
        awaitDelivered(throughBoth);
        assertThat(timesSeen())
                .hasSize(600)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));

        first.close();

        awaitBinds(second, 2);
        awaitDelivered(send(second, 79_163_000_000L, 100));
        assertThat(second.getBean(Billing.class).check().faults()).isEmpty();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(VestnikServer.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--vestnik.db.url=" + database,
                        "--vestnik.db.user=vestnik",
                        "--vestnik.db.password=" + TestDatabase.password(),
                        "--vestnik.data=" + folder.resolve("data"),
                        "--vestnik.demo=true",
                        "--vestnik.drain=0s",
                        "--vestnik.simulator.enabled=false",
                        "--vestnik.route.main=smpp://vestnik:vestnik@127.0.0.1:" + simulator.port()
                                + "?window=50&binds=2");
    }

    private static void awaitBinds(ConfigurableApplicationContext node, int binds) {
        await().until(() -> node.getBean(Routes.class).open().stream()
                .allMatch(route -> route.connector().health().up() == binds
                        && route.connector().health().wanted() == binds));
    }

    private static List<MessageId> send(ConfigurableApplicationContext node, long firstNumber, int count) {
        AccountId client = new AccountId(node.getBean(JdbcClient.class)
                .sql("SELECT id FROM accounts.account ORDER BY id DESC LIMIT 1")
                .query(Long.class)
                .single());
        List<NewMessage> messages = IntStream.range(0, count)
                .mapToObj(i -> new NewMessage(
                        client,
                        null,
                        Way.API,
                        TrafficType.TRANSACTIONAL,
                        "VESTNIK",
                        Long.toString(firstNumber + i),
                        Body.text("Ваш заказ готов"),
                        Duration.ofHours(1),
                        Feedback.NONE,
                        null))
                .toList();
        return node.getBean(Pipeline.class).accept(messages).join().stream()
                .map(answer -> ((Acceptance.Accepted) answer).id())
                .collect(Collectors.toList());
    }

    private void awaitDelivered(List<MessageId> ids) {
        JdbcClient jdbc = second.getBean(JdbcClient.class);
        Map<Integer, Long> all = Map.of(MessageState.DELIVERED.number(), (long) ids.size());
        await().untilAsserted(() ->
                assertThat(states(jdbc, ids)).as("messages by state").isEqualTo(all));
    }

    private static Map<Integer, Long> states(JdbcClient jdbc, List<MessageId> ids) {
        return jdbc
                .sql("SELECT state FROM pipeline.message WHERE id = ANY(:ids)")
                .param("ids", ids.stream().map(MessageId::value).toArray(Long[]::new))
                .query(Integer.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
    }

    private Map<String, Long> timesSeen() {
        return simulator.messages(10_000, "").stream().collect(Collectors.groupingBy(Seen::to, Collectors.counting()));
    }
}
