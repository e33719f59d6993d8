package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.StepSearch.Found;
import io.vestnik.platform.pipeline.StepSearch.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages are found by whatever they are, and the answer says how far it looked. */
class StepSearchTests extends PathScene {
    @Autowired
    private StepSearch search;

    @Autowired
    private Clock clock;

    @Test
    void findsByTextAndGoesOnWhereItLookedTo() {
        List<MessageId> sent = sendMany(25, "Текст, который ищут по шагам");
        sent.forEach(id -> awaitState(id, MessageState.SENT));
        MessageFilter filter = new MessageFilter(
                null,
                MessageState.SENT,
                "7916124",
                List.of(
                        new Condition("text", Condition.Test.HAS, "ищут по шагам"),
                        new Condition("sender", Condition.Test.IS, "VESTNIK"),
                        new Condition("way", Condition.Test.IS, "2")));

        List<MessageId> found = new ArrayList<>();
        String next = null;
        do {
            Found step = look(filter, next, 10);
            assertThat(step.messages()).hasSizeLessThanOrEqualTo(10);
            assertThat(step.looked()).isPositive();
            found.addAll(step.messages().stream().map(MessageView::id).toList());
            next = step.next();
        } while (next != null);

        assertThat(found).containsExactlyElementsOf(sent.reversed());
        finish(sent, Status.DELIVERED);
    }

    @Test
    void findsAWholeNumberAtOnceAndNobodyElsesMessages() {
        MessageId id = send("79161249999", "Один номер");
        MessageFilter number = new MessageFilter(null, null, "79161249999");

        assertThat(look(number, null, 50).messages())
                .extracting(MessageView::id)
                .containsExactly(id);
        assertThat(look(new MessageFilter(null, MessageState.REJECTED, "79161249999"), null, 50)
                        .messages())
                .isEmpty();
        assertThat(search.look(new AccountId(4), wanted(number), null, 50).messages())
                .isEmpty();
        finish(List.of(id), Status.DELIVERED);
    }

    @Test
    void narrowsByDaysOfTheWeekAndByCampaigns() {
        MessageId id = send("79161249998", "По дням недели");
        int far = clock.instant()
                .atZone(ZoneOffset.UTC)
                .plusDays(3)
                .getDayOfWeek()
                .getValue();
        assertThat(look(on("UTC 1 2 3 4 5 6 7"), null, 50).messages())
                .extracting(MessageView::id)
                .containsExactly(id);
        assertThat(look(on("UTC " + far), null, 50).messages()).isEmpty();
        Wanted all = wanted(on("UTC 1 2 3 4 5 6 7"));
        Wanted ofCampaigns = new Wanted(all.from(), all.until(), all.filter(), Set.of(new CampaignId(987_654)));
        assertThat(search.look(CLIENT, ofCampaigns, null, 50).messages()).isEmpty();
        finish(List.of(id), Status.DELIVERED);
    }

    private static MessageFilter on(String weekdays) {
        return new MessageFilter(
                null,
                null,
                "791612499",
                List.of(
                        new Condition("weekdays", Condition.Test.IS, weekdays),
                        new Condition("text", Condition.Test.HAS, "По дням недели")));
    }

    @Test
    void saysThatNothingIsLeftOfAPeriodWithoutMessages() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(200));
        Found found =
                search.look(CLIENT, new Wanted(longAgo, longAgo.plus(Duration.ofDays(1)), MessageFilter.ALL), null, 50);

        assertThat(found.messages()).isEmpty();
        assertThat(found.next()).isNull();
    }

    private Found look(MessageFilter filter, @Nullable String cursor, int limit) {
        return search.look(CLIENT, wanted(filter), cursor, limit);
    }

    private Wanted wanted(MessageFilter filter) {
        Instant now = clock.instant();
        return new Wanted(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), filter);
    }
}
