package io.vestnik.platform.numbering.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in force, as tables in memory are made of it. */
public interface PlanSource {
    /** The number of what is in force; grows when that changes. */
    long version();

    /** All ranges that are in force. */
    void ranges(RangeReader reader);

    /** All ported numbers that are in force. */
    void ported(PortedReader reader);

    /** How many ported numbers are in force. */
    int portedCount();

    /** The names of operators that loads have brought, by code. */
    Map<String, String> networks();

    /** A range, both ends included; the network by its code, the region by its key. */
    record PlanRange(
            long first,
            long last,
            int part,
            String network,
            @Nullable String region) {}

    /** Takes ranges in the order of numbers. */
    interface RangeReader {
        void take(PlanRange range);
    }

    /** Takes ported numbers. */
    interface PortedReader {
        void take(long number, String network);
    }
}
