package io.vestnik.platform.numbering.domain;

/** A table is no plan, and why: thrown from among its rows, where nothing else can be answered. */
final class PlanRefused extends Exception {
    private final String key;

    /** By a key of the bundle, behind {@code numbering.refused.}. */
    PlanRefused(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
