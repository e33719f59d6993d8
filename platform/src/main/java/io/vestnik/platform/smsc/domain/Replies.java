package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.pipeline.InboxFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people wrote to an account, the newest first; where more came after one that is known than is wanted, the oldest of them. */
@Component
class Replies {
    private static final int MOST = 10_000;
    private static final int PAGE = 1_000;
    private static final int USUAL = 1_000;
    private static final int MOST_HOURS = 168;
    /** How far back is looked for what came after one that is known. */
    private static final int MOST_PAGES = 100;

    private final Inbox inbox;
    private final Pipeline pipeline;
    private final MessageRecords records;
    private final Clock clock;

    Replies(Inbox inbox, Pipeline pipeline, MessageRecords records, Clock clock) {
        this.inbox = inbox;
        this.pipeline = pipeline;
        this.records = records;
        this.clock = clock;
    }

    Answer answer(Client client, Params params) {
        long hours = params.has("hour") ? params.number("hour").orElse(0) : MOST_HOURS;
        long count = params.has("cnt") ? params.number("cnt").orElse(0) : USUAL;
        long after = params.has("after_id") ? params.number("after_id").orElse(-1) : 0;
        String to = params.get("to_phone").replaceFirst("^\\+", "");
        boolean wrong =
                hours < 1 || hours > MOST_HOURS || count < 1 || count > MOST || after < 0 || !to.matches("\\d{0,15}");
        if (wrong) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!client.who().may("inbound:view")) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        Instant since =
                after > 0 && !params.has("hour") ? null : clock.instant().minus(Duration.ofHours(hours));
        InboxFilter filter = new InboxFilter(
                since, null, "", to.isEmpty() ? List.of() : List.of(new Condition("number", Condition.Test.IS, to)));
        List<InboundMessage> found = after > 0
                ? after(client.account(), filter, after, (int) count)
                : newest(client.account(), filter, (int) count);
        return new Answer.Many(items(client.account(), found));
    }

    private List<InboundMessage> newest(AccountId account, InboxFilter filter, int count) {
        List<InboundMessage> found = new ArrayList<>();
        String cursor = null;
        do {
            Slice<InboundMessage> page = inbox.list(account, filter, cursor, Math.min(PAGE, count - found.size()));
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && found.size() < count);
        return found;
    }

    /** Who asks again by the newest that it got misses none. */
    private List<InboundMessage> after(AccountId account, InboxFilter filter, long after, int count) {
        Deque<InboundMessage> oldest = new ArrayDeque<>();
        String cursor = null;
        int pages = 0;
        do {
            Slice<InboundMessage> page = inbox.list(account, filter, cursor, PAGE);
            for (InboundMessage message : page.items()) {
                if (message.id() > after) {
                    oldest.addLast(message);
                }
            }
            while (oldest.size() > count) {
                oldest.removeFirst();
            }
            boolean older = page.items().stream().anyMatch(it -> it.id() <= after);
            cursor = older ? null : page.next();
            pages++;
        } while (cursor != null && pages < MOST_PAGES);
        return List.copyOf(oldest);
    }

    private List<Item> items(AccountId account, List<InboundMessage> found) {
        Map<MessageId, Instant> answered = new HashMap<>();
        List<MessageId> ids = found.stream()
                .flatMap(it -> Stream.ofNullable(it.answers()))
                .distinct()
                .toList();
        for (int from = 0; from < ids.size(); from += PAGE) {
            for (MessageView message : pipeline.find(account, ids.subList(from, Math.min(ids.size(), from + PAGE)))) {
                answered.put(message.id(), message.createdAt());
            }
        }
        return found.stream()
                .map(it -> {
                    Instant sent = it.answers() == null ? null : answered.get(it.answers());
                    return Item.of(
                            "id", it.id(),
                            "received", records.time(account, it.at()),
                            "phone", it.phone(),
                            "message", it.text(),
                            "to_phone", it.number(),
                            "sent", sent == null ? "" : records.time(account, sent));
                })
                .toList();
    }
}
