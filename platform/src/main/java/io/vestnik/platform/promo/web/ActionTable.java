package io.vestnik.platform.promo.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.ActionDesk;
import io.vestnik.platform.promo.domain.Actions;
import io.vestnik.platform.shell.ListQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Actions as rows: there are at most a thousand, so that they are searched, ordered and paged as they are. */
@Component
class ActionTable {
    private static final ListQuery.Sort NEWEST = new ListQuery.Sort("made", true);

    private final ActionDesk desk;
    private final Actions actions;

    ActionTable(ActionDesk desk, Actions actions) {
        this.desk = desk;
        this.actions = actions;
    }

    /** An action in the list. */
    record Row(Action action, Action.State state) {}

    /** Those that match, in the order that was asked for; the newest first. */
    List<Row> matching(AccountId account, ListQuery query) {
        LocalDate today = actions.today(account);
        String search = query.search().toLowerCase(Locale.ROOT);
        String state = query.filter("state").orElse("");
        List<Row> rows = new ArrayList<>(desk.list(account).stream()
                .filter(action -> action.terms().name().toLowerCase(Locale.ROOT).contains(search))
                .map(action -> new Row(action, action.state(today)))
                .filter(row -> state.isEmpty() || row.state().code().equals(state))
                .toList());
        ListQuery.Sort sort = query.sort(NEWEST, "name", "until", "handed", "left");
        Comparator<Row> order = switch (sort.column()) {
            case "name" ->
                Comparator.comparing(row -> row.action().terms().name().toLowerCase(Locale.ROOT));
            case "until" -> Comparator.comparing(row -> row.action().terms().to());
            case "handed" -> Comparator.comparingLong(row -> row.action().handed());
            case "left" -> Comparator.comparingLong(row -> row.action().left());
            default -> Comparator.comparing(row -> row.action().createdAt());
        };
        rows.sort(sort.descending() ? order.reversed() : order);
        return rows;
    }
}
