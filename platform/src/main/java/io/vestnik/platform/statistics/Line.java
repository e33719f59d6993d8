package io.vestnik.platform.statistics;

/**
 * Messages that were counted together.
 *
 * @param key by what: a day or hour in ISO 8601, a code, a name, an id; empty where they have none
 */
public record Line(String key, Sums sums) {}
