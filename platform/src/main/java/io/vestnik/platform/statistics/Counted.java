package io.vestnik.platform.statistics;

import java.time.Instant;

/**
 * How far the counters are.
 *
 * @param asOf up to when everything that happened is counted
 * @param whole whether messages of before the counters are added up too
 */
public record Counted(Instant asOf, boolean whole) {}
