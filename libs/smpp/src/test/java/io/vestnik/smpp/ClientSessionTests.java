package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client session against an SMSC that misbehaves. */
@Timeout(60)
class ClientSessionTests {
    private static final SessionSettings LIMITS = SessionSettings.DEFAULT.withWindow(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Recorder heard = new Recorder();
    private FakeSmsc smsc;

    @BeforeEach
    void start() throws IOException {
        smsc = new FakeSmsc();
    }

    @AfterEach
    void stop() throws IOException {
        smsc.close();
    }

    private static List<Integer> readSequences(RawPeer peer, int count) throws IOException {
        List<Integer> sequences = new ArrayList<>();
        while (sequences.size() < count) {
            if (peer.read() instanceof SubmitSm submit) {
                sequences.add(submit.sequence());
            }
        }
        return sequences;
    }

    @Test
    void bindsWithWhatTheSettingsSay() throws Exception {
        CompletableFuture<ConnectResult> result = smsc.connect(
                smsc.settings().withMode(BindMode.RECEIVER).withSystem("type", new Address(1, 1, "79.*")), heard);
        try (RawPeer peer = smsc.accept()) {
            Bind bind = (Bind) peer.read();
            assertThat(bind)
                    .isEqualTo(
                            new Bind(1, BindMode.RECEIVER, "shop", "secret", "type", 0x34, new Address(1, 1, "79.*")));
            peer.send(
                    new BindResp(1, 0, BindMode.RECEIVER, "smsc", Tlvs.NONE.withOctet(Tlv.SC_INTERFACE_VERSION, 0x34)));
            SmppSession session = ((ConnectResult.Bound) result.get()).session();
            assertThat(session.interfaceVersion()).isEqualTo(0x34);
            assertThat(session.isOpen()).isTrue();
            assertThatThrownBy(() -> session.trySubmit(Samples.submissions(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesARefusalByGenericNackAsOne() throws Exception {
        CompletableFuture<ConnectResult> result = smsc.connect(smsc.settings(), heard);
        try (RawPeer peer = smsc.accept()) {
            peer.read();
            peer.send(new GenericNack(1, CommandStatus.ESME_RINVCMDID));
            assertThat(result.get()).isEqualTo(new ConnectResult.Refused(CommandStatus.ESME_RINVCMDID));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void givesUpABindThatIsNotAnswered() throws Exception {
        CompletableFuture<ConnectResult> result = smsc.connect(smsc.settings().withTimeouts(SHORT, SHORT), heard);
        try (RawPeer peer = smsc.accept()) {
            peer.read();
            assertThat(((ConnectResult.Failed) result.get()).reason().cause())
                    .isEqualTo(CloseReason.Cause.NOT_BOUND_IN_TIME);
        }
        assertThat(heard.ends).isEmpty();
    }

    @Test
    void tellsThatTheBindWasHungUpOn() throws Exception {
        CompletableFuture<ConnectResult> result = smsc.connect(smsc.settings(), heard);
        smsc.accept().close();
        assertThat(result.get()).isInstanceOf(ConnectResult.Failed.class);
    }

    @Test
    void matchesAnswersInAnyOrderAndHandsTheSlotsBack() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            assertThat(pair.session().trySubmit(Samples.submissions(30))).isEqualTo(10);
            List<Integer> sequences = readSequences(pair.peer(), 10);
            for (Integer sequence : sequences.reversed()) {
                pair.peer().send(new SubmitSmResp(sequence, 0, "id" + sequence, Tlvs.NONE));
            }
            heard.await(() -> heard.answers.size() == 10);
            assertThat(heard.answers.stream().map(a -> a.submission().attachment()))
                    .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
            assertThat(pair.session().free()).isEqualTo(10);
        }
    }

    @Test
    void aStragglerDoesNotHoldUpTheWindow() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS.withWindow(2), heard)) {
            pair.session().trySubmit(Samples.submissions(1));
            int straggler = readSequences(pair.peer(), 1).getFirst();
            for (int i = 1; i <= 100; i++) {
                assertThat(pair.session().trySubmit(Samples.submissions(5))).isEqualTo(1);
                int sequence = readSequences(pair.peer(), 1).getFirst();
                assertThat(sequence).isNotEqualTo(straggler);
                pair.peer().send(new SubmitSmResp(sequence, 0, "x", Tlvs.NONE));
                int answers = i;
                heard.await(() -> heard.answers.size() == answers);
            }
            pair.peer().send(new SubmitSmResp(straggler, 0, "at last", Tlvs.NONE));
            heard.await(() -> heard.answers.size() == 101);
            assertThat(((SubmitSmResp) heard.answers.getLast().response()).messageId())
                    .isEqualTo("at last");
        }
    }

    @Test
    void handsBackWhatGetsNoAnswerInTimeAndShowsTheLateOneAsAStray() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS.withResponseTimeout(SHORT), heard)) {
            pair.session().trySubmit(Samples.submissions(10));
            List<Integer> sequences = readSequences(pair.peer(), 10);
            heard.await(() -> heard.expired.size() == 10);
            assertThat(heard.expired).extracting(Unanswered::fate).containsOnly(Unanswered.Fate.POSSIBLY_SENT);
            assertThat(heard.expired).extracting(Unanswered::sequence).containsExactlyElementsOf(sequences);
            assertThat(pair.session().free()).isEqualTo(10);
            pair.peer().send(new SubmitSmResp(sequences.getFirst(), 0, "late", Tlvs.NONE));
            heard.await(() -> heard.strays.size() == 1);
            assertThat(heard.answers).isEmpty();
        }
    }

