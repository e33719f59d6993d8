package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.shell.Format;
import io.vestnik.tabular.RefusalReason;
import io.vestnik.tabular.UnreadableTableException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a register or ported numbers: fetches the table if it is elsewhere, reads it whole in memory, then keeps it in chunks
 * beside what is in force and puts it in its place at once. What is in memory is lost with the server: then the table
 * is read again, and the chunks that were kept are found to be there.
 */
@Component
class PlanJob implements JobKind {
    static final String NAME = "numbering.load";
    static final String RIGHT = "numbering:edit";

    private static final int ROWS = 20_000;

    private final PlanStore store;
    private final PlanTableReadings readings;
    private final PlanReplacement replacement;
    private final Format texts;
    private final JsonMapper json;

    PlanJob(PlanStore store, PlanTableReadings readings, PlanReplacement replacement, Format texts, JsonMapper json) {
        this.store = store;
        this.readings = readings;
        this.replacement = replacement;
        this.texts = texts;
        this.json = json;
    }

    /** Which load a job does. */
    record Input(long load) {}

    /**
     * Where it stands.
     *
     * @param refused the key of why it is refused: the refusal itself is committed, so the job may fail
     * @param kept how far the chunks are
     */
    private record Place(@Nullable String refused, int kept) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return RIGHT;
    }

    @Override
    public String titleKey() {
        return "numbering.job";
    }

    @Override
    public Step step(Context context) {
        PlanLoad load =
                store.load(json.readValue(context.input(), Input.class).load()).orElseThrow();
        Place place =
                context.checkpoint() == null ? new Place(null, 0) : json.readValue(context.checkpoint(), Place.class);
        if (place.refused() != null) {
            return new Step.Failed(texts.text("numbering.refused." + place.refused()));
        }
        if (load.file() == null) {
            return fetch(context, load);
        }
        try {
            PlanReading reading = readings.open(context.account(), load);
            return reading.isRead() ? keep(load, reading, place.kept()) : read(context, load, reading);
        } catch (PlanRefused e) {
            return refused(context, load, e.key());
        } catch (UnreadableTableException e) {
            return refused(context, load, tableKey(e.refused().reason()));
        }
    }

    static String tableKey(RefusalReason reason) {
        return "table." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Step fetch(Context context, PlanLoad load) {
        return switch (readings.fetch(context.account(), load)) {
            case PlanTableReadings.Fetching.UnderWay() -> more(new Place(null, 0), 0, 0);
            case PlanTableReadings.Fetching.Here(var file) -> {
                store.fetched(load.id(), file);
                yield more(new Place(null, 0), 0, 0);
            }
            case PlanTableReadings.Fetching.Failed(String key) -> refused(context, load, key);
        };
    }

    private Step read(Context context, PlanLoad load, PlanReading reading) throws PlanRefused {
        reading.read(ROWS);
        if (reading.isRead()) {
            Optional<String> refusal = replacement.refusal(load, reading.draft());
            if (refusal.isPresent()) {
                return refused(context, load, refusal.get());
            }
        }
        return more(new Place(null, 0), reading.rows(), 0);
    }

    private Step keep(PlanLoad load, PlanReading reading, int kept) {
        Draft draft = reading.draft();
        if (kept < draft.size()) {
            int next = draft.keep(store, load.id(), kept);
            return more(new Place(null, next), next, draft.size());
        }
        String result = json.writeValueAsString(draft.result());
        replacement.replace(load, draft, result);
        readings.forget(load);
        return new Step.Done(result, draft.result().ranges());
    }

    /** The refusal is kept with the load, and the next step fails the job. */
    private Step refused(Context context, PlanLoad load, String key) {
        Draft draft = readings.draft(load);
        replacement.refuse(load, key, draft == null ? null : json.writeValueAsString(draft.result()));
        readings.forget(load);
        return more(new Place(key, 0), context.done(), context.total());
    }

    @Override
    public void abandoned(Context context) {
        Optional<PlanLoad> load =
                store.load(json.readValue(context.input(), Input.class).load());
        load.ifPresent(it -> {
            replacement.stop(it);
            readings.forget(it);
        });
    }

    private Step more(Place place, long done, long total) {
        return new Step.More(json.writeValueAsString(place), done, total);
    }
}
