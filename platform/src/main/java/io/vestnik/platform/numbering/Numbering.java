package io.vestnik.platform.numbering;

import io.vestnik.platform.kernel.Origin;

/** Tells where a number belongs; from memory, without a lock, some millions a second. */
public interface Numbering {
    /**
     * The origin of an international number; of the country {@code ZZ} with the code {@code 000} when no country has such
     * numbers.
     *
     * @param digits 7 to 15 digits without a plus, such as {@code 79161234567}
     */
    Origin of(String digits);

    /** The name of an operator by its network code; the code itself when it has none. */
    String operatorName(String mccMnc);

    /**
     * Whether this node answers by the plan of this version or by a later one. If it does not yet, it looks for it: at
     * once, or inside a transaction after it, so that whoever needs it asks again.
     *
     * @param version as {@link PlanReplaced} tells it
     */
    boolean knows(long version);
}
