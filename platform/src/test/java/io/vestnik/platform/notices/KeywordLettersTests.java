package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.InboundLetter;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.pipeline.InboxFilter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeywordLettersTests extends TwoReaders {

    /** Has every message below 1,000 that it is asked for. */
    private record FullInbox() implements Inbox {
        @Override
        public Slice<InboundMessage> list(AccountId account, InboxFilter filter, @Nullable String cursor, int limit) {
            throw new AssertionError("a letter knows what it is about");
        }

        @Override
        public List<InboundMessage> all(AccountId account, List<Long> ids) {
            return ids.stream().flatMap(id -> find(account, id).stream()).toList();
        }

        @Override
        public Optional<InboundMessage> find(AccountId account, long id) {
            return id > 999
                    ? Optional.empty()
                    : Optional.of(new InboundMessage(
                            id,
                            account,
                            new RouteId(1),
                            "79161234567",
                            "7735",
                            "Голос " + id,
                            "ГОЛОС",
                            InboundMessage.Wish.NONE,
                            null,
                            Instant.parse("2026-11-21T09:00:00Z")));
        }
    }

    private void tell(long first, long last) {
        List<Long> ids = LongStream.rangeClosed(first, last).boxed().toList();
        new KeywordLetters(letters("127.0.0.1"), new FullInbox())
                .on(new InboundLetter(CLIENT, "votes@example.com", "ГОЛОС", ids));
    }

    @Test
    void writesAllThatCameInOneLetterToTheGivenAddress() throws MessagingException, IOException {
        tell(1, 2);

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getAllRecipients()).extracting(Object::toString).containsExactly("votes@example.com");
        assertThat(came.getSubject()).isEqualTo("Vestnik: входящие сообщения ГОЛОС");
        assertThat(came.getContent().toString())
                .contains("21.11.2026 12:00 · 79161234567 → 7735", "Голос 1", "Голос 2")
                .contains("https://sms.example.com/pipeline/inbound");
    }

    @Test
    void countsWhatIsTooMuchForALetter() throws MessagingException, IOException {
        tell(1, 150);

        assertThat(server.getReceivedMessages()[0].getContent().toString())
                .contains("Голос 100", "И ещё: 50.")
                .doesNotContain("Голос 101");
    }

    @Test
    void writesNothingAboutWhatWasErasedMeanwhile() {
        tell(5_000, 5_001);

        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
