package io.vestnik.platform.links.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.links.MessageLinks.Letter;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links of messages that belong to no campaign. */
class SingleLinkTests extends OneMessage {
    @Autowired
    private MessageLinks own;

    @Autowired
    private Transactions transactions;

    @Test
    void leadsEachRecipientToThePageOfTheirMessage() {
        MessageId other = message(phone);
        List<String> texts = own.write(
                client.account(),
                List.of(
                        letter(message, "Заказ: " + PAGE + "&order=1 и " + PAGE),
                        letter(other, "Заказ: " + PAGE + "&order=2")));

        List<String> codes = texts.stream().flatMap(text -> codes(text)).toList();
        assertThat(codes).hasSize(3).doesNotHaveDuplicates();
        assertThat(get(codes.get(0))).hasStatus(302).hasHeader("Location", PAGE + "&order=1");
        assertThat(get(codes.get(1))).hasStatus(302).hasHeader("Location", PAGE);
        assertThat(get(codes.get(2))).hasStatus(302).hasHeader("Location", PAGE + "&order=2");
        await().until(() -> links.visits(client.account(), message).size() == 2);
        assertThat(pipeline.marks(client.account(), List.of(message, other)))
                .isEqualTo(Map.of(message, Set.of(MessageMark.CLICKED), other, Set.of(MessageMark.CLICKED)));
        assertThat(links.visits(client.account(), other))
                .extracting(Links.Visit::target)
                .containsExactly(new Target.Page(PAGE + "&order=2"));
    }

    @Test
    void marksNobodyWhoOnlyLooksAtThePageOfUnsubscribing() {
        List<String> texts =
                own.write(client.account(), List.of(letter(message, "Скидка: " + PAGE + " Отписаться: [Отписка]")));
        List<String> codes = codes(texts.getFirst()).toList();

        assertThat(get(codes.get(1))).hasStatusOk().bodyText().contains("VESTNIK");
        await().until(() -> links.visits(client.account(), message).size() == 1);
        assertThat(pipeline.marks(client.account(), List.of(message))).isEmpty();
    }

    @Test
    void sharesAPageOfNumbersUntilItIsFull() {
        List<Letter> letters = new ArrayList<>();
        for (long id = 1; id <= 10_000; id++) {
            letters.add(letter(new MessageId(id), PAGE));
        }
        for (int i = 0; i < 7; i++) {
            assertThat(own.write(client.account(), letters))
                    .doesNotHaveDuplicates()
                    .hasSize(10_000);
        }
        long pages = jdbc.sql("SELECT count(DISTINCT block) FROM links.single WHERE account = :account")
                .param("account", client.account().value())
                .query(Long.class)
                .single();
        assertThat(pages).isBetween(2L, 3L);
    }

    @Test
    void holdsNobodyUpWhileItWritesWhereNumbersLead() {
        long locks = transactions.call(() -> {
            own.write(client.account(), List.of(letter(message, PAGE)));
            return jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
                    .query(Long.class)
                    .single();
        });
        assertThat(locks).isZero();
    }

    @Test
    void leadsNowhereOnceItsMessageIsForgotten() {
        String code = codes(own.write(client.account(), List.of(letter(message, PAGE)))
                        .getFirst())
                .findFirst()
                .orElseThrow();
        assertThat(get(code)).hasStatus(302);
        await().until(() -> links.visits(client.account(), message).size() == 1);

        assertThat(links.forget(client.account(), List.of(message))).isEqualTo(3);

        assertThat(get(code)).hasStatus(404);
        assertThat(links.visits(client.account(), message)).isEmpty();
    }

    @Test
    void leadsNowhereWhereItsMessageWasNotTaken() {
        MessageId other = new MessageId(77_000_001);
        List<String> texts =
                own.write(client.account(), List.of(letter(other, PAGE + "&refused"), letter(message, PAGE)));
        own.takeBack(client.account(), List.of(other));
        assertThat(get(codes(texts.getFirst()).findFirst().orElseThrow())).hasStatus(404);
        assertThat(get(codes(texts.getLast()).findFirst().orElseThrow())).hasStatus(302);
    }

    private Letter letter(MessageId id, String text) {
        return new Letter(id, links.mark(client.account(), text, true));
    }

    private static Stream<String> codes(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> word.contains("/l/"))
                .map(word -> word.substring(word.indexOf("/l/") + 3));
    }
}
