package io.vestnik.platform.tariffs.web;

import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.platform.tariffs.domain.Direction;
import io.vestnik.platform.tariffs.domain.PriceLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed for a price line.
 *
 * @param from the first day, or nothing for at once
 */
record LineForm(String direction, String label, String traffic, String price, String charge, String from) {
    static final LineForm EMPTY =
            new LineForm("", "", PriceLine.ALL_TRAFFIC, "", Tariffs.Charge.ON_DELIVERED.name(), "");

    private static final int LONGEST_LABEL = 100;
    private static final String PRICE = "[0-9]{1,6}([.,][0-9]{1,4})?";

    LineForm {
        direction = filled(direction);
        label = filled(label);
        traffic = filled(traffic);
        price = filled(price);
        charge = filled(charge);
        from = filled(from);
    }

    private static String filled(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** What is wrong, field by field, as ends of keys; nothing when {@link #line} can be made. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (Direction.read(direction).isEmpty()) {
            faults.put("direction", "direction.wrong");
        }
        if (label.length() > LONGEST_LABEL) {
            faults.put("label", "label.wrong");
        }
        if (!traffic.equals(PriceLine.ALL_TRAFFIC) && type().isEmpty()) {
            faults.put("traffic", "traffic.wrong");
        }
        if (!price.matches(PRICE)) {
            faults.put("price", "price.wrong");
        }
        if (moment().isEmpty()) {
            faults.put("charge", "charge.wrong");
        }
        if (!from.isEmpty() && day().isEmpty()) {
            faults.put("from", "from.wrong");
        }
        return faults;
    }

    /** The line; a form with faults is refused. */
    PriceLine line(Instant now, ZoneId zone) {
        return new PriceLine(
                0,
                Direction.read(direction).orElseThrow(),
                label,
                type().orElse(null),
                Money.of(price.replace(',', '.')),
                moment().orElseThrow(),
                day().map(it -> it.atStartOfDay(zone).toInstant())
                        .filter(it -> it.isAfter(now))
                        .orElse(now));
    }

    private Optional<TrafficType> type() {
        return Arrays.stream(TrafficType.values())
                .filter(it -> it.code().equals(traffic))
                .findFirst();
    }

    private Optional<Tariffs.Charge> moment() {
        return Arrays.stream(Tariffs.Charge.values())
                .filter(it -> it.name().equals(charge))
                .findFirst();
    }

    private Optional<LocalDate> day() {
        try {
            return from.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(from));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
