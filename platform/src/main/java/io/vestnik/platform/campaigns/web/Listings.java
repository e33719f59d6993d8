package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.ListQuery;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which campaigns the list of them shows. */
final class Listings {
    static final List<Field> FIELDS = List.of(
            Field.text("name", "campaigns.name"),
            Field.text("sender", "campaigns.sender"),
            Field.text("text", "campaigns.text"),
            Field.text("tags", "campaigns.tags"),
            Field.number("recipients", "campaigns.recipients"),
            Field.number("cost", "campaigns.cost"),
            Field.moment("created", "campaigns.created-at"),
            Field.moment("sent", "campaigns.sent-at").orNone());

    private Listings() {}

    static Listing of(ListQuery query, ZoneId zone) {
        String search = query.search();
        return new Listing(
                query.filter("state").flatMap(Listings::state).orElse(null),
                search.isEmpty() ? null : search,
                query.conditions(FIELDS, zone));
    }

    private static Optional<CampaignState> state(String code) {
        return Arrays.stream(CampaignState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