    @Test
    void tellsAnUnreadableAnswerFromNone() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.session().trySubmit(Samples.submissions(2));
            List<Integer> sequences = readSequences(pair.peer(), 2);
            pair.peer()
                    .send(RawPeer.frame(
                            0x8000_0004, sequences.getFirst(), "7".repeat(80).getBytes(StandardCharsets.US_ASCII)));
            heard.await(() -> heard.expired.size() == 1);
            assertThat(heard.expired.getFirst().fate()).isEqualTo(Unanswered.Fate.ANSWERED_UNREADABLY);
            pair.peer().send(new GenericNack(sequences.getLast(), CommandStatus.ESME_RINVCMDID));
            heard.await(() -> heard.answers.size() == 1);
            assertThat(heard.answers.getFirst().response()).isInstanceOf(GenericNack.class);
        }
    }

    @Test
    void anAnswerOfAnotherKindIsAStray() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.session().trySubmit(Samples.submissions(1));
            int sequence = readSequences(pair.peer(), 1).getFirst();
            pair.peer().send(new DataSmResp(sequence, 0, "x", Tlvs.NONE));
            heard.await(() -> heard.strays.size() == 1);
            pair.peer().send(new SubmitSmResp(sequence, 0, "x", Tlvs.NONE));
            heard.await(() -> heard.answers.size() == 1);
        }
    }

    @Test
    void tellsWhatWasNeverSentFromWhatMayHaveArrived() throws Exception {
        int window = 20_000;
        byte[] long1 = new byte[1500];
        List<Submission> many = new ArrayList<>();
        for (int i = 0; i < window; i++) {
            many.add(new Submission(
                    MessageBuilder.message(Samples.SENDER, Samples.PHONE)
                            .content(DataCoding.OCTETS, long1)
                            .submitSm(),
                    i));
        }
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS.withWindow(window), heard)) {
            assertThat(pair.session().trySubmit(many)).isEqualTo(window);
            int seen = readSequences(pair.peer(), 100).size();
            pair.peer().crash();
            assertThat(heard.awaitEnd()).isIn(CloseReason.Cause.BROKEN, CloseReason.Cause.CLOSED_BY_PEER);
            assertThat(heard.unanswered).hasSize(window);
            long possibly = heard.unanswered.stream()
                    .filter(one -> one.fate() == Unanswered.Fate.POSSIBLY_SENT)
                    .count();
            assertThat(possibly).isBetween((long) seen, window - 1L);
            for (int i = 0; i < window; i++) {
                assertThat(heard.unanswered.get(i).submission().attachment()).isEqualTo(i);
                assertThat(heard.unanswered.get(i).fate())
                        .isEqualTo(i < possibly ? Unanswered.Fate.POSSIBLY_SENT : Unanswered.Fate.NEVER_SENT);
            }
        }
    }

    @Test
    void cutsAnSmscThatTakesNothing() throws Exception {
        List<Submission> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(new Submission(
                    MessageBuilder.message(Samples.SENDER, Samples.PHONE)
                            .content(DataCoding.OCTETS, new byte[1500])
                            .submitSm(),
                    i));
        }
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS.withWindow(20_000).withWriteTimeout(SHORT), heard)) {
            pair.session().trySubmit(many);
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.STALLED);
            assertThat(heard.unanswered).hasSize(20_000);
        }
    }

    @Test
    void asksASilentSmscAndLivesOnItsAnswer() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS.withSilence(SHORT, Duration.ZERO), heard)) {
            for (int i = 0; i < 3; i++) {
                EnquireLink enquiry = (EnquireLink) pair.peer().read();
                pair.peer().send(new EnquireLinkResp(enquiry.sequence(), 0));
            }
            assertThat(pair.session().isOpen()).isTrue();
            assertThat(heard.strays).isEmpty();
        }
    }

    @Test
    void leavesAnSmscThatStaysSilent() throws Exception {
        try (FakeSmsc.Pair pair =
                smsc.bind(LIMITS.withSilence(SHORT, Duration.ZERO).withResponseTimeout(SHORT), heard)) {
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.SILENT);
            assertThat(pair.session().isOpen()).isFalse();
        }
    }

    @Test
    void leavesAnSmscThatIsInactive() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS.withSilence(Duration.ZERO, SHORT), heard)) {
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.SILENT);
            assertThat(pair.session().free()).isZero();
        }
    }

    @Test
    void handsAFullWindowBackWhenTheSmscUnbinds() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.session().trySubmit(Samples.submissions(10));
            readSequences(pair.peer(), 10);
            pair.peer().send(new Unbind(500));
            assertThat(pair.peer().read()).isEqualTo(new UnbindResp(500, 0));
            pair.peer().close();
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_PEER);
            assertThat(heard.unanswered).hasSize(10);
            assertThat(heard.unanswered).extracting(Unanswered::fate).containsOnly(Unanswered.Fate.POSSIBLY_SENT);
        }
    }

    @Test
    void answersDeliveriesBeforeItAnswersTheUnbind() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            DeliverSm deliver = MessageBuilder.message(Samples.PHONE, Samples.PHONE)
                    .sequence(3)
                    .deliverSm();
            pair.peer().send(RawPeer.octets(deliver, new Unbind(4)));
            heard.await(() -> heard.requests.size() == 1);
            pair.session().respond(deliver.accepted());
            assertThat(pair.peer().read()).isEqualTo(deliver.accepted());
            assertThat(pair.peer().read()).isEqualTo(new UnbindResp(4, 0));
            assertThat(pair.peer().isClosedByPeer()).isTrue();
        }
    }

    @Test
    void waitsForItsWindowBeforeItUnbinds() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.session().trySubmit(Samples.submissions(1));
            int sequence = readSequences(pair.peer(), 1).getFirst();
            pair.session().unbind(Duration.ofSeconds(20));
            assertThat(pair.session().trySubmit(Samples.submissions(1))).isZero();
            DeliverSm deliver = MessageBuilder.message(Samples.PHONE, Samples.PHONE)
                    .sequence(3)
                    .deliverSm();
            pair.peer().send(deliver);
            assertThat(pair.peer().read()).isEqualTo(deliver.refusal(CommandStatus.ESME_RX_T_APPN));
            pair.peer().send(new SubmitSmResp(sequence, 0, "x", Tlvs.NONE));
            Unbind unbind = (Unbind) pair.peer().read();
            pair.peer().send(new UnbindResp(unbind.sequence(), 0));
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_US);
            assertThat(heard.answers).hasSize(1);
            assertThat(heard.unanswered).isEmpty();
        }
    }

    @Test
    void unbindsWithoutAnAnswerOnceItsTimeIsOver() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.session().trySubmit(Samples.submissions(4));
            pair.session().unbind(SHORT);
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_US);
            assertThat(heard.unanswered).hasSize(4);
        }
    }

    @Test
    void endsAndHandsBackWhenTheStreamMakesNoSense() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.session().trySubmit(Samples.submissions(4));
            pair.peer().send("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            pair.peer().close();
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.MALFORMED);
            assertThat(heard.unanswered).hasSize(4);
        }
    }

    @Test
    void refusesABrokenDeliveryAndWhatOnlyAServerTakes() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.peer().send(RawPeer.frame(CommandId.DELIVER_SM, 8, new byte[] {'a'}));
            assertThat(pair.peer().read())
                    .isEqualTo(new DeliverSmResp(8, CommandStatus.ESME_RINVPARLEN, "", Tlvs.NONE));
            pair.peer()
                    .send(MessageBuilder.message(Samples.PHONE, Samples.PHONE)
                            .sequence(9)
                            .submitSm());
            assertThat(pair.peer().read()).isEqualTo(new SubmitSmResp(9, CommandStatus.ESME_RINVBNDSTS, "", Tlvs.NONE));
            pair.peer().send(new AlertNotification(10, Samples.PHONE, Samples.PHONE, Tlvs.NONE));
            heard.await(() -> heard.notices.size() == 1);
        }
    }

    @Test
    void closingTheClientHandsBackAndEndsAllSessions() throws Exception {
        try (FakeSmsc.Pair pair = smsc.bind(LIMITS, heard)) {
            pair.session().trySubmit(Samples.submissions(3));
            smsc.close();
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.CLOSED_BY_US);
            assertThat(heard.unanswered).hasSize(3);
            assertThat(pair.session().respond(new EnquireLinkResp(1, 0))).isFalse();
        }
    }
}
