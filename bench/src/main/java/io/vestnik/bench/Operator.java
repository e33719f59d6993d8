package io.vestnik.bench;

import java.util.List;

/** How the simulated operator behaves, as options of its program. */
public final class Operator {

    private Operator() {}

    /** 92 % delivered, 5 % undelivered, 3 % expired; receipts come after 50 to 500 ms. */
    public static List<String> ordinary(long seed) {
        return List.of("--seed=" + seed, "--delivered=92", "--undelivered=5", "--expired=3", "--receipt-delay=50..500");
    }
}
