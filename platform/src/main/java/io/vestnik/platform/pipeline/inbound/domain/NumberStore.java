package io.vestnik.platform.pipeline.inbound.domain;

import java.util.List;
import java.util.Optional;

/** The numbers that people write to. */
public interface NumberStore {
    /** Changes with every commit that changes what there is. */
    long version();

    /** Every number of the installation, by number, word and first day. */
    List<Lending> all();

    /** Those whose number has these digits somewhere, with a lower id, the highest first. */
    List<Lending> page(String digits, long below, int limit);

    Optional<Lending> find(long id);

    /** Begins a change: whoever else changes numbers waits for its commit. */
    void begin();

    /** Whether another one has the same word of the same number on one of the same days. */
    boolean overlaps(Lending lending);

    /** Stores a new one and tells its id. */
    long add(Lending lending);

    /** Changes one that nobody has changed since; false where somebody has. */
    boolean change(Lending lending);

    boolean remove(long id);
}
