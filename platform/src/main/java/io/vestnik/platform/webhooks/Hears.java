package io.vestnik.platform.webhooks;

import io.vestnik.platform.kernel.Money;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is told of.
 *
 * @param states which states of messages
 * @param marks whether what recipients did besides: followed a link, unsubscribed
 * @param inbound whether what people write
 * @param senders whether answers about sender names
 * @param balanceBelow what the balance has to fall below; none where it is not told of
 */
public record Hears(
        States states,
        boolean marks,
        boolean inbound,
        boolean senders,
        @Nullable Money balanceBelow) {
    /** The last states of messages, and what people write. */
    public static final Hears USUAL = new Hears(States.FINAL, false, true, false, null);

    /** Which states of messages are told. Stored by its number, which never changes. */
    public enum States {
        NONE(0),
        /** The last one, and one that corrects it. */
        FINAL(1),
        EVERY(2);

        private final int number;

        States(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /** The name in the API and in bundles, such as {@code final}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is stored under this number; an unknown one is refused. */
        public static States ofNumber(int number) {
            return Arrays.stream(values())
                    .filter(it -> it.number == number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Not a choice of states: " + number));
        }

        /** The choice of this name. */
        public static Optional<States> ofCode(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }
}
