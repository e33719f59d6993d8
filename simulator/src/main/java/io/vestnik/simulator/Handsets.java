package io.vestnik.simulator;

import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.sms.PartPlace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the last submits, and shows them as the phones of their recipients would. */
final class Handsets {
    private static final int KEPT = 2_000;

    private final Clock clock;
    private final ArrayDeque<Kept> last = new ArrayDeque<>(KEPT);

    Handsets(Clock clock) {
        this.clock = clock;
    }

    private record Kept(
            long at,
            String id,
            String from,
            String to,
            Content content,
            @Nullable MessageState state,
            long stateAt) {}

    private record Key(String from, String to, int reference, int total) {}

    synchronized void keep(SubmitSm submit, String id, Content content, Fate fate, long now) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(new Kept(
                now,
                id,
                submit.source().digits(),
                submit.destination().digits(),
                content,
                fate.state(),
                now + fate.receiptDelay()));
    }

    private synchronized List<Kept> kept() {
        return new ArrayList<>(last);
    }

    /** The newest first; those whose recipient begins so. */
    List<Seen> newest(int most, String recipient) {
        long now = clock.millis();
        Map<Key, List<Kept>> open = new LinkedHashMap<>();
        List<List<Kept>> messages = new ArrayList<>();
        for (Kept one : kept()) {
            PartPlace place = one.content().place();
            if (!one.to().startsWith(recipient)) {
                continue;
            }
            if (place == null || place.total() == 1) {
                messages.add(List.of(one));
                continue;
            }
            Key key = new Key(one.from(), one.to(), place.reference(), place.total());
            List<Kept> parts = open.get(key);
            if (parts == null || parts.size() == place.total()) {
                parts = new ArrayList<>();
                open.put(key, parts);
                messages.add(parts);
            }
            parts.add(one);
        }
        Collections.reverse(messages);
        return messages.stream().limit(most).map(parts -> seen(parts, now)).toList();
    }

    private static Seen seen(List<Kept> parts, long now) {
        Kept first = parts.getFirst();
        PartPlace place = first.content().place();
        int total = place == null ? 1 : place.total();
        String[] texts = new String[total];
        for (Kept part : parts) {
            PartPlace at = part.content().place();
            texts[at == null ? 0 : at.sequence() - 1] = part.content().text();
        }
        StringBuilder text = new StringBuilder();
        int missing = 0;
        for (String one : texts) {
            missing += one == null ? 1 : 0;
            text.append(one == null ? "[…]" : one);
        }
        Kept last = parts.getLast();
        return new Seen(
                Instant.ofEpochMilli(first.at()),
                first.from(),
                first.to(),
                text.toString(),
                first.content().dataCoding(),
                parts.stream().map(Kept::id).toList(),
                missing,
                last.stateAt() <= now ? last.state() : null);
    }

    /** Someone who was written to, for an answer of theirs; none when nobody was. */
    synchronized @Nullable Correspondent anyone(double chance) {
        if (last.isEmpty()) {
            return null;
        }
        int index = (int) (chance * last.size());
        for (Kept one : last) {
            if (index-- == 0) {
                return new Correspondent(one.to(), one.from());
            }
        }
        return null;
    }

    /** A person and whom they answer. */
    record Correspondent(String person, String sender) {}
}
