package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random and mutated PDUs: 100,000 in an ordinary run, as many as {@code -Dvestnik.fuzz} says in another. {@code -Dvestnik.fuzz.seed}
 * repeats one.
 */
@Timeout(600)
class FuzzTests {
    private static final int FRAMES = Integer.getInteger("vestnik.fuzz", 100_000);
    private static final int OVER_SOCKETS = FRAMES / 20;
    private static final int A_CONNECTION = 100;
    private static final int LAST = 0x7EEEEEEE;

    private final long seed = Long.getLong("vestnik.fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PduSamples samples = new PduSamples(seed);
    private List<Pdu> ready = List.of();

    /** A frame whose command_length is true. */
    private byte[] frame() {
        if (ready.isEmpty()) {
            ready = samples.oneOfEach();
        }
        Pdu pdu = ready.getLast();
        ready = ready.subList(0, ready.size() - 1);
        byte[] whole = RawPeer.octets(pdu);
        byte[] frame = switch (random.nextInt(4)) {
            case 0 -> RawPeer.frame(pdu.commandId(), 1 + random.nextInt(1_000), noise());
            case 1 -> RawPeer.frame(random.nextInt(), 1 + random.nextInt(1_000), noise());
            case 2 -> Arrays.copyOf(whole, 16 + random.nextInt(whole.length - 15));
            default -> whole;
        };
        for (int flips = random.nextInt(6); flips > 0; flips--) {
            int at = 4 + random.nextInt(frame.length - 4);
            frame[at] = (byte) random.nextInt();
        }
        RawPeer.number(frame, 0, frame.length);
        return frame;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        return noise;
    }

    @Test
    void readsEveryFrameOrSaysWhatIsWrongWithIt() {
        int read = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frame();
            switch (decode(frame, i)) {
                case Malformed malformed -> {
                    assertThat(malformed.status())
                            .as("seed %d, frame %d", seed, i)
                            .isNotZero();
                    assertThat(CommandStatus.name(malformed.status()))
                            .as("seed %d, frame %d", seed, i)
                            .startsWith("ESME_R");
                }
                case Pdu pdu -> {
                    read++;
                    byte[] again = RawPeer.octets(pdu);
                    assertThat(SmppCodec.decode(again, 0, again.length))
                            .as("seed %d, frame %d", seed, i)
                            .hasSameClassAs(pdu);
                }
            }
        }
        assertThat(read).as("seed %d", seed).isBetween(FRAMES / 10, FRAMES);
    }

    private Decoded decode(byte[] frame, int number) {
        try {
            return SmppCodec.decode(frame, 0, frame.length);
        } catch (RuntimeException e) {
            return fail("seed " + seed + ", frame " + number, e);
        }
    }

    @Test
    void answersOrClosesAndKeepsNeitherThreadsNorConnections() throws Exception {
        try (SmppServer server =
                SmppServer.start(ServerSettings.onLoopback(0), attempt -> attempt.accept(new Refusing()))) {
            for (int sent = 0; sent < OVER_SOCKETS; sent += A_CONNECTION) {
                speak(server, sent);
            }
            while (server.connections() > 0) {
                Thread.onSpinWait();
            }
            assertThat(server.sessions()).isEmpty();
            try (RawPeer peer = RawPeer.bound(server.address())) {
                peer.send(new EnquireLink(LAST));
                assertThat(peer.read()).as("seed %d", seed).isEqualTo(new EnquireLinkResp(LAST, 0));
            }
        }
    }

    /** Many frames over one connection, and a sound one at last: that is answered, unless the connection was closed before. */
    private void speak(SmppServer server, int from) throws IOException {
        boolean bound = random.nextInt(4) > 0;
        try (RawPeer peer = bound ? RawPeer.bound(server.address()) : RawPeer.connect(server.address())) {
            for (int i = 0; i < A_CONNECTION; i++) {
                peer.send(frame());
            }
            peer.send(new EnquireLink(LAST));
            Decoded heard = peer.read();
            while (!(heard instanceof EnquireLinkResp answer && answer.sequence() == LAST)) {
                heard = peer.read();
            }
        } catch (EOFException | SocketException e) {
            // It was closed: an answer too. One that is neither answered nor closed ends in a timeout of the socket.
            assertThat(from).as("seed %d", seed).isNotNegative();
        }
    }

    /** Answers every request at once, with no. */
    private static final class Refusing extends Recorder {
        @Override
        public void requests(SmppSession session, List<Pdu.Request> more) {
            session.respond(more.stream()
                    .map(request -> request.refusal(CommandStatus.ESME_RSYSERR))
                    .toList());
        }
    }
}
