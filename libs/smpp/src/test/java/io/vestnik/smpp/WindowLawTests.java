package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Never more than the window without an answer; each request has exactly one outcome, whatever the SMSC does. */
@Timeout(60)
class WindowLawTests {
    @ParameterizedTest
    @CsvSource({"1,500,0", "10,5000,0", "10,400,3", "1000,50000,0", "1000,20000,2", "37,3000,1"})
    void holdsUnderAnyOrderOfAnswersAndWithSomeLost(int window, int count, int lostPercent) throws Exception {
        long seed = System.nanoTime();
        Shuffling smsc = new Shuffling(seed, window, lostPercent);
        Counting source = new Counting();
        SessionSettings limits = SessionSettings.DEFAULT.withWindow(window).withResponseTimeout(Duration.ofSeconds(1));
        try (SmppServer server = SmppServer.start(ServerSettings.onLoopback(0), attempt -> attempt.accept(smsc));
                SmppClient client = SmppClient.start(1)) {
            ClientSettings settings =
                    ClientSettings.of("127.0.0.1", server.address().getPort(), "a", "b");
            SmppSession session =
                    ((ConnectResult.Bound) client.connect(settings.withSession(limits), source)).session();
            List<Submission> left = Samples.submissions(count);
            while (!left.isEmpty()) {
                int taken = session.trySubmit(left.subList(0, Math.min(left.size(), 300)));
                assertThat(session.inFlight()).isLessThanOrEqualTo(window);
                left.subList(0, taken).clear();
                source.await(() -> session.free() > 0);
            }
            source.await(() -> source.outcomes.size() == count);
            session.close();
            source.awaitEnd();
        }
        assertThat(source.outcomes.values()).as("seed %d", seed).containsOnly(1);
        assertThat(source.unanswered).isEmpty();
        assertThat(source.expired).as("seed %d", seed).hasSize(smsc.lost.get() + source.strays.size());
        if (source.strays.isEmpty()) {
            assertThat(smsc.most.get()).as("seed %d", seed).isLessThanOrEqualTo(window);
        }
    }

    @Test
    void holdsWhenSeveralThreadsFillItFasterThanTheSocketTakes() throws Exception {
        int threads = 4;
        int each = 20_000;
        byte[] large = new byte[2000];
        Counting source = new Counting();
        Shuffling smsc = new Shuffling(1, 5000, 0);
        SessionSettings limits = SessionSettings.DEFAULT.withWindow(5000);
        try (SmppServer server = SmppServer.start(
                        ServerSettings.onLoopback(0).withSession(SessionSettings.DEFAULT.withInbound(200, 1 << 20)),
                        attempt -> attempt.accept(smsc));
                SmppClient client = SmppClient.start(1)) {
            ClientSettings settings =
                    ClientSettings.of("127.0.0.1", server.address().getPort(), "a", "b");
            SmppSession session =
                    ((ConnectResult.Bound) client.connect(settings.withSession(limits), source)).session();
            SubmitSm submit = MessageBuilder.message(Samples.SENDER, Samples.PHONE)
                    .content(DataCoding.OCTETS, large)
                    .submitSm();
            for (int t = 0; t < threads; t++) {
                int first = t * each;
                Thread.ofPlatform().daemon().start(() -> {
                    int next = first;
                    while (next < first + each && session.isOpen()) {
                        int taken = session.trySubmit(List.of(new Submission(submit, next)));
                        if (taken == 0) {
                            Thread.onSpinWait();
                        }
                        next += taken;
                    }
                });
            }
            source.await(() -> source.outcomes.size() == threads * each);
            assertThat(session.free()).isEqualTo(5000);
        }
        assertThat(source.outcomes.values()).containsOnly(1);
        assertThat(source.answers).hasSize(threads * each);
    }

    /** Counts the outcomes of each submission by its ordinal. */
    private static final class Counting extends Recorder {
        private final Map<Object, Integer> outcomes = new HashMap<>();

        @Override
        public void answers(SmppSession session, List<Answer> more) {
            more.forEach(answer -> count(answer.submission()));
            super.answers(session, more);
        }

        @Override
        public void expired(SmppSession session, List<Unanswered> more) {
            more.forEach(one -> count(one.submission()));
            super.expired(session, more);
        }

        @Override
        public void closed(SmppSession session, CloseReason reason, List<Unanswered> left) {
            left.forEach(one -> count(one.submission()));
            super.closed(session, reason, left);
        }

        private synchronized void count(Submission submission) {
            outcomes.merge(String.valueOf(submission.attachment()), 1, Integer::sum);
        }
    }

    /** Answers in random order, some from another thread a moment later, some never. */
    private static final class Shuffling extends Recorder {
        private final Random random;
        private final int window;
        private final int lostPercent;
        private final AtomicInteger outstanding = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger lost = new AtomicInteger();

        Shuffling(long seed, int window, int lostPercent) {
            this.random = new Random(seed);
            this.window = window;
            this.lostPercent = lostPercent;
        }

        @Override
        public void requests(SmppSession session, List<Pdu.Request> more) {
            List<Pdu.Response> answers = new ArrayList<>();
            for (Pdu.Request request : more) {
                if (random.nextInt(100) < lostPercent) {
                    lost.incrementAndGet();
                } else {
                    answers.add(((SubmitSm) request).accepted("id" + request.sequence()));
                }
            }
            most.accumulateAndGet(outstanding.addAndGet(answers.size()), Math::max);
            Collections.shuffle(answers, random);
            int later = random.nextInt(Math.min(window, answers.size()) + 1);
            List<Pdu.Response> rest = new ArrayList<>(answers.subList(0, later));
            Thread.ofVirtual().start(() -> answer(session, rest));
            answer(session, answers.subList(later, answers.size()));
        }

        private void answer(SmppSession session, List<Pdu.Response> answers) {
            outstanding.addAndGet(-answers.size());
            session.respond(answers);
        }
    }
}
