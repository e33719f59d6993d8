package io.vestnik.platform.smppserver.domain;

import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole server with an open door, a demonstration's client, and a network that answers at once. */
@SpringBootTest(properties = {"vestnik.demo=true", "vestnik.route.main=prompt://network"})
@Import({TestDatabase.class, PromptNetwork.class})
abstract class OpenDoor {
    @Autowired
    SmppDoor door;

    @Autowired
    Systems systems;

    @Autowired
    Pipeline pipeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    Who client;
    private int made;

    @BeforeEach
    void knowTheClient() {
        client = SignIns.who("client", context);
    }

    static List<String> ids(List<DeliverSm> receipts) {
        return receipts.stream()
                .map(receipt -> receipt.tlvs().text(Tlv.RECEIPTED_MESSAGE_ID).orElse(""))
                .toList();
    }

    int status(Esme esme, SubmitSm submit) {
        return esme.submit(submit).status();
    }

    MessageView message(SubmitSmResp answer) {
        MessageId id = new MessageId(Long.parseLong(answer.messageId()));
        await().until(() -> pipeline.find(client.account(), id)
                .filter(message -> message.state() == MessageState.DELIVERED)
                .isPresent());
        return pipeline.find(client.account(), id).orElseThrow();
    }

    Systems.Answer.Given given(SystemTerms terms) {
        return (Systems.Answer.Given) systems.create(client, "walk" + System.nanoTime() % 1_000_000 + made++, terms);
    }

    InetSocketAddress address() {
        return door.address().orElseThrow();
    }

    Esme bind(Systems.Answer.Given given, BindMode mode) throws Exception {
        return Esme.bind(address(), given.systemId(), given.password(), mode);
    }

    Esme bind(Systems.Answer.Given given, BindMode mode, Function<DeliverSm, Pdu.@Nullable Response> receipts)
            throws Exception {
        return Esme.bind(address(), given.systemId(), given.password(), mode, receipts);
    }

    int bindStatus(String systemId, String password, BindMode mode) throws Exception {
        try (Esme esme = Esme.bind(address(), systemId, password, mode)) {
            return esme.bindStatus();
        }
    }

    /** A program under a system id of its own that is as fast as it can. */
    Esme fresh(BindMode mode) throws Exception {
        SystemTerms usual = SystemTerms.USUAL;
        return bind(
                given(new SystemTerms(
                        SystemTerms.Modes.BOTH, 4, 1_000, 0, usual.alphabet(), usual.traffic(), List.of())),
                mode);
    }

    /** The program of the demonstration. */
    Esme demo(BindMode mode) throws Exception {
        Properties secrets = secrets();
        return Esme.bind(
                address(),
                secrets.getProperty("client.smpp.system_id"),
                secrets.getProperty("client.smpp.password"),
                mode);
    }

    Properties secrets() throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(
                context.getBean(StoreSettings.class).data().resolve("demo.properties"))) {
            secrets.load(reader);
        }
        return secrets;
    }

    boolean mailboxIsEmpty() {
        return jdbc.sql("""
                        SELECT count(*) FROM smppserver.mailbox
                         WHERE system = (SELECT id FROM smppserver.system WHERE system_id = 'demo')""").query(Integer.class).single() == 0;
    }

    int letters(Systems.Answer.Given given) {
        return jdbc.sql("SELECT count(*) FROM smppserver.mailbox WHERE system = :system")
                .param("system", given.id())
                .query(Integer.class)
                .single();
    }
}
