package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.domain.Tally.Specimen;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds recipients to a tally, one after another. */
final class Counting {
    private static final int ORDINARY = 16;
    private static final int WITH_AN_EMPTY_FIELD = 2;
    /** How many are kept by name of those who lack a value, and of how many fields. */
    private static final int LACKING = 20;

    private static final int LACKED_FIELDS = 10;

    private final Map<String, Network> networks;
    private final Map<Verdict, Long> leftOut = new EnumMap<>(Verdict.class);
    private final List<Specimen> ordinary = new ArrayList<>();
    private final List<Specimen> emptyField = new ArrayList<>();
    private final Map<String, Long> empty;
    private final Map<String, List<Specimen>> lacking = new LinkedHashMap<>();
    private @Nullable Specimen longest;
    private @Nullable Specimen shortest;

    private final Map<String, Tally.Zone> zones;
    private final List<Tally.Tried> tried;
    private final boolean personal;

    /**
     * Goes on from a tally.
     *
     * @param personal whether texts differ, so that one of them is the longest
     */
    Counting(Tally sofar, boolean personal) {
        this.personal = personal;
        networks = new HashMap<>(sofar.networks());
        leftOut.putAll(sofar.leftOut());
        empty = new HashMap<>(sofar.empty());
        zones = new HashMap<>(sofar.zones());
        tried = new ArrayList<>(sofar.tried());
        for (Specimen specimen : sofar.samples()) {
            String lacked = specimen.lacks();
            if (lacked != null) {
                lacking.computeIfAbsent(lacked, _ -> new ArrayList<>()).add(specimen);
                continue;
            }
            switch (specimen.note()) {
                case "longest" -> longest = specimen;
                case "shortest" -> shortest = specimen;
                case "empty_field" -> emptyField.add(specimen);
                default -> ordinary.add(specimen);
            }
        }
    }

    /** The network of this code, with its price frozen when it is met for the first time. */
    Network network(String mccMnc, Function<String, Network> price) {
        return networks.computeIfAbsent(mccMnc, price);
    }

    /**
     * Counts one who is sent to with those who live by the same clock; tells their number.
     *
     * @param origin whose clock it is; none where that of the account counts
     * @param waits whether they wait for the end of a trial
     */
    int zone(@Nullable Origin origin, boolean waits) {
        String country = origin == null ? "" : origin.country();
        String zone = origin == null ? "Z" : origin.zone().getId();
        int next = zones.size() + 1 + (waits ? Wave.WAITING : 0);
        return zones.merge(
                        (waits ? "* " : "") + country + " " + zone,
                        new Tally.Zone(next, country, zone, 1),
                        (there, _) -> new Tally.Zone(there.number(), country, zone, there.people() + 1))
                .number();
    }

    /** Counts what each of several texts would come to for one who is sent to. */
    void tried(int[] parts, Money perPart) {
        for (int i = 0; i < parts.length; i++) {
            Tally.Tried one = new Tally.Tried(parts[i], perPart.times(parts[i]).units());
            if (i == tried.size()) {
                tried.add(one);
            } else {
                Tally.Tried sofar = tried.get(i);
                tried.set(i, new Tally.Tried(sofar.parts() + one.parts(), sofar.units() + one.units()));
            }
        }
    }

    void leaveOut(Verdict reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    void send(Network network, int parts) {
        networks.put(network.mccMnc(), network.with(parts));
    }

    /**
     * Considers a text as one to be shown: the longest, the shortest, some where a field is empty, and a handful by chance
     * that is the same at every run.
     *
     * @param lacks the fields that the text asks for and this recipient has nothing in
     */
    void consider(String phone, String text, int parts, Money perPart, List<String> lacks) {
        int rank = (phone.hashCode() * 0x9E3779B9) >>> 1;
        boolean fewer = ordinary.size() < ORDINARY || rank < ordinary.getLast().rank();
        boolean longer =
                personal && (longest == null || text.length() > longest.text().length());
        boolean shorter =
                personal && (shortest == null || text.length() < shortest.text().length());
        boolean some = !lacks.isEmpty() && emptyField.size() < WITH_AN_EMPTY_FIELD;
        for (String field : lacks) {
            lack(field, phone, text, parts, perPart);
        }
        if (!fewer && !longer && !shorter && !some) {
            return;
        }
        long units = perPart.times(parts).units();
        if (longer) {
            longest = new Specimen(phone, text, parts, units, "longest", rank);
        }
        if (shorter) {
            shortest = new Specimen(phone, text, parts, units, "shortest", rank);
        }
        if (some) {
            emptyField.add(new Specimen(phone, text, parts, units, "empty_field", rank));
        } else if (fewer) {
            ordinary.add(new Specimen(phone, text, parts, units, "", rank));
            ordinary.sort(Comparator.comparingInt(Specimen::rank));
            if (ordinary.size() > ORDINARY) {
                ordinary.removeLast();
            }
        }
    }

    private void lack(String field, String phone, String text, int parts, Money perPart) {
        empty.merge(field, 1L, Long::sum);
        List<Specimen> theirs = lacking.get(field);
        if (theirs == null && lacking.size() < LACKED_FIELDS) {
            theirs = new ArrayList<>();
            lacking.put(field, theirs);
        }
        if (theirs != null && theirs.size() < LACKING) {
            theirs.add(Specimen.lacking(
                    field, phone, text, parts, perPart.times(parts).units()));
        }
    }

    Tally tally() {
        List<Specimen> samples = new ArrayList<>();
        if (longest != null) {
            samples.add(longest);
        }
        samples.addAll(emptyField);
        if (shortest != null) {
            samples.add(shortest);
        }
        samples.addAll(ordinary);
        lacking.values().forEach(samples::addAll);
        return new Tally(networks, leftOut, samples, empty, zones, tried);
    }
}
