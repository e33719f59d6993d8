package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.kernel.TrafficType;
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

    private @Nullable PriceLine of(String direction, TrafficType type) {
        Map<String, PriceLine> own = lines.get(direction);
        if (own == null) {
            return null;
        }
        PriceLine line = own.get(type.code());
        return line == null ? own.get(PriceLine.ALL_TRAFFIC) : line;
    }
}
