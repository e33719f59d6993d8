package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.numbering.domain.PlanSource.PlanRange;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that tells where a number belongs, as of one version: the plan that ships, the registers over it, and ported
 * numbers over both. Where a register has a code, what it gives to nobody is nobody's.
 */
record PlanTables(
        long version,
        RangeTable<Origin> ranges,
        PortedNumbers ported,
        List<Network> portedTo,
        Map<String, String> names) {
    /** No country has such numbers: ISO 3166 leaves ZZ to its users. */
    static final Origin NOWHERE = new Origin("ZZ", "000", null, null, ZoneId.of("UTC"));

    private static final int LENGTH = 11;
    private static final long OF_A_CODE = 10_000_000L;

    /** The plan that ships, and nothing over it. */
    static PlanTables of(ShippedPlan shipped) {
        return new PlanTables(
                0,
                RangeTable.ofPrefixes(shipped.origins(), NOWHERE),
                PortedNumbers.NONE,
                List.of(),
                Map.copyOf(shipped.names()));
    }

    /** What is in force. */
    static PlanTables of(ShippedPlan shipped, PlanSource store) {
        long version = store.version();
        PlanTables base = of(shipped);
        Map<String, String> names = new HashMap<>(store.networks());
        names.putAll(base.names);
        Overlay overlay = new Overlay(shipped, names);
        store.ranges(overlay::range);
        PortedNumbers ported = new PortedNumbers(store.portedCount());
        store.ported(ported::put);
        List<Network> portedTo = ported.networks().stream()
                .map(code -> new Network(code, names.getOrDefault(code, code)))
                .toList();
        return new PlanTables(version, base.ranges.under(overlay.build()), ported, portedTo, Map.copyOf(names));
    }

    Origin origin(String digits) {
        long number = Digits.value(digits);
        Origin origin = ranges.find(Digits.leftAligned(number, digits.length()));
        int place = ported.find(number);
        if (place < 0) {
            return origin;
        }
        Network network = portedTo.get(place);
        return new Origin(origin.country(), network.code(), network.name(), origin.region(), origin.zone());
    }

    /** Registers as they come, in the order of numbers. */
    private static final class Overlay {
        private final ShippedPlan shipped;
        private final Map<String, String> names;
        private final RangeTable.Builder<@Nullable Origin> table = new RangeTable.Builder<>(null);
        private final Map<Origin, Origin> shared = new HashMap<>();
        private final Origin nobody;
        private long endOfCode;

        Overlay(ShippedPlan shipped, Map<String, String> names) {
            this.shipped = shipped;
            this.names = names;
            this.nobody = shipped.russia();
        }

        void range(PlanRange range) {
            if (range.first() >= endOfCode) {
                long code = range.first() / OF_A_CODE * OF_A_CODE;
                from(endOfCode, null);
                from(code, nobody);
                endOfCode = code + OF_A_CODE;
            }
            from(range.first(), origin(range));
            from(range.last() + 1, nobody);
        }

        RangeTable<@Nullable Origin> build() {
            from(endOfCode, null);
            return table.build();
        }

        private void from(long number, @Nullable Origin origin) {
            table.from(Digits.leftAligned(number, LENGTH), origin);
        }

        private Origin origin(PlanRange range) {
            ShippedPlan.Region region = shipped.region(range.region());
            Origin origin = new Origin(
                    nobody.country(),
                    range.network(),
                    names.get(range.network()),
                    region == null ? null : region.name(),
                    region == null ? nobody.zone() : region.zone());
            return shared.computeIfAbsent(origin, it -> it);
        }
    }
}
