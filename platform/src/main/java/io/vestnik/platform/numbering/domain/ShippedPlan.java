package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.kernel.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The compact plan that ships, made by hand: it is right about the big operators from the first day, and registers lie over it.
 * Its tables are in {@code numbering/}; each says at its top what its columns are.
 */
final class ShippedPlan {
    private static final String NONE = "-";

    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, Network> networks = new HashMap<>();
    private final Map<String, Origin> origins = new TreeMap<>();
    private final Map<Origin, Origin> shared = new HashMap<>();
    private final RegionNames regionNames = new RegionNames();
    private final OperatorNames operatorNames = new OperatorNames();

    private ShippedPlan() {
        rows("regions.csv").forEach(this::region);
        rows("operators.csv").forEach(this::network);
        rows("countries.csv").forEach(this::country);
        rows("plan.csv").forEach(this::code);
    }

    static ShippedPlan read() {
        return new ShippedPlan();
    }

    /** Where numbers belong, by their prefix. */
    Map<String, Origin> origins() {
        return origins;
    }

    /** The names of networks by their whole code. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        networks.values().stream()
                .filter(network -> network.code().length() > 3)
                .forEach(network -> names.put(network.code(), network.name()));
        return names;
    }

    /** How a register writes regions. */
    RegionNames regionNames() {
        return regionNames;
    }

    /** How a register writes operators. */
    OperatorNames operatorNames() {
        return operatorNames;
    }

    /** The region of this key; none for a key that this release does not know. */
    @Nullable
    Region region(@Nullable String key) {
        return key == null ? null : regions.get(key);
    }

    /** Where numbers of Russia belong that nobody has been given. */
    Origin russia() {
        return known(origins, "7");
    }

    private void region(String[] row) {
        Region region = new Region(row[1].equals(NONE) ? null : row[1], ZoneId.of(row[2]));
        regions.put(row[0], region);
        List<String> words = List.of(row[3].split(" ", -1));
        if (row.length > 4) {
            regionNames.district(row[4], words, row[0]);
        } else {
            regionNames.subject(words, row[0]);
        }
    }

    private void network(String[] row) {
        Network network = new Network(row[1], row[2]);
        networks.put(row[0], network);
        if (row.length > 3) {
            operatorNames.know(network, List.of(row[3].split(" ", -1)), row.length > 4 ? row[4].split(", ", -1) : null);
        } else {
            operatorNames.know(network, List.of(), null);
        }
    }

    private void country(String[] row) {
        Origin origin = share(new Origin(row[1], row[2], null, null, ZoneId.of(row[3])));
        for (String code : row[0].split(" ", -1)) {
            put(code, origin);
        }
    }

    private void code(String[] row) {
        String prefix = row[0];
        Origin country = countryOf(prefix);
        put(prefix, origin(country, row[1], null));
        if (row.length > 2) {
            for (String run : row[2].split(", ", -1)) {
                run(prefix, country, row[1], run);
            }
        }
    }

    /** Such as {@code 12-13 ROS/motiv}: two digits or from two to two; where; who, if not the code's own operator. */
    private void run(String prefix, Origin country, String operator, String run) {
        String[] parts = run.split(" ", -1);
        String[] where = parts[1].split("/", -1);
        int from = Integer.parseInt(parts[0].substring(0, 2));
        int to = Integer.parseInt(parts[0].substring(parts[0].length() - 2));
        Origin origin = origin(country, where.length > 1 ? where[1] : operator, where[0]);
        for (int i = from; i <= to; i++) {
            put(prefix + i / 10 + i % 10, origin);
        }
    }

    private Origin origin(Origin country, String operator, @Nullable String where) {
        Network network = operator.equals(NONE) ? null : known(networks, operator);
        Region region = where == null || where.equals(NONE) ? null : known(regions, where);
        return share(new Origin(
                country.country(),
                network == null ? country.mccMnc() : network.code(),
                network == null ? null : network.name(),
                region == null ? null : region.name(),
                region == null ? country.zone() : region.zone()));
    }

    private Origin countryOf(String prefix) {
        for (int length = prefix.length(); length > 0; length--) {
            Origin country = origins.get(prefix.substring(0, length));
            if (country != null && country.operator() == null) {
                return country;
            }
        }
        throw new IllegalStateException("No country has " + prefix);
    }

    private void put(String prefix, Origin origin) {
        if (origins.put(prefix, origin) != null) {
            throw new IllegalStateException("Twice in the plan: " + prefix);
        }
    }

    private Origin share(Origin origin) {
        return shared.computeIfAbsent(origin, it -> it);
    }

    private static <T> T known(Map<String, T> table, String key) {
        T value = table.get(key);
        if (value == null) {
            throw new IllegalStateException("Not in the tables of numbering: " + key);
        }
        return value;
    }

    private static List<String[]> rows(String file) {
        try {
            return new ClassPathResource("numbering/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A region, or the part of one that has a time of its own; without a name it is the whole country. */
    record Region(@Nullable String name, ZoneId zone) {}
}
