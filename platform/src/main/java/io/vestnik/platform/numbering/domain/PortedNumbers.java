package io.vestnik.platform.numbering.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that were taken to another operator: open addressing over one array of longs, each a number and the place of its
 * network in a list, at most half full: 16 MiB for a million.
 */
final class PortedNumbers {
    /** How many numbers are kept at most. */
    static final int MOST = 1_000_000;

    static final PortedNumbers NONE = new PortedNumbers(0);

    /** A number has at most 15 digits, fewer than 2^50. */
    private static final int NETWORK_BITS = 13;

    private static final int MOST_NETWORKS = 1 << NETWORK_BITS;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int LEAST_SLOTS = 16;

    private final long[] slots;
    private final int shift;
    private final List<String> networks = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int size;

    /** A table with room for so many numbers, at most {@link #MOST}. */
    PortedNumbers(int room) {
        if (room > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " ported numbers");
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(LEAST_SLOTS, room * 2L) - 1);
        this.slots = new long[1 << bits];
        this.shift = Long.SIZE - bits;
    }

    /** Says where a number is served; false when it was said of it before, which stays. */
    boolean put(long number, String network) {
        int at = slot(number);
        if (slots[at] != 0) {
            return false;
        }
        if (size * 2 >= slots.length) {
            throw new IllegalStateException("No room for another ported number");
        }
        int place = places.computeIfAbsent(network, it -> {
            networks.add(it);
            return networks.size() - 1;
        });
        if (place >= MOST_NETWORKS) {
            throw new IllegalStateException("More than " + MOST_NETWORKS + " networks");
        }
        slots[at] = number << NETWORK_BITS | place;
        size++;
        return true;
    }

    /** The place of the network that serves the number; -1 when it was not taken anywhere. */
    int find(long number) {
        long found = slots[slot(number)];
        return found == 0 ? -1 : (int) (found & MOST_NETWORKS - 1);
    }

    /** The network in a place that {@link #find} has told. */
    String network(int place) {
        return networks.get(place);
    }

    List<String> networks() {
        return List.copyOf(networks);
    }

    int size() {
        return size;
    }

    /** How many places there are, free ones included; a table of the same room that is filled in the same order is the same. */
    int places() {
        return slots.length;
    }

    /** The numbers in some places with their networks, side by side. */
    Piece piece(int from, int to) {
        long[] numbers = Arrays.stream(slots, from, to).filter(it -> it != 0).toArray();
        String[] served = new String[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            served[i] = networks.get((int) (numbers[i] & MOST_NETWORKS - 1));
            numbers[i] >>>= NETWORK_BITS;
        }
        return new Piece(numbers, served);
    }

    /** Numbers, and the network of each. */
    @SuppressWarnings("ArrayRecordComponent") // a million of them, handed on and never compared
    record Piece(long[] numbers, String[] networks) {}

    /** Where the number lies, or the free slot where it would. */
    private int slot(long number) {
        int at = (int) ((number * MIX) >>> shift);
        while (slots[at] != 0 && slots[at] >>> NETWORK_BITS != number) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }
}
