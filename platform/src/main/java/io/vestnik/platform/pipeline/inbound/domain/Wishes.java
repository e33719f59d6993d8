package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.InboundMessage.Wish;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.domain.MarkStore.Marking;
import io.vestnik.platform.pipeline.domain.Marks;
import io.vestnik.platform.pipeline.inbound.domain.Delivery.Delivered;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps to what people ask for by a word. STOP stops the name that the answered message came from, or everything where the account has
 * said so or nothing is answered; START takes back what they said themselves, all of it where nothing is answered.
 */
@Component
class Wishes {
    private final Stops stops;
    private final Marks marks;
    private final Clock clock;

    Wishes(Stops stops, Marks marks, Clock clock) {
        this.stops = stops;
        this.marks = marks;
        this.clock = clock;
    }

    /** Whose wish it is, and towards whom. */
    private record Towards(AccountId account, String phone, String sender) {}

    /** What goes to a stop-list together. */
    private record Entry(AccountId account, String sender, String word) {}

    /** Whom people want to hear from again together; without a sender all of the account. */
    private record Name(AccountId account, String sender) {}

    /** Joins the transaction of its caller. */
    void fulfil(List<Delivered> delivered) {
        // Of one person the last word counts.
        Map<Towards, Delivered> last = new LinkedHashMap<>();
        Instant now = clock.instant();
        List<Marking> marked = new ArrayList<>(0);
        for (Delivered one : delivered) {
            InboundMessage message = one.message();
            AccountId account = message.account();
            if (account != null
                    && message.wish() != Wish.NONE
                    && message.phone().matches("\\d{7,15}")) {
                String sender = one.answered() == null ? "" : one.answered().sender();
                last.put(new Towards(account, message.phone(), sender), one);
                if (message.wish() == Wish.STOP && message.answers() != null) {
                    marked.add(new Marking(account, message.answers(), MessageMark.UNSUBSCRIBED, now));
                }
            }
        }
        Map<Entry, List<String>> entries = new LinkedHashMap<>();
        Map<Name, List<String>> again = new LinkedHashMap<>();
        last.forEach((towards, one) -> {
            switch (one.message().wish()) {
                case STOP ->
                    entries.computeIfAbsent(
                                    new Entry(
                                            towards.account(),
                                            towards.sender(),
                                            reason(one.message().text().strip())),
                                    _ -> new ArrayList<>())
                            .add(towards.phone());
                case START ->
                    again.computeIfAbsent(new Name(towards.account(), towards.sender()), _ -> new ArrayList<>())
                            .add(towards.phone());
                case NONE -> throw new IllegalStateException("No wish");
            }
        });
        again.forEach((name, phones) -> stops.resubscribe(name.account(), phones, name.sender()));
        entries.forEach((entry, phones) -> stops.unsubscribe(entry.account(), phones, entry.sender(), entry.word()));
        if (!marked.isEmpty()) {
            marks.mark(marked);
        }
    }

    /** A message that begins with an account's own word for STOP may be of any length. */
    private static String reason(String text) {
        if (text.length() <= Stops.LONGEST_REASON) {
            return text;
        }
        int end = Stops.LONGEST_REASON - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
