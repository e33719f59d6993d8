package io.vestnik.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What should have been otherwise, in words. */
final class Faults {

    private final List<String> faults = new ArrayList<>();

    void add(String fault) {
        faults.add(fault);
    }

    void addAll(Collection<String> more) {
        faults.addAll(more);
    }

    void expect(String what, long expected, long found) {
        if (expected != found) {
            add(what + ": expected " + expected + ", found " + found);
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<String> all() {
        return List.copyOf(faults);
    }
}
