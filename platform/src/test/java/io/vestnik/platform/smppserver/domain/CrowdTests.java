package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppCodec;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Programs that behave badly harm themselves. */
class CrowdTests extends OpenDoor {
    private static final int MANY = 300;

    private static byte[] octets(Pdu... pdus) {
        OctetBuffer out = new OctetBuffer();
        for (Pdu pdu : pdus) {
            SmppCodec.encode(pdu, out);
        }
        return out.toByteArray();
    }

    /** Binds over a bare socket, hears that it is in, and reads nothing more. */
    private Socket deaf(Systems.Answer.Given given) throws IOException {
        Socket socket = new Socket(address().getAddress(), address().getPort());
        socket.setReceiveBufferSize(4_096);
        socket.getOutputStream()
                .write(octets(
                        new Bind(1, BindMode.TRANSCEIVER, given.systemId(), given.password(), "", 0x34, Address.NONE)));
        InputStream in = socket.getInputStream();
        byte[] head = in.readNBytes(16);
        assertThat(head).hasSize(16);
        assertThat(head[11]).isZero();
        in.readNBytes(((head[2] & 0xFF) << 8 | (head[3] & 0xFF)) - 16);
        return socket;
    }

    private void sendAndHear(Esme esme, String prefix) {
        List<SubmitSm> submits = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            submits.add(Esme.message(prefix + (1_000 + i), "другим не мешает").submitSm());
        }
        Set<String> ids = esme.submitAll(submits).stream()
                .peek(answer -> assertThat(answer.status()).isZero())
                .map(SubmitSmResp::messageId)
                .collect(Collectors.toSet());
        await().until(() -> Set.copyOf(ids(esme.receipts())).containsAll(ids));
    }

    @Test
    void deliversToOthersWhileAProgramNeverReadsItsReceipts() throws Exception {
        Systems.Answer.Given given = given(new SystemTerms(
                SystemTerms.Modes.BOTH,
                2,
                1_000,
                0,
                SystemTerms.USUAL.alphabet(),
                SystemTerms.USUAL.traffic(),
                List.of()));
        try (Socket deaf = deaf(given);
                Esme other = fresh(BindMode.TRANSCEIVER)) {
            List<Pdu> flood = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                flood.add(Esme.message("7916124" + (1_000 + i), "не слышит")
                        .sequence(i + 2)
                        .submitSm());
            }
            deaf.getOutputStream().write(octets(flood.toArray(Pdu[]::new)));
            await().until(() -> letters(given) > 0);
            sendAndHear(other, "7916125");
            assertThat(letters(given)).isPositive();
        }
        // What it did not hear it hears when it comes again.
        try (Esme again = bind(given, BindMode.RECEIVER)) {
            await().until(() -> letters(given) == 0 && again.receipts().size() >= MANY);
        }
    }

    @Test
    void answersOthersWhileAProgramFloodsAndReadsNoAnswer() throws Exception {
        Systems.Answer.Given given = given(new SystemTerms(
                SystemTerms.Modes.SEND,
                2,
                10,
                0,
                SystemTerms.USUAL.alphabet(),
                SystemTerms.USUAL.traffic(),
                List.of()));
        // Each is refused, so that nothing of it is left for other tests.
        SubmitSm submit = Esme.message("12", "ещё и ещё").sequence(2).submitSm();
        byte[] once = octets(submit);
        try (Esme other = fresh(BindMode.TRANSCEIVER)) {
            Socket socket = new Socket(address().getAddress(), address().getPort());
            Thread flood = Thread.ofPlatform().daemon().start(() -> flood(socket, given, once));
            await().until(() -> door.binds(client.account()).getOrDefault(given.id(), 0) == 1);
            sendAndHear(other, "7916127");
            socket.close();
            flood.join();
        }
        assertThat(bindStatus(given.systemId(), given.password(), BindMode.TRANSMITTER))
                .isIn(CommandStatus.ESME_ROK, CommandStatus.ESME_RALYBND);
    }

    /** Writes as fast as it is let, until its socket is closed. */
    private static void flood(Socket socket, Systems.Answer.Given given, byte[] once) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(octets(
                    new Bind(1, BindMode.TRANSMITTER, given.systemId(), given.password(), "", 0x34, Address.NONE)));
            while (!socket.isClosed()) {
                out.write(once);
            }
        } catch (IOException e) {
            // It was closed, as it had to be.
            assertThat(e).isNotNull();
        }
    }
}
