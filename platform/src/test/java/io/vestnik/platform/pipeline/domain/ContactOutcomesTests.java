package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.Outcome;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactOutcomesTests {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final List<Outcome> told = new ArrayList<>();

    @Test
    void tellsWhatBecameOfThePhoneAndNothingOfWhatNeverLeft() {
        new ContactOutcomes(told::addAll)
                .take(Arrays.stream(MessageState.values())
                        .map(ContactOutcomesTests::fact)
                        .toList());
        assertThat(told)
                .extracting(Outcome::kind)
                .containsExactly(
                        Outcome.Kind.SENT, Outcome.Kind.DELIVERED, Outcome.Kind.UNDELIVERED, Outcome.Kind.UNDELIVERED);
        assertThat(told).allSatisfy(outcome -> assertThat(outcome.phone()).isEqualTo("79161234567"));
    }

    @Test
    void tellsWhoFollowedALinkAndNotOfTheStateThatStayed() {
        ContactOutcomes outcomes = new ContactOutcomes(told::addAll);
        assertThat(outcomes.wants(fact(MessageState.DELIVERED, MessageMark.CLICKED)))
                .isTrue();
        assertThat(outcomes.wants(fact(MessageState.DELIVERED, MessageMark.UNSUBSCRIBED)))
                .isFalse();
        outcomes.take(List.of(
                fact(MessageState.DELIVERED, MessageMark.CLICKED),
                fact(MessageState.DELIVERED, MessageMark.UNSUBSCRIBED)));
        assertThat(told).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLICKED);
    }

    @Test
    void whatWasSentToTryOutSaysNothingOfThePhone() {
        MessageFact virtual = fact(MessageState.UNDELIVERED, null, SendingTerms.VIRTUAL);
        assertThat(new ContactOutcomes(told::addAll).wants(virtual)).isFalse();
    }

    private static MessageFact fact(MessageState to) {
        return fact(to, null);
    }

    private static MessageFact fact(MessageState to, @Nullable MessageMark mark) {
        return fact(to, mark, null);
    }

    private static MessageFact fact(MessageState to, @Nullable MessageMark mark, @Nullable String error) {
        return new MessageFact(
                new MessageId(1),
                new AccountId(2),
                null,
                Way.CABINET,
                "SHOP",
                "79161234567",
                "25001",
                null,
                to,
                error,
                1,
                Money.ZERO,
                Money.ZERO,
                Feedback.reference(null),
                NOW,
                mark,
                Body.Kind.TEXT);
    }
}
