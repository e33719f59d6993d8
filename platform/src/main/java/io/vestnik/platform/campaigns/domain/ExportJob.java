package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the messages of a campaign into a table. They are read by key in steps, each into a piece of its own, so that a
 * restart loses one step; the last step puts the pieces together.
 */
@Component
public class ExportJob implements JobKind {
    /** The name of the kind. */
    public static final String NAME = "campaigns.export";

    private static final int PAGE = 1_000;
    private static final int PAGES_OF_A_STEP = 20;
    private static final Duration PIECE_LIFE = Duration.ofHours(6);
    private static final Duration TABLE_LIFE = Duration.ofDays(30);

    private final Pipeline pipeline;
    private final Files files;
    private final Reports reports;
    private final ExportTable table;
    private final JsonMapper json;

    ExportJob(Pipeline pipeline, Files files, Reports reports, ExportTable table, JsonMapper json) {
        this.pipeline = pipeline;
        this.files = files;
        this.reports = reports;
        this.table = table;
        this.json = json;
    }

    /**
     * What is exported.
     *
     * @param format {@code xlsx}, {@code xls} or {@code csv}
     * @param name of the file, without its ending
     * @param by the name of who asked for it
     */
    public record Input(
            long campaign,
            String format,
            String name,
            @Nullable Integer state,
            @Nullable String prefix,
            long total,
            @Nullable List<Condition> conditions,
            @Nullable String by) {
        @Override
        public List<Condition> conditions() {
            return conditions == null ? List.of() : conditions; // of an export that an earlier version began
        }
    }

    /** What an export leaves. */
    public record Result(long file, long rows) {}

    private record Place(@Nullable String cursor, List<Long> pieces, boolean readAll) {
        static final Place START = new Place(null, List.of(), false);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:report";
    }

    @Override
    public String titleKey() {
        return "campaigns.exporting";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Place place = context.checkpoint() == null ? Place.START : json.readValue(context.checkpoint(), Place.class);
        try {
            return place.readAll() ? assemble(context, input, place) : read(context, input, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Step read(Context context, Input input, Place place) throws IOException {
        MessageFilter filter = new MessageFilter(
                new CampaignId(input.campaign()),
                input.state() == null ? null : MessageState.ofNumber(input.state()),
                input.prefix(),
                input.conditions());
        List<MessageView> rows = new ArrayList<>();
        Map<MessageId, Set<MessageMark>> marks = new HashMap<>();
        String cursor = place.cursor();
        for (int page = 0; page < PAGES_OF_A_STEP; page++) {
            Slice<MessageView> slice = pipeline.list(context.account(), filter, cursor, PAGE);
            rows.addAll(slice.items());
            marks.putAll(pipeline.marks(
                    context.account(),
                    slice.items().stream().map(MessageView::id).toList()));
            cursor = slice.next();
            if (cursor == null) {
                break;
            }
        }
        StoredFile piece = files.save(
                context.account(),
                new Files.Upload("piece", "application/octet-stream", PIECE_LIFE),
                out -> ExportPieces.write(out, rows, marks));
        List<Long> pieces = new ArrayList<>(place.pieces());
        pieces.add(piece.id().value());
        Place next = new Place(cursor, pieces, cursor == null);
        return new Step.More(json.writeValueAsString(next), context.done() + rows.size(), input.total());
    }

    private Step assemble(Context context, Input input, Place place) throws IOException {
        AccountId account = context.account();
        Files.Upload upload = new Files.Upload(
                input.name() + "." + input.format(),
                switch (input.format()) {
                    case "csv" -> "text/csv";
                    case "xls" -> "application/vnd.ms-excel";
                    default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                },
                TABLE_LIFE);
        StoredFile whole = files.save(account, upload, out -> write(account, input.format(), place, out));
        place.pieces().forEach(piece -> files.delete(account, new FileId(piece)));
        String by = Objects.requireNonNullElse(input.by(), "");
        reports.list(account, whole.id(), new Reports.About("campaigns.export", right(), by));
        return new Step.Done(json.writeValueAsString(new Result(whole.id().value(), context.done())), context.done());
    }

    private void write(AccountId account, String format, Place place, OutputStream out) throws IOException {
        List<Path> pieces = new ArrayList<>();
        for (long piece : place.pieces()) {
            pieces.add(files.path(account, new FileId(piece))
                    .orElseThrow(() -> new IllegalStateException("A piece of the export is gone")));
        }
        table.write(account, format, pieces, out);
    }

    @Override
    public void abandoned(Context context) {
        if (context.checkpoint() != null) {
            json.readValue(context.checkpoint(), Place.class)
                    .pieces()
                    .forEach(piece -> files.delete(context.account(), new FileId(piece)));
        }
    }
}
