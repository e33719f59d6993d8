package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.InboxFilter;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tab;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What these pages say, and how their lists are asked. */
class InboundWords {
    private static final List<Field> FIELDS = List.of(
            Field.moment("at", "pipeline.inbound.at"),
            Field.text("phone", "pipeline.inbound.from"),
            Field.text("number", "pipeline.inbound.number"),
            Field.text("keyword", "pipeline.inbound.keyword").orNone(),
            Field.text("text", "pipeline.inbound.text"));

    /** How far back is looked for what no index tells, where nobody says from when on. */
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final Routes routes;
    private final Accounts accounts;
    private final Format format;
    private final Clock clock;

    InboundWords(Routes routes, Accounts accounts, Format format, Clock clock) {
        this.routes = routes;
        this.accounts = accounts;
        this.format = format;
        this.clock = clock;
    }

    Format format() {
        return format;
    }

    static List<Field> fields() {
        return FIELDS;
    }

    /**
     * What a list is asked for.
     *
     * @param since from when on is looked without anybody having said so; none where that is not needed
     */
    record Looked(InboxFilter filter, @Nullable Instant since) {}

    /** The period goes by ids; what else is asked is read row by row, and so never without a period. */
    Looked looked(ListQuery query) {
        List<Condition> conditions = new ArrayList<>();
        Instant from = null;
        Instant before = null;
        for (Condition condition : query.conditions(FIELDS, format.zone())) {
            if (!condition.field().equals("at")) {
                conditions.add(condition);
            } else {
                Instant at = Instant.parse(condition.value());
                if (condition.test() == Condition.Test.BEFORE) {
                    before = before == null || at.isBefore(before) ? at : before;
                } else {
                    from = from == null || at.isAfter(from) ? at : from;
                }
            }
        }
        boolean rowByRow = !query.search().isEmpty() || !conditions.isEmpty();
        Instant since =
                from == null && rowByRow ? (before == null ? clock.instant() : before).minus(LOOKED_BACK) : null;
        return new Looked(new InboxFilter(since == null ? from : since, before, query.search(), conditions), since);
    }

    /** That it was not looked further back; none where it was. */
    @Nullable
    String since(Looked looked) {
        Instant since = looked.since();
        return since == null ? null : format.text("pipeline.inbound.since", format.dateTime(since));
    }

    /** The pages side by side, as far as this person may open them. */
    List<Tab> tabs(Who who, String current) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab("/pipeline/inbound", "pipeline.inbound", current));
        if (who.may(InboundRights.EDIT)) {
            tabs.add(tab("/pipeline/inbound/keywords", "pipeline.inbound.keywords", current));
        }
        if (who.may(InboundRights.NUMBERS)) {
            tabs.add(tab("/pipeline/inbound/unclaimed", "pipeline.inbound.unclaimed", current));
            tabs.add(tab("/pipeline/inbound/numbers", "pipeline.inbound.numbers", current));
        }
        return tabs;
    }

    private Tab tab(String url, String key, String current) {
        return Tab.of(format.text(key), url, url.equals(current));
    }

    /** A message as a line of the list and of the export. */
    record Line(
            String id,
            String phone,
            boolean person,
            String number,
            String text,
            String keyword,
            String wish,
            @Nullable String answers,
            Instant at) {}

    Line line(InboundMessage message) {
        return new Line(
                Long.toString(message.id()),
                message.phone(),
                message.phone().matches("\\d{7,15}"),
                message.number(),
                message.text(),
                message.keyword(),
                switch (message.wish()) {
                    case NONE -> "";
                    case STOP, START ->
                        format.text("pipeline.inbound.wish." + message.wish().code());
                },
                message.answers() == null ? null : message.answers().toString(),
                message.at());
    }

    /** What is wrong with a form, by fields. */
    FieldErrors errors(Map<String, String> faults) {
        return errors("pipeline.inbound.fault.", faults);
    }

    FieldErrors ruleErrors(Map<String, String> faults) {
        return errors("pipeline.inbound.rule.fault.", faults);
    }

    private FieldErrors errors(String keys, Map<String, String> faults) {
        FieldErrors errors = FieldErrors.none();
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            errors = errors.and(fault.getKey(), format.text(keys + fault.getValue()));
        }
        return errors;
    }

    String account(@Nullable AccountId account) {
        return account == null
                ? format.text("pipeline.inbound.shared")
                : accounts.find(account).map(Account::name).orElse(account.toString());
    }

    String route(@Nullable RouteId route) {
        return route == null
                ? format.text("pipeline.inbound.any-route")
                : routes.find(route).map(it -> it.name()).orElse(route.toString());
    }

    /** The routes of this node, and any of them. */
    List<Option> routes() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", format.text("pipeline.inbound.any-route")));
        routes.open().forEach(route -> options.add(new Option(route.id().toString(), route.name())));
        return options;
    }

    String period(LocalDate begins, @Nullable LocalDate ends) {
        return format.day(begins) + " – " + (ends == null ? "…" : format.day(ends));
    }
}
