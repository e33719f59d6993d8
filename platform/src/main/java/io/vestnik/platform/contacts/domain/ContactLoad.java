package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.tabular.UnreadableTableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a table, or the phones of a text, into a group. A table is read through first: one that breaks off somewhere loads nothing
 * at all, and the number of its rows is known. Then some thousand rows a step are loaded; what was loaded stays when it is cancelled.
 */
@Component
class ContactLoad implements JobKind {
    static final String NAME = "contacts.load";

    /** Rows of all sheets of a load. */
    static final long MOST_ROWS = 2_000_000;

    private static final int ROWS_CHECKED = 50_000;

    private final LoadReadings readings;
    private final PieceWriter writer;
    private final LoadConsents consents;
    private final LoadEnds ends;
    private final JsonMapper json;

    ContactLoad(LoadReadings readings, PieceWriter writer, LoadConsents consents, LoadEnds ends, JsonMapper json) {
        this.readings = readings;
        this.writer = writer;
        this.consents = consents;
        this.ends = ends;
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
        LoadProgress progress = progress(context, load);
        long behind = progress.phase() == LoadProgress.Phase.CHECKING ? progress.total() : progress.rows();
        try {
            Optional<LoadAhead> open = readings.at(context.job(), behind);
            if (open.isPresent()) {
                return step(context, load, progress, open.get());
            }
            return switch (readings.begin(context.account(), context.job(), load)) {
                case LoadReadings.Begun.Gone() -> failed(context, "contacts.load.gone");
                case LoadReadings.Begun.NoSheet() -> failed(context, "contacts.load.no-sheet");
                case LoadReadings.Begun.Refused(var reason) -> failed(context, TableRefusals.key(reason));
                case LoadReadings.Begun.Opened(LoadAhead ahead) -> {
                    if (progress.phase() == LoadProgress.Phase.CHECKING) {
                        // What was checked before a restart is as it was: it is only passed over.
                        for (long left = behind; left > 0; ) {
                            left -= ahead.skim((int) Math.min(ROWS_CHECKED, left));
                        }
                    } else {
                        ahead.catchUp(behind);
                    }
                    yield step(context, load, progress, ahead);
                }
            };
        } catch (UnreadableTableException e) {
            return failed(context, TableRefusals.key(e.refused().reason()));
        }
    }

    /** A text has no structure that could be broken: it is loaded at once. */
    private LoadProgress progress(Context context, Load load) {
        if (context.checkpoint() != null) {
            return json.readValue(context.checkpoint(), LoadProgress.class);
        }
        return load.sheets().isEmpty() ? LoadProgress.START.in(LoadProgress.Phase.LOADING) : LoadProgress.START;
    }

    private Step step(Context context, Load load, LoadProgress progress, LoadAhead ahead) {
        return switch (progress.phase()) {
            case CHECKING -> check(context, progress, ahead);
            case LOADING -> load(context, load, progress, ahead);
            case CLOSING -> {
                if (!ahead.next().isEnd()) {
                    throw new IllegalStateException("The table has become longer");
                }
                LoadResult result = ends.done(context, load, progress, ahead.headers());
                readings.close(context.job());
                yield new Step.Done(json.writeValueAsString(result), progress.rows());
            }
        };
    }

    private Step check(Context context, LoadProgress progress, LoadAhead ahead) {
        int rows = ahead.skim(ROWS_CHECKED);
        LoadProgress checked = progress.checked(rows);
        if (checked.total() > MOST_ROWS) {
            return failed(context, "contacts.load.refused.too_many_rows");
        }
        if (rows > 0) {
            return more(checked);
        }
        readings.close(context.job());
        return checked.total() == 0
                ? failed(context, "contacts.load.refused.empty_file")
                : more(checked.in(LoadProgress.Phase.LOADING));
    }

    private Step load(Context context, Load load, LoadProgress progress, LoadAhead ahead) {
        LoadChunk chunk = ahead.next();
        if (chunk.isEnd()) {
            return progress.rows() == 0
                    ? failed(context, "contacts.quick.nothing")
                    : more(progress.in(LoadProgress.Phase.CLOSING));
        }
        ends.notYet(context);
        Optional<Written> written = writer.write(
                context, load.group(), new Merging(load.existing(), chunk.fields()), chunk.people(), progress.rows());
        if (written.isEmpty()) {
            return failed(context, "contacts.load.group-gone");
        }
        ends.refused(context, chunk.refused());
        return more(consents.note(context.account(), load, chunk, progress.with(chunk, written.get())));
    }

    @Override
    public void abandoned(Context context, Job.State end, @Nullable String message) {
        readings.close(context.job());
        LoadProgress progress = context.checkpoint() == null
                ? LoadProgress.START
                : json.readValue(context.checkpoint(), LoadProgress.class);
        LoadResult soFar = progress.and(writer.left(context)).result(null);
        if (soFar.consents() != null) {
            ends.noted(context, json.readValue(context.input(), Load.class), soFar);
        }
        ends.abandoned(context, end, soFar, message);
    }

    private Step more(LoadProgress progress) {
        return new Step.More(
                json.writeValueAsString(progress),
                progress.rows(),
                progress.phase() == LoadProgress.Phase.CHECKING ? 0 : progress.total());
    }

    private Step failed(Context context, String key) {
        readings.close(context.job());
        return new Step.Failed(ends.text(key));
    }
}
