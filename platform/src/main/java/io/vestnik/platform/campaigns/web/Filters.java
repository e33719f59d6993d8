package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.ListQuery;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Which messages a page asks for. */
final class Filters {
    /** What people may set conditions on. */
    static final List<Field> FIELDS = List.of(
            Field.text("text", "campaigns.text"),
            Field.number("parts", "campaigns.parts"),
            Field.number("price", "campaigns.price"),
            Field.text("error", "campaigns.error.title").orNone(),
            Field.moment("sent", "campaigns.sent-at").orNone(),
            Field.moment("final", "campaigns.final-at").orNone());

    private Filters() {}

    /** Messages to numbers that start with these digits, in this state; an unknown state and no digits do not narrow. */
    static MessageFilter of(CampaignId campaign, ListQuery query, ZoneId zone) {
        String state = query.filter("state").orElse("");
        String prefix = start(query.search());
        return new MessageFilter(
                campaign,
                Arrays.stream(MessageState.values())
                        .filter(it -> it.code().equals(state))
                        .findFirst()
                        .orElse(null),
                prefix.isEmpty() ? null : prefix,
                query.conditions(FIELDS, zone));
    }

    /** What a number begins with that was typed into a search; people here begin their own with 8, they are kept as beginning with 7. */
    static String start(String search) {
        String digits = search.replaceAll("\\D", "");
        return digits.startsWith("8") ? "7" + digits.substring(1) : digits;
    }
}
