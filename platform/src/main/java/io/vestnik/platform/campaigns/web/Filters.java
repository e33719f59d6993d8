package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFilter;
import java.util.Arrays;

/** Which messages a page asks for. */
final class Filters {
    private Filters() {}

    /** Messages to numbers that start with these digits, in this state; an unknown state and no digits do not narrow. */
    static MessageFilter of(CampaignId campaign, String search, String state) {
        String digits = search.replaceAll("\\D", "");
        // People here begin their own numbers with 8; they are kept as beginning with 7.
        String prefix = digits.startsWith("8") ? "7" + digits.substring(1) : digits;
        return new MessageFilter(
                campaign,
                Arrays.stream(MessageState.values())
                        .filter(it -> it.code().equals(state))
                        .findFirst()
                        .orElse(null),
                prefix.isEmpty() ? null : prefix);
    }
}
