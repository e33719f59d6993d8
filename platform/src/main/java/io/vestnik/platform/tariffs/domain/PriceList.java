package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.tariffs.Tariffs.Zone;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of one tariff that hold now; the most specific one wins. */
public final class PriceList {
    private static final int COUNTRY = 3;

    private final String currency;
    private final Map<String, Map<String, PriceLine>> lines = new HashMap<>();

    /**
     * Takes the lines.
     *
     * @param lines at most one of each direction and type
     */
    public PriceList(String currency, List<PriceLine> lines) {
        this.currency = currency;
        lines.forEach(line -> this.lines
                .computeIfAbsent(line.direction().code(), _ -> new HashMap<>())
                .put(PriceLine.stored(line.traffic()), line));
    }

    String currency() {
        return currency;
    }

    /** The network's line, then the country's, then the one for everything; of each the one for the type first. */
    Optional<PriceLine> line(String mccMnc, TrafficType type) {
        PriceLine line = of(mccMnc, type);
        if (line == null && mccMnc.length() > COUNTRY) {
            line = of(mccMnc.substring(0, COUNTRY), type);
        }
        return Optional.ofNullable(line == null ? of(Direction.ALL.code(), type) : line);
    }

    /** All directions that have a line, by code. */
    List<Zone> zones() {
        return lines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(direction -> zone(direction.getKey(), direction.getValue().values()))
                .toList();
    }

    private Zone zone(String code, Collection<PriceLine> own) {
        Map<TrafficType, Money> prices = new EnumMap<>(TrafficType.class);
        for (TrafficType type : TrafficType.values()) {
            line(code, type).ifPresent(line -> prices.put(type, line.price()));
        }
        String label = own.stream()
                .map(PriceLine::label)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
        return new Zone(code, label, prices);
    }

    private @Nullable PriceLine of(String direction, TrafficType type) {
        Map<String, PriceLine> own = lines.get(direction);
        if (own == null) {
            return null;
        }
        PriceLine line = own.get(type.code());
        return line == null ? own.get(PriceLine.ALL_TRAFFIC) : line;
    }
}
