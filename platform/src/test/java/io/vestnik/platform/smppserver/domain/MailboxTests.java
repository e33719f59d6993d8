package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.MessageState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits for a program: in order, and neither for ever nor without end. */
class MailboxTests extends OpenDoor {
    private static final int LETTERS = 700;

    /** Letters about messages that nobody sent, as old as that, numbered from 1. */
    private void put(Systems.Answer.Given given, int count, Duration old) {
        Mailbox mailbox = context.getBean(Mailbox.class);
        Instant at = context.getBean(Clock.class).instant().minus(old);
        context.getBean(Transactions.class).run(Pool.HOT, () -> {
            long first = mailbox.block();
            mailbox.add(IntStream.range(0, count)
                    .mapToObj(i -> new Mailbox.Addressed(
                            given.id(),
                            new Letter(
                                    first + i,
                                    i + 1,
                                    MessageState.DELIVERED,
                                    null,
                                    "VESTNIK",
                                    "79161239100",
                                    at,
                                    at,
                                    null,
                                    null)))
                    .toList());
        });
    }

    private void round(int most) {
        context.getBean(SmppDoor.Rounds.class).expire(Duration.ofDays(3), most);
    }

    private List<String> received(Systems.Answer.Given given, int count) throws Exception {
        try (Esme esme = bind(given, BindMode.RECEIVER)) {
            await().until(() -> esme.receipts().size() == count && letters(given) == 0);
            return ids(esme.receipts());
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void offersAllThatWaitedInItsOrderOnTheNextBind() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        put(given, LETTERS, Duration.ofDays(2));
        round(LETTERS);
        assertThat(received(given, LETTERS)).containsExactlyElementsOf(numbers(1, LETTERS));
    }

    @Test
    void throwsAwayWhatIsTooOld() {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        put(given, 20, Duration.ofDays(4));
        put(given, 3, Duration.ofDays(2));
        round(LETTERS);
        assertThat(letters(given)).isEqualTo(3);
    }

    @Test
    void keepsTheNewestWhereTooManyWait() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        put(given, LETTERS, Duration.ofHours(1));
        round(LETTERS - 100);
        assertThat(received(given, LETTERS - 100)).containsExactlyElementsOf(numbers(101, LETTERS));
    }
}
