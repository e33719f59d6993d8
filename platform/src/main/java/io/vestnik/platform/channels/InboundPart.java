package io.vestnik.platform.channels;

import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to a number: a whole message, or one part of it. A character that no text can hold, U+0000 or half of a pair,
 * becomes U+FFFD: nobody's message is refused for one letter.
 *
 * @param from who wrote: digits, or the name of a service, at most 64 characters
 * @param to the number that it was written to, digits as a rule, at most 64 characters
 * @param text may be empty, at most 65,535 characters
 * @param place which part it is; none for a whole message
 * @param at when it came
 */
public record InboundPart(
        RouteId route,
        String from,
        String to,
        String text,
        @Nullable Place place,
        Instant at) {
    private static final char UNKNOWN = '\uFFFD';

    public InboundPart {
        from = sound(from);
        to = sound(to);
        text = sound(text);
    }

    /**
     * The place of a part within its message.
     *
     * @param reference of the message among those of its author, 0 to 65,535
     * @param total parts, 2 to 255
     * @param part 1 to total
     */
    public record Place(int reference, int total, int part) {
        public Place {
            if (total < 2 || part < 1 || part > total) {
                throw new IllegalArgumentException("No part " + part + " of " + total);
            }
        }
    }

    private static String sound(String text) {
        StringBuilder sound = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                sound = sound == null ? new StringBuilder(text) : sound;
                sound.setCharAt(i, UNKNOWN);
            }
        }
        return sound == null ? text : sound.toString();
    }

    /** Names the ends and the size, never the text. */
    @Override
    public String toString() {
        return "InboundPart[to " + to + ", " + text.length() + " characters, " + place + "]";
    }
}
