package io.vestnik.platform.numbering;

/**
 * Another plan, or other ported numbers, are in force: what was labelled by the old ones may be labelled anew.
 *
 * @param version grows with each replacement; see {@link Numbering#knows}
 */
public record PlanReplaced(long version) {}
