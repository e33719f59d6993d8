package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.channels.InboundPart.Place;
import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the parts of long messages together. */
@Component
class Joining {
    /** Stands where parts are missing. */
    static final String GAP = " […] ";

    /** As long as 255 parts of 153 letters: nobody's phone writes more. */
    static final int LONGEST = 39_015;

    private final InboundStore store;

    Joining(InboundStore store) {
        this.store = store;
    }

    /** Which message a part belongs to. */
    private record Key(RouteId route, String from, String to, int reference, int total) {
        static Key of(InboundPart part, Place place) {
            return new Key(part.route(), part.from(), part.to(), place.reference(), place.total());
        }
    }

    /** Stores the parts among these and hands out the messages that are whole now; joins the transaction of its caller. */
    List<Whole> join(List<InboundPart> parts) {
        List<Whole> whole = new ArrayList<>(parts.size());
        List<InboundPart> pieces = new ArrayList<>(0);
        for (InboundPart part : parts) {
            if (part.place() == null) {
                whole.add(new Whole(part.route(), part.from(), part.to(), bounded(part.text()), part.at()));
            } else {
                pieces.add(part);
            }
        }
        if (!pieces.isEmpty()) {
            whole.addAll(together(store.put(pieces)));
        }
        return whole;
    }

    /** Messages whose rest does not come, with gaps; joins the transaction of its caller. */
    List<Whole> giveUp(Instant before, int most) {
        return together(store.late(before, most));
    }

    private static List<Whole> together(List<InboundPart> parts) {
        Map<Key, List<InboundPart>> messages = new LinkedHashMap<>();
        for (InboundPart part : parts) {
            Place place = part.place();
            if (place != null) {
                messages.computeIfAbsent(Key.of(part, place), _ -> new ArrayList<>())
                        .add(part);
            }
        }
        return messages.entrySet().stream()
                .map(message -> whole(message.getKey(), message.getValue()))
                .toList();
    }

    private static Whole whole(Key key, List<InboundPart> parts) {
        parts.sort(Comparator.comparingInt(part -> number(part.place())));
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (InboundPart part : parts) {
            int number = number(part.place());
            if (number > next) {
                text.append(GAP);
            }
            text.append(part.text());
            next = number + 1;
        }
        if (next <= key.total()) {
            text.append(GAP);
        }
        Instant first = parts.stream()
                .map(InboundPart::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Whole(key.route(), key.from(), key.to(), bounded(text.toString()), first);
    }

    private static int number(@Nullable Place place) {
        return place == null ? 0 : place.part();
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST);
    }
}
