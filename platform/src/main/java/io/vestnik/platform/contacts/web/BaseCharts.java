package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.BaseStatistics;
import io.vestnik.platform.contacts.domain.Breakdown;
import io.vestnik.platform.contacts.domain.Breakdown.Part;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Condition.Test;
import io.vestnik.platform.kernel.Rule;
import io.vestnik.platform.shell.Chart;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws what the base is made of; each part leads to those behind it. */
@Component
class BaseCharts {
    private static final int MOST_GROUPS = 40;

    private final BaseStatistics statistics;
    private final Contacts contacts;
    private final Fields fields;
    private final Format format;

    BaseCharts(BaseStatistics statistics, Contacts contacts, Fields fields, Format format) {
        this.statistics = statistics;
        this.contacts = contacts;
        this.fields = fields;
        this.format = format;
    }

    /**
     * A chart with the moment of its figures.
     *
     * @param at null where they are kept as people come and go
     */
    record Drawn(Chart chart, @Nullable Instant at) {}

    /** None when the base is not broken down by that. */
    Optional<Drawn> draw(AccountId account, @Nullable GroupId group, String by) {
        ContactFilter base = new ContactFilter("", group, null, null);
        if (by.equals("group")) {
            return Optional.of(groups(account));
        }
        for (Breakdown.By known : Breakdown.By.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(by)) {
                return Optional.of(chart(account, base, known));
            }
        }
        return fields.find(account, by)
                .filter(field -> field.own() && (field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.YES_NO))
                .map(field -> own(account, base, field));
    }

    private Drawn chart(AccountId account, ContactFilter base, Breakdown.By by) {
        Breakdown counted = statistics.of(account, base, by);
        String title = format.text("contacts.statistics." + by.name().toLowerCase(Locale.ROOT));
        return switch (by) {
            case OPERATOR ->
                drawn(
                        title,
                        counted,
                        Chart.Kind.BAR,
                        part -> part.name().isEmpty() ? none() : part.name(),
                        part -> only(base, "operator", part));
            case REGION ->
                drawn(
                        title,
                        counted,
                        Chart.Kind.BAR,
                        part -> part.value().isEmpty() ? none() : part.value(),
                        part -> only(base, "region", part));
            case SEX ->
                drawn(
                        title,
                        counted,
                        Chart.Kind.DONUT,
                        part -> part.value().isEmpty() ? none() : format.text("contacts.sex." + part.value()),
                        part -> only(base, "sex", part));
            case AGE ->
                drawn(
                        title,
                        sorted(counted, Comparator.comparingInt(BaseCharts::least)),
                        Chart.Kind.BAR,
                        this::band,
                        part -> aged(base, part));
            case ADDED ->
                drawn(
                        title,
                        sorted(counted, Comparator.comparing(Part::value)),
                        Chart.Kind.BAR,
                        Part::value,
                        part -> added(base, part));
        };
    }

    private Drawn own(AccountId account, ContactFilter base, NamedField field) {
        Function<Part, String> name = part -> part.value().isEmpty()
                ? none()
                : field.kind() == FieldKind.YES_NO ? format.text("contacts." + part.value()) : part.value();
        return drawn(
                format.text(field.titleKey()),
                statistics.ofOwn(account, base, field.key()),
                Chart.Kind.BAR,
                name,
                part -> only(base, field.key(), part));
    }

    private Drawn groups(AccountId account) {
        List<Group> largest = contacts.groups(account).stream()
                .sorted(Comparator.comparingLong(Group::contacts).reversed())
                .limit(MOST_GROUPS)
                .toList();
        Chart chart = new Chart(
                Chart.Kind.BAR,
                format.text("contacts.statistics.group"),
                largest.stream().map(Group::name).toList(),
                List.of(series(
                        largest.stream().map(it -> (double) it.contacts()).toList())),
                largest.stream().map(it -> "/contacts?group=" + it.id()).toList());
        return new Drawn(chart, null);
    }

    private Drawn drawn(
            String title,
            Breakdown counted,
            Chart.Kind kind,
            Function<Part, String> name,
            Function<Part, @Nullable ContactFilter> meant) {
        List<Part> parts = counted.parts();
        Chart chart = new Chart(
                kind,
                title,
                parts.stream()
                        .map(part -> part.value().equals(Breakdown.OTHERS)
                                ? format.text("contacts.statistics.others")
                                : name.apply(part))
                        .toList(),
                List.of(series(
                        parts.stream().map(part -> (double) part.people()).toList())),
                parts.stream()
                        .map(part -> {
                            ContactFilter filter = part.value().equals(Breakdown.OTHERS) ? null : meant.apply(part);
                            return filter == null ? "" : FilterAddress.address("/contacts", filter);
                        })
                        .toList());
        return new Drawn(chart, counted.at());
    }

    private Chart.Series series(List<Double> values) {
        return new Chart.Series(format.text("contacts.title"), Tone.NEUTRAL, values);
    }

    private static Breakdown sorted(Breakdown counted, Comparator<Part> order) {
        return new Breakdown(counted.parts().stream().sorted(order).toList(), counted.at());
    }

    private static ContactFilter only(ContactFilter base, String field, Part part) {
        return with(base, List.of(new Condition(field, part.value().isEmpty() ? Test.EMPTY : Test.IS, part.value())));
    }

    private static ContactFilter with(ContactFilter base, List<Condition> conditions) {
        return new ContactFilter("", base.group(), null, null, Rule.all(conditions));
    }

    private static final List<Integer> BANDS = List.of(0, 18, 25, 35, 45, 55, 65);

    private static int least(Part part) {
        return part.value().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(part.value());
    }

    private String band(Part part) {
        if (part.value().isEmpty()) {
            return none();
        }
        int least = least(part);
        int next = BANDS.indexOf(least) + 1;
        return next < BANDS.size() ? least + "–" + (BANDS.get(next) - 1) : least + "+";
    }

    private static ContactFilter aged(ContactFilter base, Part part) {
        if (part.value().isEmpty()) {
            return with(base, List.of(new Condition("birthday", Test.EMPTY, "")));
        }
        int least = least(part);
        int next = BANDS.indexOf(least) + 1;
        Condition from = new Condition("age", Test.MORE, Integer.toString(least - 1));
        return with(
                base,
                next < BANDS.size()
                        ? List.of(from, new Condition("age", Test.LESS, Integer.toString(BANDS.get(next))))
                        : List.of(from));
    }

    private static ContactFilter added(ContactFilter base, Part part) {
        YearMonth month = YearMonth.parse(part.value());
        return with(
                base,
                List.of(
                        new Condition("created", Test.SINCE, month.atDay(1).toString()),
                        new Condition(
                                "created",
                                Test.BEFORE,
                                month.plusMonths(1).atDay(1).toString())));
    }

    private String none() {
        return format.text("contacts.unknown");
    }
}
