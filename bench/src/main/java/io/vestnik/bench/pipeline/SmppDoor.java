package io.vestnik.bench.pipeline;

import io.vestnik.bench.load.Numbers;
import io.vestnik.bench.load.SmppLoad;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.SubmitSm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/** The server's SMPP side, as the demonstration's client is let in. */
record SmppDoor(int port, String systemId, String password) {

    static final String ABSENT = "door absent";

    private static final Address SENDER = Address.alphanumeric(Stand.SENDER);
    private static final byte[] TEXT = MessageRequests.TEXT.getBytes(StandardCharsets.UTF_16BE);

    /** None where the server has no such door. */
    static Optional<SmppDoor> of(Stand stand) {
        Properties demo = demo(stand);
        String systemId = demo.getProperty("client.smpp.system_id", "");
        return systemId.isEmpty()
                ? Optional.empty()
                : Optional.of(new SmppDoor(stand.smppPort(), systemId, demo.getProperty("client.smpp.password", "")));
    }

    /** Who may sign in, and how, in a demonstration. */
    static Properties demo(Stand stand) {
        Properties demo = new Properties();
        try (InputStream in = Files.newInputStream(stand.installation().folder().resolve("data/demo.properties"))) {
            demo.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return demo;
    }

    ClientSettings settings() {
        return ClientSettings.of("127.0.0.1", port, systemId, password);
    }

    SmppLoad open(int sessions) throws IOException {
        return open(sessions, 1_000);
    }

    SmppLoad open(int sessions, int window) throws IOException {
        return SmppLoad.open(settings(), sessions, window);
    }

    /** The message that every row sends. */
    static SubmitSm message(long ordinal) {
        return MessageBuilder.message(SENDER, Address.international(Numbers.of(ordinal)))
                .registeredDelivery(RegisteredDelivery.FINAL)
                .content(DataCoding.UCS2, TEXT)
                .submitSm();
    }
}
