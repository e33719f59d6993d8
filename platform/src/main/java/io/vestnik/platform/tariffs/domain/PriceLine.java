package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price of one part.
 *
 * @param id its version: messages keep it
 * @param label the direction in the seller's words; may be empty
 * @param traffic of which type; none for all
 * @param validFrom until a newer line for the same direction and type holds
 */
public record PriceLine(
        long id,
        Direction direction,
        String label,
        @Nullable TrafficType traffic,
        Money price,
        Tariffs.Charge charge,
        Instant validFrom) {
    /** How {@code traffic} is stored when it is for all types. */
    public static final String ALL_TRAFFIC = "*";

    public PriceLine {
        if (price.isNegative()) {
            throw new IllegalArgumentException("Not a price: " + price);
        }
    }

    public static @Nullable TrafficType traffic(String stored) {
        return stored.equals(ALL_TRAFFIC) ? null : TrafficType.ofCode(stored);
    }

    public static String stored(@Nullable TrafficType traffic) {
        return traffic == null ? ALL_TRAFFIC : traffic.code();
    }

    /** The number under which a moment of charging is stored; never changes. */
    public static int number(Tariffs.Charge charge) {
        return switch (charge) {
            case ON_SENT -> 1;
            case ON_DELIVERED -> 2;
        };
    }

    public static Tariffs.Charge charge(int number) {
        return switch (number) {
            case 1 -> Tariffs.Charge.ON_SENT;
            case 2 -> Tariffs.Charge.ON_DELIVERED;
            default -> throw new IllegalArgumentException("Not a moment of charging: " + number);
        };
    }
}
