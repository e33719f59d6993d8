package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.smppserver.domain.SmppSystem;
import io.vestnik.platform.smppserver.domain.SystemTerms;
import io.vestnik.platform.smppserver.domain.SystemTerms.Modes;
import io.vestnik.sms.RouteAlphabet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a system id may do, as it is typed; what was not sent is as usual. */
record SystemForm(
        @Nullable String systemId,
        @Nullable Modes modes,
        @Nullable String binds,
        @Nullable String window,
        @Nullable String tps,
        @Nullable RouteAlphabet alphabet,
        @Nullable TrafficType traffic,
        @Nullable String addresses,
        @Nullable Boolean costs,
        @Nullable Boolean once,
        @Nullable Integer version) {

    static final SystemForm USUAL = of("", SystemTerms.USUAL, 0);

    static SystemForm of(SmppSystem system) {
        return of(system.systemId(), system.terms(), system.version());
    }

    private static SystemForm of(String systemId, SystemTerms terms, int version) {
        return new SystemForm(
                systemId,
                terms.modes(),
                Integer.toString(terms.binds()),
                Integer.toString(terms.window()),
                Integer.toString(terms.tps()),
                terms.alphabet(),
                terms.traffic(),
                terms.addresses().stream().map(AddressRange::text).collect(Collectors.joining("\n")),
                terms.costs(),
                terms.once(),
                version);
    }

    String name() {
        return systemId == null ? "" : systemId.strip();
    }

    int seen() {
        return version == null ? 0 : version;
    }

    /** What came of reading it. */
    sealed interface Read {
        record Terms(SystemTerms terms) implements Read {}

        /** The ends of keys of the bundle by the names of fields; not empty. */
        record Wrong(Map<String, String> faults) implements Read {}
    }

    Read read() {
        Map<String, String> faults = new LinkedHashMap<>();
        int manyBinds = number("binds", binds, 1, 100, faults);
        int wideWindow = number("window", window, 1, 5_000, faults);
        int fast = number("tps", tps, 0, 100_000, faults);
        List<AddressRange> ranges = ranges(faults);
        if (!faults.isEmpty()) {
            return new Read.Wrong(faults);
        }
        SystemTerms usual = SystemTerms.USUAL;
        return new Read.Terms(new SystemTerms(
                modes == null ? usual.modes() : modes,
                manyBinds,
                wideWindow,
                fast,
                alphabet == null ? usual.alphabet() : alphabet,
                traffic == null ? usual.traffic() : traffic,
                ranges,
                Boolean.TRUE.equals(costs),
                Boolean.TRUE.equals(once)));
    }

    private static int number(String field, @Nullable String typed, int least, int most, Map<String, String> faults) {
        String digits = typed == null ? "" : typed.strip();
        if (digits.matches("\\d{1,6}")) {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        faults.put(field, "range." + field);
        return least;
    }

    private List<AddressRange> ranges(Map<String, String> faults) {
        List<AddressRange> ranges = new ArrayList<>();
        String typed = addresses == null ? "" : addresses;
        for (String one : Arrays.stream(typed.split("[\\s,;]+"))
                .filter(it -> !it.isEmpty())
                .toList()) {
            Optional<AddressRange> range = AddressRange.parse(one);
            if (range.isEmpty() || ranges.size() == 50) {
                faults.put("addresses", "range.addresses");
                return List.of();
            }
            ranges.add(range.get());
        }
        return ranges;
    }
}
