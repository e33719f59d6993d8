package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server session says to each kind of broken PDU, octet by octet over a plain socket. */
@Timeout(60)
class MalformedPduTests {
    private static final int SEQUENCE = 77;

    private final Answering listener = new Answering();
    private SmppServer server;

    @BeforeEach
    void start() throws IOException {
        server = SmppServer.start(
                ServerSettings.onLoopback(0).withBindTimeout(Duration.ofMillis(1_500)),
                attempt -> attempt.accept(listener));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** submit_sm with number 77 and a text of ten octets. */
    private static byte[] submit() {
        return RawPeer.octets(MessageBuilder.message(Address.alphanumeric("Vestnik"), Samples.PHONE)
                .sequence(SEQUENCE)
                .content(DataCoding.DEFAULT, "0123456789".getBytes(StandardCharsets.US_ASCII))
                .submitSm());
    }

    private static void assertLives(RawPeer peer) throws IOException {
        peer.send(new EnquireLink(1234));
        assertThat(peer.read()).isEqualTo(new EnquireLinkResp(1234, 0));
        peer.send(submit());
        assertThat(peer.read()).isEqualTo(new SubmitSmResp(SEQUENCE, 0, "ok", Tlvs.NONE));
    }

    private void assertRefusedAndLives(byte[] octets, Pdu.Response refusal) throws IOException {
        try (RawPeer peer = RawPeer.bound(server.address())) {
            peer.send(octets);
            assertThat(peer.read()).isEqualTo(refusal);
            assertLives(peer);
        }
    }

    private static SubmitSmResp refused(int status) {
        return new SubmitSmResp(SEQUENCE, status, "", Tlvs.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 15, Integer.MIN_VALUE, -1, Integer.MAX_VALUE, 101 * 1024})
    void nacksAnImpossibleLengthAndCloses(int length) throws IOException {
        try (RawPeer peer = RawPeer.bound(server.address())) {
            byte[] header = RawPeer.frame(CommandId.SUBMIT_SM, SEQUENCE);
            RawPeer.number(header, 0, length);
            peer.send(header);
            assertThat(peer.read()).isEqualTo(new GenericNack(SEQUENCE, CommandStatus.ESME_RINVCMDLEN));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, Integer.MIN_VALUE, -1, 16 * 1024 + 1})
    void nacksAnImpossibleLengthBeforeTheBindToo(int length) throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            byte[] header = RawPeer.frame(CommandId.BIND_TRANSCEIVER, SEQUENCE);
            RawPeer.number(header, 0, length);
            peer.send(header);
            assertThat(peer.read()).isEqualTo(new GenericNack(SEQUENCE, CommandStatus.ESME_RINVCMDLEN));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void nacksTheLengthAloneWithoutWaitingForMore() throws IOException {
        try (RawPeer peer = RawPeer.bound(server.address())) {
            peer.send((byte) 0x7F, (byte) -1, (byte) -1, (byte) -1);
            assertThat(peer.read()).isEqualTo(new GenericNack(0, CommandStatus.ESME_RINVCMDLEN));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void nacksHttpAndCloses() throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(peer.read())
                    .isInstanceOfSatisfying(
                            GenericNack.class,
                            nack -> assertThat(nack.status()).isEqualTo(CommandStatus.ESME_RINVCMDLEN));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void answersWhatCameBeforeTheImpossibleLength() throws IOException {
        try (RawPeer peer = RawPeer.bound(server.address())) {
            byte[] both = Arrays.copyOf(RawPeer.octets(new EnquireLink(5)), 20);
            peer.send(both);
            assertThat(peer.read()).isEqualTo(new EnquireLinkResp(5, 0));
            assertThat(peer.read()).isEqualTo(new GenericNack(0, CommandStatus.ESME_RINVCMDLEN));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0A, 0x0000_1234, 0x7FFF_FFFF, 0x0001_0200})
    void nacksAnUnknownCommandAndLives(int command) throws IOException {
        assertRefusedAndLives(
                RawPeer.frame(command, SEQUENCE, new byte[20]),
                new GenericNack(SEQUENCE, CommandStatus.ESME_RINVCMDID));
    }

    @Test
    void passesOverAnUnknownAnswerInSilence() throws IOException {
        try (RawPeer peer = RawPeer.bound(server.address())) {
            peer.send(RawPeer.frame(0x8000_1234, SEQUENCE));
            assertLives(peer);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 200, 254, 255})
    void refusesATextLongerThanThePdu(int smLength) throws IOException {
        byte[] octets = submit();
        octets[octets.length - 11] = (byte) smLength;
        assertRefusedAndLives(octets, refused(CommandStatus.ESME_RINVMSGLEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 7, 9})
    void refusesATextShorterThanThePdu(int smLength) throws IOException {
        byte[] octets = submit();
        octets[octets.length - 11] = (byte) smLength;
        assertRefusedAndLives(octets, refused(CommandStatus.ESME_RINVMSGLEN));
    }

    @Test
    void refusesAStringThatDoesNotEnd() throws IOException {
        assertRefusedAndLives(
                RawPeer.frame(CommandId.SUBMIT_SM, SEQUENCE, "abcd".getBytes(StandardCharsets.US_ASCII)),
                refused(CommandStatus.ESME_RINVPARLEN));
    }

    @Test
    void refusesAnEmptyBody() throws IOException {
        assertRefusedAndLives(RawPeer.frame(CommandId.SUBMIT_SM, SEQUENCE), refused(CommandStatus.ESME_RINVPARLEN));
    }

    @Test
    void refusesABodyThatEndsBeforeItsText() throws IOException {
        byte[] octets = Arrays.copyOf(submit(), submit().length - 14);
        RawPeer.number(octets, 0, octets.length);
        assertRefusedAndLives(octets, refused(CommandStatus.ESME_RINVPARLEN));
    }

    @Test
    void refusesAParameterThatRunsOverTheEnd() throws IOException {
        byte[] octets = Arrays.copyOf(submit(), submit().length + 6);
        RawPeer.number(octets, 0, octets.length);
        int at = octets.length - 6;
        octets[at] = 0x02;
        octets[at + 1] = 0x04;
        octets[at + 3] = 100;
        assertRefusedAndLives(octets, refused(CommandStatus.ESME_RINVOPTPARSTREAM));
    }

    @Test
    void refusesADestinationOfThreeHundredCharacters() throws IOException {
        byte[] head = {0, 5, 0, 'V', 0, 1, 1};
        byte[] body = Arrays.copyOf(head, head.length + 300 + 21);
        Arrays.fill(body, head.length, head.length + 300, (byte) '7');
        assertRefusedAndLives(
                RawPeer.frame(CommandId.SUBMIT_SM, SEQUENCE, body), refused(CommandStatus.ESME_RINVDSTADR));
    }

    @Test
    void refusesASourceThatIsTooLong() throws IOException {
        byte[] body = new byte[100];
        Arrays.fill(body, 3, 60, (byte) 'V');
        assertRefusedAndLives(
                RawPeer.frame(CommandId.SUBMIT_SM, SEQUENCE, body), refused(CommandStatus.ESME_RINVSRCADR));
    }

    @Test
    void refusesASubmitBeforeTheBindAndWaitsForTheBind() throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(submit());
            assertThat(peer.read()).isEqualTo(refused(CommandStatus.ESME_RINVBNDSTS));
            peer.send(new Bind(1, BindMode.TRANSCEIVER, "shop", "secret", "", 0x34, Address.NONE));
            assertThat(peer.read()).isInstanceOf(BindResp.class);
            assertLives(peer);
        }
    }

    @Test
    void refusesASubmitOfAReceiver() throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(new Bind(1, BindMode.RECEIVER, "shop", "secret", "", 0x34, Address.NONE));
            assertThat(peer.read()).isInstanceOf(BindResp.class);
            peer.send(submit());
            assertThat(peer.read()).isEqualTo(refused(CommandStatus.ESME_RINVBNDSTS));
        }
    }

