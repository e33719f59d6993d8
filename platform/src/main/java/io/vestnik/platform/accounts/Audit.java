package io.vestnik.platform.accounts;

import java.util.Map;

/** The record of who changed what; written in the transaction of the change. */
public interface Audit {
    /**
     * Records one change.
     *
     * @param what a verb in the past, such as {@code campaign.confirmed}
     * @param object what it concerns, such as {@code campaign 12}
     * @param details what matters of before and after; never a secret, a text or a whole phone number
     */
    void record(Who who, String what, String object, Map<String, ?> details);
}
