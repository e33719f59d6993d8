package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to a number.
 *
 * @param id grows with time
 * @param account whose it is; none where nobody has the number or wrote to the person from it
 * @param phone who wrote: digits, or the name of a service
 * @param number what it was written to: digits
 * @param keyword the word by which the number is shared out or the account told it apart, in capitals; empty where none did
 * @param answers the account's last message to the person from that number; none where there was none lately
 */
public record InboundMessage(
        long id,
        @Nullable AccountId account,
        RouteId route,
        String phone,
        String number,
        String text,
        String keyword,
        Wish wish,
        @Nullable MessageId answers,
        Instant at) {

    /** What a word that everybody understands asks for. Stored by its number, which never changes. */
    public enum Wish {
        NONE(0),
        /** They want no more. */
        STOP(1),
        /** They want to hear again. */
        START(2);

        private final int number;

        Wish(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /** The wish stored under this number; an unknown one is refused. */
        public static Wish ofNumber(int number) {
            for (Wish wish : values()) {
                if (wish.number == number) {
                    return wish;
                }
            }
            throw new IllegalArgumentException("Not a wish: " + number);
        }

        /** The name in texts and in the API, such as {@code stop}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Names the ends and the size, never the text. */
    @Override
    public String toString() {
        return "InboundMessage[" + id + " to " + number + ", " + text.length() + " characters]";
    }
}
