package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.simulator.Behaviour;
import io.vestnik.simulator.Simulator;
import io.vestnik.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Texts of several parts over a route that sends them as a whole, to the simulated operator. */
class WholeMessageTests extends PathScene {
    private static final Simulator NETWORK = network();
    private static final String LONG = "Слово ".repeat(30);

    private static Simulator network() {
        try {
            return Simulator.start(SimulatorSettings.of("--port=0", "--http-port=none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void route(DynamicPropertyRegistry registry) {
        registry.add(
                "vestnik.route.main",
                () -> "smpp://vestnik:secret@127.0.0.1:" + NETWORK.port()
                        + "?payload=on&response=1&query=off&window=2&doubtWait=600");
    }

    @AfterEach
    void theLedgerIsExact() {
        assertThat(billing.check().faults()).isEmpty();
    }

    @AfterAll
    static void endTheNetwork() {
        NETWORK.close();
    }

    private static void behave(Behaviour.Ends ends, double silent) {
        NETWORK.change(new Behaviour(
                ends,
                new Behaviour.Refusals(0, new TreeMap<>(), silent),
                Behaviour.PERFECT.delays(),
                0,
                Behaviour.Ids.DECIMAL));
    }

    private static int submitsTo(String recipient) {
        return NETWORK.messages(10, recipient).size();
    }

    @Test
    void deliversATextOfSeveralPartsByItsOneReceipt() {
        behave(Behaviour.PERFECT.ends(), 0);
        Money before = billing.balance(CLIENT).available();
        MessageId id = send("79167770001", LONG);

        awaitState(id, MessageState.DELIVERED);

        assertThat(submitsTo("79167770001")).isEqualTo(1);
        assertThat(pipeline.find(CLIENT, id).orElseThrow().parts()).isEqualTo(3);
        assertThat(billing.balance(CLIENT).available())
                .as("priced by parts as ever")
                .isEqualTo(before.minus(Money.of("10.50")));
        assertThat(inFlight(id)).isZero();
    }

    @Test
    void endsATextOfSeveralPartsUndeliveredByItsOneReceipt() {
        behave(new Behaviour.Ends(0, 100, 0, 0, 0), 0);
        Money before = billing.balance(CLIENT).available();

        awaitState(send("79167770002", LONG), MessageState.UNDELIVERED);

        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);
    }

    /** The answer never comes, the receipt does, with the reference of the submit. */
    @Test
    void settlesADoubtAboutTheWholeByItsOneReceipt() {
        behave(Behaviour.PERFECT.ends(), 100);
        MessageId id = send("79167770003", LONG);

        awaitState(id, MessageState.DELIVERED);

        assertThat(jdbc.sql("SELECT from_state FROM pipeline.message_event WHERE message = :id AND to_state = 8")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MessageState.IN_DOUBT.number());
        assertThat(submitsTo("79167770003")).isEqualTo(1);
        assertThat(inFlight(id)).isZero();
    }

    /** Two messages to one phone, of which each receipt names its own. */
    @Test
    void tellsDoubtsOfOneRecipientApartByWhatTheNetworkSendsBack() {
        behave(Behaviour.PERFECT.ends(), 100);
        MessageId whole = send("79167770004", LONG);
        MessageId single = send("79167770004", "Коротко");

        awaitState(whole, MessageState.DELIVERED);
        awaitState(single, MessageState.DELIVERED);

        assertThat(submitsTo("79167770004")).isEqualTo(2);
    }

    private long inFlight(MessageId id) {
        return jdbc.sql("SELECT count(*) FROM pipeline.in_flight WHERE message = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
