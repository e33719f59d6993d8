package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundMessage.Wish;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.inbound.domain.Delivery.Delivered;
import io.vestnik.platform.pipeline.inbound.domain.InboundLetterStore.Due;
import io.vestnik.platform.pipeline.inbound.domain.ReplyStore.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Does what rules say about messages: puts people into groups, prepares answers and letters. */
@Component
class RuleFollowing {
    /** A rule answers a person once within this time: two machines must not talk for ever. */
    static final Duration ONCE = Duration.ofHours(1);

    private final Gathering gathering;
    private final ReplyStore replies;
    private final InboundLetterStore letters;
    private final Pipeline pipeline;
    private final Clock clock;

    RuleFollowing(Gathering gathering, ReplyStore replies, InboundLetterStore letters, Pipeline pipeline, Clock clock) {
        this.gathering = gathering;
        this.replies = replies;
        this.letters = letters;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    private record Circle(AccountId account, GroupId group) {}

    private record Answered(long rule, String phone) {}

    /** Joins the transaction of its caller. */
    void perform(List<Delivered> delivered) {
        Map<Circle, Set<String>> circles = new LinkedHashMap<>();
        Map<Answered, Reply> answers = new LinkedHashMap<>();
        List<Due> written = new ArrayList<>(0);
        Instant now = clock.instant();
        for (Delivered one : delivered) {
            KeywordRule rule = one.rule();
            String phone = one.message().phone();
            if (rule != null && !rule.tells().email().isEmpty()) {
                written.add(new Due(rule.id(), one.message().id()));
            }
            if (rule == null || !phone.matches("\\d{7,15}")) {
                continue;
            }
            if (rule.group() != null) {
                circles.computeIfAbsent(new Circle(rule.account(), rule.group()), _ -> new TreeSet<>())
                        .add(phone);
            }
            if (!rule.answer().isEmpty() && one.message().wish() != Wish.STOP) {
                answers.computeIfAbsent(new Answered(rule.id(), phone), _ -> reply(rule, phone, now));
            }
        }
        circles.forEach((circle, phones) ->
                gathering.gather(circle.account(), new Gathering.Order(circle.group(), true, false), phones));
        if (!written.isEmpty()) {
            letters.add(written);
        }
        if (!answers.isEmpty()) {
            replies.add(List.copyOf(answers.values()), now.minus(ONCE));
        }
    }

    private Reply reply(KeywordRule rule, String phone, Instant now) {
        return new Reply(
                rule.id(),
                rule.account(),
                phone,
                pipeline.newIds(rule.account(), 1).getFirst(),
                rule.sender(),
                rule.answer(),
                now);
    }
}
