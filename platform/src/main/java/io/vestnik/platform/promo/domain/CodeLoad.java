package io.vestnik.platform.promo.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.StartedBy;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.StoredTables;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.tabular.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the codes of a stored table into the stock of an action, some thousands a step: the first column of the first sheet. A head is
 * known by having no code's length.
 */
@Service
public class CodeLoad implements JobKind {
    /** The name of these jobs. */
    public static final String NAME = "promo.load";
    /** So many lines that were not taken are shown. */
    static final int SHOWN = 100;

    /** What the stock gets at once, in a few statements. */
    private static final int ROWS = 5_000;

    private static final int LONGEST_SHOWN = 40;

    private final StoredTables tables;
    private final CodeStore codes;
    private final ActionStore actions;
    private final Around around;

    CodeLoad(StoredTables tables, CodeStore codes, ActionStore actions, Around around) {
        this.tables = tables;
        this.codes = codes;
        this.actions = actions;
        this.around = around;
    }

    /** What such a job works with besides. */
    @Component
    record Around(Jobs jobs, Audit audit, JsonMapper json, MessageSource messages) {}

    private record Input(long action, long file, StartedBy by) {}

    /**
     * What a load did, so far or at its end.
     *
     * @param known codes of the account already, or earlier in the same file
     * @param bad lines that are no code of the action's length
     * @param full codes for which there was no room: more of this length could be guessed
     */
    public record Result(long action, long rows, long added, long known, long bad, long full, List<Line> lines) {
        static Result start(long action) {
            return new Result(action, 0, 0, 0, 0, 0, List.of());
        }
    }

    /**
     * A line that was not taken.
     *
     * @param why {@code bad}, {@code known} or {@code full}
     */
    public record Line(long row, String cell, String why) {}

    /** Starts to load; empty where the account has no such action whose codes are loaded. */
    public Optional<JobId> start(Who who, ActionId id, FileId file) {
        return actions.find(who.account(), id)
                .filter(action -> action.terms().codes().source() == Source.LOADED)
                .map(_ -> around.jobs()
                        .start(
                                who.account(),
                                NAME,
                                around.json()
                                        .writeValueAsString(new Input(id.value(), file.value(), StartedBy.of(who)))));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "promo:edit";
    }

    @Override
    public String titleKey() {
        return "promo.load.job";
    }

    @Override
    public Step step(Context context) {
        Input input = around.json().readValue(context.input(), Input.class);
        Result before = context.checkpoint() == null
                ? Result.start(input.action())
                : around.json().readValue(context.checkpoint(), Result.class);
        Action action =
                actions.find(context.account(), new ActionId(input.action())).orElse(null);
        if (action == null) {
            return new Step.Failed(text("promo.load.action-gone"));
        }
        return switch (tables.read(context.account(), new FileId(input.file()), before.rows(), ROWS)) {
            case StoredTables.Stretch.Gone() -> new Step.Failed(text("promo.load.gone"));
            case StoredTables.Stretch.Refused _ -> new Step.Failed(text("promo.load.unreadable"));
            case StoredTables.Stretch.Some(List<Row> rows, boolean more) -> {
                Result after = load(action, before, rows);
                String json = around.json().writeValueAsString(after);
                if (!more) {
                    around.audit()
                            .record(
                                    input.by().in(context.account()),
                                    "promo.loaded",
                                    "promo action " + action.id(),
                                    Map.of(
                                            "added",
                                            after.added(),
                                            "job",
                                            context.job().value()));
                }
                yield more ? new Step.More(json, after.rows(), 0) : new Step.Done(json, after.rows());
            }
        };
    }

    private Result load(Action action, Result before, List<Row> rows) {
        Terms.Codes look = action.terms().codes();
        List<Line> lines = new ArrayList<>(before.lines());
        Set<String> read = new LinkedHashSet<>();
        List<Line> candidates = new ArrayList<>();
        long bad = 0;
        boolean head = before.rows() == 0;
        for (Row row : rows) {
            String cell = row.cell(0).strip();
            String code = cell.toUpperCase(Locale.ROOT);
            boolean first = head && row.equals(rows.getFirst());
            if (code.length() != look.length() || !code.matches("[A-Z0-9-]+")) {
                if (!cell.isEmpty() && !first) {
                    bad++;
                    note(lines, row, cell, "bad");
                }
            } else {
                read.add(code);
                candidates.add(new Line(row.number(), code, ""));
            }
        }
        List<String> fitting = new ArrayList<>();
        for (String code : read) {
            if (action.stock() + fitting.size() < Room.around(code)) {
                fitting.add(code);
            }
        }
        Set<String> added = new HashSet<>(codes.load(action.account(), action.id(), fitting));
        actions.stock(action.account(), action.id(), added.size());
        int full = read.size() - fitting.size();
        tell(lines, candidates, added, Set.copyOf(fitting));
        return new Result(
                before.action(),
                before.rows() + rows.size(),
                before.added() + added.size(),
                before.known() + candidates.size() - added.size() - full,
                before.bad() + bad,
                before.full() + full,
                lines);
    }

    /** The first of a code that came twice was taken, the second was known by then. */
    private static void tell(List<Line> lines, List<Line> candidates, Set<String> added, Set<String> fitting) {
        Set<String> open = new HashSet<>(added);
        for (Line line : candidates) {
            if (!open.remove(line.cell()) && lines.size() < SHOWN) {
                lines.add(new Line(line.row(), line.cell(), fitting.contains(line.cell()) ? "known" : "full"));
            }
        }
    }

    private static void note(List<Line> lines, Row row, String cell, String why) {
        if (lines.size() < SHOWN) {
            lines.add(new Line(row.number(), cell.substring(0, Math.min(cell.length(), LONGEST_SHOWN)), why));
        }
    }

    private String text(String key) {
        return around.messages().getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
