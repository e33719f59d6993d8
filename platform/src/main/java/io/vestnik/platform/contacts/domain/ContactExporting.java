package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes contacts into a table, walked by key some thousand a step; the finished file is one of the account's reports. The table
 * lies beside the database: a restart begins it again.
 */
@Component
public class ContactExporting implements JobKind {
    /** The name of the kind. */
    public static final String NAME = "contacts.export";

    private static final int PAGE = 2_000;
    private static final int PAGES_OF_A_STEP = 5;
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final long NO_LIMIT = Long.MAX_VALUE - 1;

    private final ContactStore contacts;
    private final OpenExports open;
    private final Files files;
    private final Reports reports;
    private final JsonMapper json;

    ContactExporting(ContactStore contacts, OpenExports open, Files files, Reports reports, JsonMapper json) {
        this.contacts = contacts;
        this.open = open;
        this.files = files;
        this.reports = reports;
        this.json = json;
    }

    /** What an export leaves. */
    public record Result(long file, String name, long rows) {}

    /** How far it has come: the part, and what of it was written last. */
    private record Place(int part, @Nullable String cursor, boolean ended) {
        static final Place START = new Place(0, null, false);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:export";
    }

    @Override
    public String titleKey() {
        return "contacts.export.job";
    }

    @Override
    public Step step(Context context) {
        ExportOrder order = json.readValue(context.input(), ExportOrder.class);
        Place place = context.checkpoint() == null ? Place.START : json.readValue(context.checkpoint(), Place.class);
        OpenExport export = open.at(context.job(), context.done()).orElse(null);
        if (export == null || context.checkpoint() == null) {
            export = open.begin(context.account(), context.job(), order);
            place = Place.START;
        }
        try {
            return place.ended() ? done(context, order, export) : write(context, order, place, export);
        } catch (IOException e) {
            throw new UncheckedIOException("An export cannot be written", e);
        }
    }

    private Step write(Context context, ExportOrder order, Place place, OpenExport export) throws IOException {
        int part = place.part();
        String cursor = place.cursor();
        for (int page = 0; page < PAGES_OF_A_STEP && part < order.parts().size(); page++) {
            Slice<Contact> slice = next(context, order.parts().get(part), cursor);
            export.write(part, slice.items());
            cursor = slice.next();
            part += cursor == null ? 1 : 0;
        }
        Place next = new Place(part, cursor, part == order.parts().size());
        return new Step.More(json.writeValueAsString(next), export.rows(), order.total());
    }

    private Slice<Contact> next(Context context, ExportOrder.Part part, @Nullable String cursor) {
        if (part.ids().isEmpty()) {
            return contacts.list(context.account(), part.filter(), cursor, PAGE);
        }
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(part.ids().size(), from + PAGE);
        List<ContactId> ids =
                part.ids().subList(from, to).stream().map(ContactId::new).toList();
        return new Slice<>(
                contacts.chosen(context.account(), ids), to == part.ids().size() ? null : Integer.toString(to));
    }

    private Step done(Context context, ExportOrder order, OpenExport export) throws IOException {
        try (InputStream table = export.finished()) {
            StoredFile file = files.save(
                    context.account(),
                    new Files.Upload(order.fileName(), order.contentType(), LIFETIME),
                    table,
                    NO_LIMIT);
            reports.list(context.account(), file.id(), new Reports.About("contacts.export.job", right(), order.by()));
            long rows = export.rows();
            open.close(context.job());
            return new Step.Done(json.writeValueAsString(new Result(file.id().value(), file.name(), rows)), rows);
        } catch (Files.TooLarge e) {
            throw new IllegalStateException("No table is that large", e);
        }
    }

    @Override
    public void abandoned(Context context, Job.State end, @Nullable String message) {
        open.close(context.job());
    }
}