    @Test
    void refusesASecondBind() throws IOException {
        Bind again = new Bind(9, BindMode.TRANSMITTER, "shop", "secret", "", 0x34, Address.NONE);
        assertRefusedAndLives(RawPeer.octets(again), again.refusal(CommandStatus.ESME_RALYBND));
    }

    @Test
    void refusesADeliverySentToAServer() throws IOException {
        DeliverSm deliver = MessageBuilder.message(Samples.PHONE, Samples.PHONE)
                .sequence(SEQUENCE)
                .deliverSm();
        assertRefusedAndLives(RawPeer.octets(deliver), deliver.refusal(CommandStatus.ESME_RINVBNDSTS));
    }

    @Test
    void cutsHalfAHeaderByTheBindTimer() throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(new byte[8]);
            // eight noughts are a length of nought, so a length that could be right goes first here
            assertThat(peer.read()).isInstanceOf(GenericNack.class);
        }
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(Arrays.copyOf(submit(), 8));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void cutsASilentConnectionByTheBindTimer() throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void readsPdusThatComeOctetByOctet() throws IOException {
        try (RawPeer peer = RawPeer.bound(server.address())) {
            for (byte octet : submit()) {
                peer.send(octet);
            }
            assertThat(peer.read()).isEqualTo(new SubmitSmResp(SEQUENCE, 0, "ok", Tlvs.NONE));
        }
    }

    @Test
    void survivesNoiseOnManyConnections() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            try (RawPeer peer = RawPeer.bound(server.address())) {
                byte[] noise = new byte[16 + random.nextInt(3000)];
                random.nextBytes(noise);
                if (random.nextBoolean()) {
                    // a plausible length and command first, so that the noise is a body
                    RawPeer.number(noise, 0, noise.length);
                    RawPeer.number(noise, 4, 1 + random.nextInt(0x21));
                }
                peer.send(noise);
            }
        }
        try (RawPeer peer = RawPeer.bound(server.address())) {
            assertLives(peer);
        }
        listener.await(() -> server.connections() <= 1);
        assertThat(server.sessions()).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
    }

    /** Accepts every submit under one id. */
    private static final class Answering extends Recorder {
        @Override
        public void requests(SmppSession session, List<Pdu.Request> more) {
            session.respond(more.stream()
                    .map(request -> request instanceof SubmitSm submit ? submit.accepted("ok") : request.refusal(0x45))
                    .toList());
        }
    }
}
