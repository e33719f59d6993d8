package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.VestnikServer;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.simulator.Simulator;
import io.vestnik.simulator.SimulatorSettings;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SubmitSmResp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One program, and the doors of two nodes on one database: each receipt is offered by one node, and by the other when that is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoDoorsTests {
    @TempDir
    static Path folder;

    private final String database = TestDatabase.newDatabase();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private Simulator simulator;
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;

    @BeforeAll
    void startBoth() throws IOException {
        simulator = Simulator.start(SimulatorSettings.of("--port=0", "--http-port=none", "--delivered=100"));
        first = start();
        second = start();
    }

    @AfterAll
    void endBoth() {
        second.close();
        first.close();
        simulator.close();
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
                        "--vestnik.smpp.port=0",
                        "--vestnik.simulator.enabled=false",
                        "--vestnik.route.main=smpp://vestnik:vestnik@127.0.0.1:" + simulator.port()
                                + "?window=50&binds=2");
    }

    @Test
    void offersEachReceiptByOneNodeAndByTheOtherWhenTheProgramHasLeftIt() throws Exception {
        Systems.Answer.Given given = given();
        List<String> ids;
        try (Esme here = bind(first, given, BindMode.TRANSCEIVER, _ -> null)) {
            awaitHolder(given, first);
            try (Esme there = bind(second, given, BindMode.RECEIVER, DeliverSm::accepted)) {
                ids = submit(here, 20);
                await().until(() -> here.receipts().size() == 20);
                assertThat(there.receipts()).isEmpty();

                here.session().close();

                await().until(() -> letters(given) == 0);
                assertThat(OpenDoor.ids(there.receipts())).containsExactlyInAnyOrderElementsOf(ids);
                awaitHolder(given, second);
            }
        }
    }

    @Test
    void offersReceiptsOfMessagesThatTheOtherNodeTook() throws Exception {
        Systems.Answer.Given given = given();
        try (Esme sending = bind(first, given, BindMode.TRANSMITTER, _ -> null);
                Esme hearing = bind(second, given, BindMode.RECEIVER, DeliverSm::accepted)) {
            List<String> ids = submit(sending, 20);

            await().until(() -> letters(given) == 0 && hearing.receipts().size() == 20);
            assertThat(OpenDoor.ids(hearing.receipts())).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void showsOnOneNodeWhatAProgramSaysToTheOther() throws Exception {
        Systems.Answer.Given given = given();
        Taps here = first.getBean(Taps.class);
        Taps there = second.getBean(Taps.class);
        assertThat(there.start(SignIns.who("operator", second), given.systemId()))
                .isTrue();
        await().until(() -> here.of(given.systemId()).isPresent());
        try (Esme esme = bind(first, given, BindMode.TRANSMITTER, DeliverSm::accepted)) {
            submit(esme, 3);
            await().until(() -> watched(there, given).size() == 6);
            assertThat(watched(there, given)).allSatisfy(line -> {
                assertThat(line.name()).startsWith("submit_sm");
                assertThat(line.detail()).doesNotContain("7916800");
            });
        }
        there.stop(given.systemId());
        await().until(() -> here.of(given.systemId()).isEmpty());
        assertThat(there.of(given.systemId())).isEmpty();
    }

    private static List<LiveTap.Line> watched(Taps taps, Systems.Answer.Given given) {
        return taps.of(given.systemId()).map(LiveTap::lines).orElse(List.of());
    }

    /** As a killed node leaves it: it holds the mailbox until its time is over. */
    @Test
    void takesOverFromANodeThatDiedOnceItsTimeIsOver() throws Exception {
        Systems.Answer.Given given = given();
        jdbc().sql("INSERT INTO smppserver.node (holder, until) VALUES ('dead', clock_timestamp() + interval '1 hour')")
                .update();
        jdbc().sql("INSERT INTO smppserver.delivery (system, holder) VALUES (:system, 'dead')")
                .param("system", given.id())
                .update();
        try (Esme esme = bind(second, given, BindMode.TRANSCEIVER, DeliverSm::accepted)) {
            List<String> ids = submit(esme, 20);
            await().until(() -> letters(given) == 20);
            assertThat(esme.receipts()).as("what another node holds").isEmpty();

            jdbc().sql("UPDATE smppserver.node SET until = clock_timestamp() WHERE holder = 'dead'")
                    .update();

            awaitHolder(given, second);
            await().until(() -> letters(given) == 0);
            assertThat(OpenDoor.ids(esme.receipts())).containsAll(ids);
        }
    }

    /** Last: it ends the first node. */
    @Order(Integer.MAX_VALUE)
    @Test
    void takesOverWhatANodeThatStopsHadNoConfirmationOf() throws Exception {
        Systems.Answer.Given given = given();
        AtomicInteger confirmed = new AtomicInteger();
        try (Esme here = bind(
                        first,
                        given,
                        BindMode.TRANSCEIVER,
                        receipt -> confirmed.incrementAndGet() <= 5 ? receipt.accepted() : null);
                Esme there = bind(second, given, BindMode.RECEIVER, DeliverSm::accepted)) {
            awaitHolder(given, first);
            List<String> ids = submit(here, 20);
            await().until(() -> here.receipts().size() == 20 && letters(given) == 15);
            List<String> had = OpenDoor.ids(here.receipts()).subList(0, 5);

            first.close();

            await().until(() -> letters(given) == 0);
            assertThat(OpenDoor.ids(there.receipts()))
                    .hasSize(15)
                    .doesNotContainAnyElementsOf(had)
                    .isSubsetOf(ids);
        }
    }

    private Systems.Answer.Given given() {
        Who client = SignIns.who("client", second);
        SystemTerms usual = SystemTerms.USUAL;
        return (Systems.Answer.Given) second.getBean(Systems.class)
                .create(
                        client,
                        "doors" + made.incrementAndGet(),
                        new SystemTerms(
                                SystemTerms.Modes.BOTH, 4, 1_000, 0, usual.alphabet(), usual.traffic(), List.of()));
    }

    /** Binds, once that node knows the system id. */
    private static Esme bind(
            ConfigurableApplicationContext node,
            Systems.Answer.Given given,
            BindMode mode,
            Function<DeliverSm, Pdu.@Nullable Response> receipts) {
        return await().until(
                        () -> {
                            Esme esme = Esme.bind(
                                    node.getBean(SmppDoor.class).address().orElseThrow(),
                                    given.systemId(),
                                    given.password(),
                                    mode,
                                    receipts);
                            if (esme.bindStatus() != 0) {
                                esme.close();
                            }
                            return esme;
                        },
                        esme -> esme.bindStatus() == 0);
    }

    private List<String> submit(Esme esme, int count) {
        List<SubmitSmResp> answers = esme.submitAll(IntStream.range(0, count)
                .mapToObj(_ -> Esme.message(Long.toString(79_168_000_000L + numbers.incrementAndGet()), "Заказ готов")
                        .submitSm())
                .toList());
        assertThat(answers).allMatch(Pdu.Response::ok);
        return answers.stream().map(SubmitSmResp::messageId).toList();
    }

    private JdbcClient jdbc() {
        return second.getBean(JdbcClient.class);
    }

    private int letters(Systems.Answer.Given given) {
        return jdbc().sql("SELECT count(*) FROM smppserver.mailbox WHERE system = :system")
                .param("system", given.id())
                .query(Integer.class)
                .single();
    }

    private void awaitHolder(Systems.Answer.Given given, ConfigurableApplicationContext node) {
        String holder = node.getBean(Leases.class).holder();
        await().until(() -> jdbc().sql("SELECT holder FROM smppserver.delivery WHERE system = :system")
                .param("system", given.id())
                .query((row, _) -> row.getString(1))
                .list()
                .contains(holder));
    }
}
