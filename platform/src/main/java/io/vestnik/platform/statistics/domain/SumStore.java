package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.pipeline.Tally.Alike;
import java.util.Map;

/** Keeps the counters. */
public interface SumStore {
    /** How finely time is cut. */
    enum Grain {
        HOURLY,
        DAILY
    }

    /** From which id of a message on all is counted, facts of lower ones being passed over. */
    long through();

    void through(long id);

    void add(Grain grain, Map<Alike, Change> changes);

    void happened(Map<Moment, Long> moments);

    void failed(Map<Failure, Long> failures);
}
