package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.store.Transactions;
import io.vestnik.sms.Body;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many that are submitted again at once. */
class ResubmittingTests extends OpenDoor {
    private static final int MANY = 200;
    private static final long FIRST_PHONE = 79_162_220_000L;

    /** What the path was asked, in turn. */
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private Resubmitting resubmitting;
    private Program program;

    @BeforeEach
    void listen() {
        Pipeline heard = (Pipeline) Proxy.newProxyInstance(
                Pipeline.class.getClassLoader(), new Class<?>[] {Pipeline.class}, (_, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(pipeline, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        resubmitting = new Resubmitting(
                heard,
                context.getBean(ReferenceStore.class),
                context.getBean(Transactions.class),
                context.getBean(Clock.class));
        SystemTerms usual = SystemTerms.USUAL;
        SystemTerms once = new SystemTerms(
                SystemTerms.Modes.BOTH, 4, 100, 0, usual.alphabet(), usual.traffic(), List.of(), false, true);
        Systems.Answer.Given given = given(once);
        program = new Program(
                new SmppSystem(given.id(), client.account(), given.systemId(), once, true, Instant.EPOCH, "", null, 0));
    }

    @AfterEach
    void end() {
        resubmitting.destroy();
    }

    @Test
    void looksOnceForAllAndOffersTogetherThoseThatWereRefused() {
        List<NewMessage> all = messages(MANY);
        List<String> stopped = all.stream().limit(50).map(NewMessage::recipient).toList();
        Stops stops = context.getBean(Stops.class);
        stops.add(client, stopped, new Stops.Entry(new StopScope.Everything(), StopSource.HAND, ""));
        List<Acceptance> first;
        try {
            first = resubmitting.accept(program, all).join();
        } finally {
            stopped.forEach(phone -> stops.remove(client, phone, null));
        }
        assertThat(first.subList(0, 50)).allMatch(Acceptance.Refused.class::isInstance);
        assertThat(first.subList(50, MANY)).allMatch(Acceptance.Accepted.class::isInstance);
        calls.clear();

        List<Acceptance> second = resubmitting.accept(program, all).join();

        assertThat(second).allMatch(Acceptance.Accepted.class::isInstance);
        assertThat(second.subList(50, MANY)).isEqualTo(first.subList(50, MANY));
        assertThat(calls).containsExactlyInAnyOrder("newIds", "accepted", "accept");
        assertThat(resubmitting.accept(program, all).join()).isEqualTo(second);
    }

    @Test
    void answersAllOfThoseWhoseFirstTimeIsUnderWay() {
        List<NewMessage> all = messages(MANY);
        List<NewMessage> more = new ArrayList<>(all);
        more.addAll(messages(MANY + 20).subList(MANY, MANY + 20));
        var first = resubmitting.accept(program, all);
        var second = resubmitting.accept(program, more);
        assertThat(first.join()).allMatch(Acceptance.Accepted.class::isInstance);
        assertThat(second.join().subList(0, MANY)).isEqualTo(first.join());
        assertThat(second.join().subList(MANY, MANY + 20)).allMatch(Acceptance.Accepted.class::isInstance);
    }

    @Test
    void answersWhatComesTwiceAtOnceAlike() {
        List<NewMessage> twice = new ArrayList<>(messages(2));
        twice.addAll(messages(2));
        List<Acceptance> answers = resubmitting.accept(program, twice).join();
        assertThat(answers).allMatch(Acceptance.Accepted.class::isInstance);
        assertThat(answers.subList(0, 2)).isEqualTo(answers.subList(2, 4));
        assertThat(calls).containsExactly("newIds", "accept");
    }

    private List<NewMessage> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewMessage(
                        client.account(),
                        null,
                        Way.SMPP,
                        TrafficType.TRANSACTIONAL,
                        "VESTNIK",
                        Long.toString(FIRST_PHONE + i),
                        Body.text("Опять"),
                        Duration.ofHours(1),
                        Feedback.reference(Integer.toString(i)),
                        null))
                .toList();
    }
}
