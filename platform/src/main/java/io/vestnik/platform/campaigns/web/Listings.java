package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Order;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.ListQuery;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The columns by which the lists are ordered. */
    private static final String[] SORTED = {"name", "sender", "recipients", "cost", "at"};

    private static final int LONGEST_CURSOR = 300;

    private Listings() {}

    static Listing of(ListQuery query, ZoneId zone) {
        return listing(query, query.filter("state").flatMap(Listings::state).orElse(null), zone, true);
    }

    /** Those that wait for money; who has waited longest comes first. */
    static Listing unpaid(ListQuery query, ZoneId zone) {
        return listing(query, CampaignState.AWAITING_PAYMENT, zone, false);
    }

    /** All of one state on other terms alike, in no order of their own. */
    static Listing in(CampaignState state, Listing listing) {
        return new Listing(state, listing.search(), listing.conditions());
    }

    private static Listing listing(ListQuery query, @Nullable CampaignState state, ZoneId zone, boolean newestFirst) {
        String search = query.search();
        ListQuery.Sort sort = query.sort(new ListQuery.Sort("added", newestFirst), SORTED);
        return new Listing(
                state,
                search.isEmpty() ? null : search,
                query.conditions(FIELDS, zone),
                new Order(Order.By.valueOf(sort.column().toUpperCase(Locale.ROOT)), sort.descending()));
    }

    /** Where a page goes on; what is no cursor at all is passed over. */
    static @Nullable String after(ListQuery query) {
        return query.after().filter(it -> it.length() <= LONGEST_CURSOR).orElse(null);
    }

    private static Optional<CampaignState> state(String code) {
        return Arrays.stream(CampaignState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
