package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.tabular.Row;
import io.vestnik.tabular.UnreadableTableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a table into a group. It is read through first: a table that breaks off somewhere loads nothing at all, and the
 * number of its rows is known. Then five thousand rows a step are loaded; what was loaded stays when it is cancelled.
 */
@Component
class ContactLoad implements JobKind {
    static final String NAME = "contacts.load";

    private static final int ROWS_LOADED = 5_000;
    private static final int ROWS_CHECKED = 100_000;

    private final LoadReadings readings;
    private final LoadRules rules;
    private final ChunkWriter writer;
    private final LoadRefusals refusals;
    private final JsonMapper json;

    ContactLoad(LoadReadings readings, LoadRules rules, ChunkWriter writer, LoadRefusals refusals, JsonMapper json) {
        this.readings = readings;
        this.rules = rules;
        this.writer = writer;
        this.refusals = refusals;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:load";
    }

    @Override
    public String titleKey() {
        return "contacts.job.load";
    }

    @Override
    public Step step(Context context) {
        Load load = json.readValue(context.input(), Load.class);
        LoadProgress progress = context.checkpoint() == null
                ? LoadProgress.START
                : json.readValue(context.checkpoint(), LoadProgress.class);
        long behind = progress.phase() == LoadProgress.Phase.CHECKING ? progress.total() : progress.rows();
        try {
            Optional<LoadReading> open = readings.at(context.job(), behind);
            if (open.isPresent()) {
                return step(context, load, progress, open.get());
            }
            return switch (readings.begin(context.account(), context.job(), load)) {
                case null -> failed(context, "contacts.load.gone");
                case LoadReading.Begun.NoSheet() -> failed(context, "contacts.load.no-sheet");
                case LoadReading.Begun.Refused(var reason) -> failed(context, TableRefusals.key(reason));
                case LoadReading.Begun.Reading(LoadReading reading) -> {
                    catchUp(reading, behind, rules.reader(context.account(), load));
                    yield step(context, load, progress, reading);
                }
            };
        } catch (UnreadableTableException e) {
            return failed(context, TableRefusals.key(e.refused().reason()));
        }
    }

    private Step step(Context context, Load load, LoadProgress progress, LoadReading reading) {
        return switch (progress.phase()) {
            case CHECKING -> check(context, progress, reading);
            case LOADING -> load(context, load, progress, reading);
            case CLOSING -> {
                String result = json.writeValueAsString(
                        progress.result(refusals.file(context.account(), context.job(), load, reading.header())
                                .orElse(null)));
                readings.close(context.job());
                yield new Step.Done(result, progress.rows());
            }
        };
    }

    private Step check(Context context, LoadProgress progress, LoadReading reading) {
        int rows = reading.next(ROWS_CHECKED).size();
        LoadProgress checked = progress.checked(rows);
        if (rows == ROWS_CHECKED) {
            return more(checked);
        }
        readings.close(context.job());
        return checked.total() == 0
                ? failed(context, "contacts.load.refused.empty_file")
                : more(checked.in(LoadProgress.Phase.LOADING));
    }

    private Step load(Context context, Load load, LoadProgress progress, LoadReading reading) {
        List<Row> rows = reading.next(ROWS_LOADED);
        if (rows.isEmpty()) {
            return more(progress.in(LoadProgress.Phase.CLOSING));
        }
        RowReader reader = rules.reader(context.account(), load);
        List<NewContact> people = new ArrayList<>(rows.size());
        List<RefusedRow> refused = new ArrayList<>();
        int duplicates = 0;
        for (Row row : rows) {
            switch (reader.read(row)) {
                case RowReader.Reading.Refused(RefusedRow refusal) -> refused.add(refusal);
                case RowReader.Reading.Understood(String phone, Person person) -> {
                    if (reading.seen().add(phone)) {
                        people.add(rules.contact(phone, person));
                    } else {
                        duplicates++;
                    }
                }
            }
        }
        Optional<ChunkWriter.Written> written = writer.write(context.account(), load.group(), people);
        if (written.isEmpty()) {
            return failed(context, "contacts.load.group-gone");
        }
        refusals.add(context.account(), context.job(), refused);
        return more(progress.with(
                new LoadProgress.Chunk(rows.size(), written.get(), duplicates, refused, reader.takeLeftOut())));
    }

    /** Reads again what was read before a restart: the rows are loaded already, but their phones must be known. */
    private static void catchUp(LoadReading reading, long behind, RowReader reader) {
        while (reading.read() < behind) {
            List<Row> rows = reading.next((int) Math.min(ROWS_LOADED, behind - reading.read()));
            if (rows.isEmpty()) {
                throw new IllegalStateException("The table has become shorter");
            }
            rows.forEach(row -> reader.phone(row).ifPresent(reading.seen()::add));
        }
    }

    @Override
    public void abandoned(Context context) {
        readings.close(context.job());
        refusals.forget(context.account(), context.job());
    }

    private Step more(LoadProgress progress) {
        return new Step.More(
                json.writeValueAsString(progress),
                progress.rows(),
                progress.phase() == LoadProgress.Phase.CHECKING ? 0 : progress.total());
    }

    private Step failed(Context context, String key) {
        readings.close(context.job());
        return new Step.Failed(refusals.text(key));
    }
}
