package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.Money;
import java.util.List;
import java.util.Map;

/**
 * What a preview has counted so far, or at its end.
 *
 * @param networks by network code
 * @param leftOut how many are left out, by reason
 * @param samples texts of some real recipients, the remarkable ones first
 */
public record Tally(Map<String, Network> networks, Map<Verdict, Long> leftOut, List<Specimen> samples) {
    /** Before the first recipient. */
    public static final Tally NOTHING = new Tally(Map.of(), Map.of(), List.of());

    public Tally {
        networks = Map.copyOf(networks);
        leftOut = Map.copyOf(leftOut);
        samples = List.copyOf(samples);
    }

    /** A recipient whose text is shown; {@code rank} decides who stays while more come. */
    public record Specimen(String phone, String text, int parts, long units, String note, int rank) {}

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
