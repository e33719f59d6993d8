package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.StartedBy;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops.Entry;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.StoredTables;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.tabular.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Puts the phones of a stored table on the stop-list, some thousands a step. */
@Service
public class StopLoad implements JobKind {
    /** The name of these jobs. */
    public static final String NAME = "contacts.load-stops";

    private static final int ROWS = 10_000;

    private final StoredTables table;
    private final StopDesk desk;
    private final LoadEnds ends;
    private final LoadRules rules;
    private final Surroundings surroundings;

    StopLoad(StoredTables table, StopDesk desk, LoadEnds ends, LoadRules rules, Surroundings surroundings) {
        this.table = table;
        this.desk = desk;
        this.ends = ends;
        this.rules = rules;
        this.surroundings = surroundings;
    }

    /** What such a job works with besides. */
    @org.springframework.stereotype.Component
    record Surroundings(Jobs jobs, Audit audit, JsonMapper json) {}

    /**
     * What a person has chosen.
     *
     * @param column the number of the column with phones, from 0
     * @param headerRows rows to pass over
     */
    public record Plan(FileId file, int column, int headerRows, StopScope scope, String reason) {}

    /**
     * What a load did.
     *
     * @param known phones that stood in this scope already, or came before in the same file
     */
    public record Result(
            long rows,
            long added,
            long known,
            long refused,
            Map<String, Long> reasons,
            @Nullable FileId refusedFile) {}

    private record Input(
            long file, int column, int headerRows, String kind, String value, String reason, StartedBy by) {}

    private record Place(long rows, long added, long refused, Map<String, Long> reasons, List<String> header) {
        static final Place START = new Place(0, 0, 0, Map.of(), List.of());
    }

    /** Starts to load. */
    public JobId start(Who who, Plan plan) {
        StopScope scope = plan.scope();
        Input input = new Input(
                plan.file().value(),
                plan.column(),
                plan.headerRows(),
                scope.kind(),
                scope.value(),
                plan.reason(),
                StartedBy.of(who));
        return surroundings
                .jobs()
                .start(who.account(), NAME, surroundings.json().writeValueAsString(input));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:stops-edit";
    }

    @Override
    public String titleKey() {
        return "contacts.stops.job";
    }

    @Override
    public Step step(Context context) {
        Input input = surroundings.json().readValue(context.input(), Input.class);
        Place place = context.checkpoint() == null
                ? Place.START
                : surroundings.json().readValue(context.checkpoint(), Place.class);
        boolean first = place.rows() == 0;
        long behind = first ? 0 : input.headerRows() + place.rows();
        return switch (table.read(context.account(), new FileId(input.file()), behind, ROWS)) {
            case StoredTables.Stretch.Gone() -> new Step.Failed(ends.text("contacts.load.gone"));
            case StoredTables.Stretch.Refused(var reason) -> new Step.Failed(ends.text(TableRefusals.key(reason)));
            case StoredTables.Stretch.Some(List<Row> rows, boolean more) -> {
                int header = first ? Math.min(input.headerRows(), rows.size()) : 0;
                List<String> head =
                        header == 0 ? place.header() : rows.get(header - 1).cells();
                Place next = load(context, input, place, rows.subList(header, rows.size()), head);
                yield more
                        ? new Step.More(surroundings.json().writeValueAsString(next), next.rows(), 0)
                        : done(context, input, next);
            }
        };
    }

    private Place load(Context context, Input input, Place place, List<Row> rows, List<String> head) {
        var home = rules.home(context.account());
        List<String> phones = new ArrayList<>(rows.size());
        List<RefusedRow> refused = new ArrayList<>();
        Map<String, Long> reasons = new TreeMap<>(place.reasons());
        for (Row row : rows) {
            switch (PhoneNumber.parse(row.cell(input.column()), home)) {
                case ParseResult.Parsed parsed -> phones.add(parsed.number().digits());
                case ParseResult.Refused(ParseResult.Reason reason) -> {
                    String code = RowReader.code(reason);
                    refused.add(new RefusedRow(0, row.number(), code, row.cells()));
                    reasons.merge(code, 1L, Long::sum);
                }
            }
        }
        int added = desk.put(context.account(), phones, entry(input), input.by().name());
        ends.refused(context, refused);
        return new Place(
                place.rows() + rows.size(), place.added() + added, place.refused() + refused.size(), reasons, head);
    }

    private static Entry entry(Input input) {
        return new Entry(StopScope.of(input.kind(), input.value()).orElseThrow(), StopSource.FILE, input.reason());
    }

    private Step done(Context context, Input input, Place place) {
        FileId refusedFile = ends.refusedFile(context, new FileId(input.file()), place.header())
                .orElse(null);
        surroundings
                .audit()
                .record(
                        input.by().in(context.account()),
                        "contacts.stops-added",
                        "job " + context.job(),
                        Map.of(
                                "count",
                                place.added(),
                                "scope",
                                input.kind(),
                                "value",
                                input.value(),
                                "source",
                                "file"));
        Result result = new Result(
                place.rows(),
                place.added(),
                place.rows() - place.added() - place.refused(),
                place.refused(),
                place.reasons(),
                refusedFile);
        return new Step.Done(surroundings.json().writeValueAsString(result), place.rows());
    }

    @Override
    public void abandoned(Context context) {
        ends.forget(context);
    }
}
