package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a preview has counted so far, or at its end.
 *
 * @param networks by network code
 * @param leftOut how many are left out, by reason
 * @param samples texts of some real recipients, the remarkable ones first
 * @param empty how many of those who are sent to lack a value that the text needs, by field; null in what was kept before it was counted
 * @param tried what each of several texts would come to if all got it; empty where there is one
 * @param zones by country and zone, where each recipient's clock counts
 */
public record Tally(
        Map<String, Network> networks,
        Map<Verdict, Long> leftOut,
        List<Specimen> samples,
        @Nullable Map<String, Long> empty,
        @Nullable Map<String, Zone> zones,
        @Nullable List<Tried> tried) {
    /** Before the first recipient. */
    public static final Tally NOTHING = new Tally(Map.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of());

    public Tally {
        networks = Map.copyOf(networks);
        leftOut = Map.copyOf(leftOut);
        samples = List.copyOf(samples);
        empty = empty == null ? Map.of() : Map.copyOf(empty);
        tried = tried == null ? List.of() : List.copyOf(tried); // previews of before there were trials
        zones = zones == null ? Map.of() : Map.copyOf(zones); // previews of before there were zones
    }

    /** How many lack a value, by field. */
    @Override
    public Map<String, Long> empty() {
        return Objects.requireNonNullElse(empty, Map.of());
    }

    /**
     * Those to be sent to who live by the same clock.
     *
     * @param number 1 and up, as they were met
     */
    public record Zone(int number, String country, String zone, long people) {}

    @Override
    public Map<String, Zone> zones() {
        return zones == null ? Map.of() : zones;
    }

    /** What one text would come to. */
    public record Tried(long parts, long units) {}

    @Override
    public List<Tried> tried() {
        return tried == null ? List.of() : tried;
    }

    /** A recipient whose text is shown; {@code rank} decides who stays while more come. */
    public record Specimen(String phone, String text, int parts, long units, String note, int rank) {
        private static final String LACKS = "lacks:";

        /** One who is kept because they have nothing in a field. */
        static Specimen lacking(String field, String phone, String text, int parts, long units) {
            return new Specimen(phone, text, parts, units, LACKS + field, 0);
        }

        /** The field for which it is kept; null where it is a text to be shown. */
        @Nullable
        String lacks() {
            return note.startsWith(LACKS) ? note.substring(LACKS.length()) : null;
        }
    }

    /** Some of those who have nothing in this field. */
    public List<Specimen> lacking(String field) {
        return samples.stream()
                .filter(specimen -> field.equals(specimen.lacks()))
                .toList();
    }

    public long recipients() {
        return networks.values().stream().mapToLong(Network::recipients).sum();
    }

    public long parts() {
        return networks.values().stream().mapToLong(Network::parts).sum();
    }

    /** What the owner pays. */
    public Money cost() {
        return Money.sum(networks.values().stream().map(Network::cost).toList());
    }
}
