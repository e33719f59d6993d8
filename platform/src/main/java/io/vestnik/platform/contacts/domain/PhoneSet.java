package io.vestnik.platform.contacts.domain;

/** The phones that a load has seen: digits as a number, eight bytes each, for two million of them. */
final class PhoneSet {
    private long[] slots = new long[1 << 12];
    private int size;

    /** Adds a phone of 7 to 15 digits; false when it was there. */
    boolean add(String digits) {
        if (size * 2 >= slots.length) {
            grow();
        }
        return put(slots, Long.parseLong(digits));
    }

    private boolean put(long[] table, long phone) {
        int mask = table.length - 1;
        // Fibonacci hashing: numbers that follow one another fall apart.
        int slot = (int) ((phone * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[slot] != 0) {
            if (table[slot] == phone) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = phone;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        size = 0;
        for (long phone : slots) {
            if (phone != 0) {
                put(larger, phone);
            }
        }
        slots = larger;
    }
}
