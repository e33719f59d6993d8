package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.PlainText;
import io.vestnik.tabular.RefusalReason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tables that are open between two steps of a load, so that each step goes on where the last one stopped reading. They are
 * a convenience: what is not here, or stands elsewhere than the checkpoint, is opened and read again.
 */
@Component
class LoadReadings implements DisposableBean {
    /** Rows that are written in one transaction. */
    static final int ROWS_OF_CHUNK = 10_000;

    private static final Logger log = LoggerFactory.getLogger(LoadReadings.class);
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(1);

    private final Files files;
    private final LoadRules rules;
    private final Map<JobId, LoadAhead> open = new ConcurrentHashMap<>();
    private final ExecutorService readers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("load-reader-", 1).daemon().factory());

    LoadReadings(Files files, LoadRules rules) {
        this.files = files;
        this.rules = rules;
    }

    /** An opened table, or why there is none. */
    sealed interface Begun {
        record Opened(LoadAhead ahead) implements Begun {}

        record Refused(RefusalReason reason) implements Begun {}

        /** The workbook has no sheet of this number. */
        record NoSheet() implements Begun {}

        /** The file is gone. */
        record Gone() implements Begun {}
    }

    /** The open table of a load if it stands behind this many rows. */
    Optional<LoadAhead> at(JobId load, long rows) {
        LoadAhead ahead = open.get(load);
        if (ahead != null && ahead.read() == rows) {
            return Optional.of(ahead);
        }
        close(load);
        return Optional.empty();
    }

    /** Opens the table of a load. */
    Begun begin(AccountId account, JobId id, Load load) {
        closeIdle();
        StoredFile file = files.find(account, load.file()).orElse(null);
        Path path = files.path(account, load.file()).orElse(null);
        if (file == null || path == null) {
            return new Begun.Gone();
        }
        try {
            if (load.sheets().isEmpty()) {
                Optional<Reader> text = PlainText.open(path);
                return text.isEmpty()
                        ? new Begun.Refused(RefusalReason.NOT_A_TABLE)
                        : opened(id, new TextSource(new TextPhones(text.get(), rules.home(account)), rules));
            }
            return switch (LoadReading.begin(path, file.name(), load)) {
                case LoadReading.Begun.Refused(RefusalReason reason) -> new Begun.Refused(reason);
                case LoadReading.Begun.NoSheet() -> new Begun.NoSheet();
                case LoadReading.Begun.Reading(LoadReading reading) ->
                    opened(
                            id,
                            new TableSource(reading, rules.readers(account, load), rules.agreed(account, load), rules));
            };
        } catch (IOException e) {
            throw new UncheckedIOException("A stored table cannot be read", e);
        }
    }

    private Begun opened(JobId id, LoadSource source) {
        LoadAhead ahead = new LoadAhead(source, readers, ROWS_OF_CHUNK);
        open.put(id, ahead);
        return new Begun.Opened(ahead);
    }

    void close(JobId load) {
        LoadAhead ahead = open.remove(load);
        if (ahead != null) {
            try {
                ahead.close();
            } catch (IOException | RuntimeException e) {
                // What a chunk that nobody waits for came to matters to nobody either.
                log.warn("The table of load {} could not be closed", load, e);
            }
        }
    }

    /** Another node may have taken a load: nobody would close its table here. */
    private void closeIdle() {
        open.forEach((load, ahead) -> {
            if (ahead.idleNanos() > LONGEST_IDLE) {
                close(load);
            }
        });
    }

    @Override
    public void destroy() {
        open.keySet().forEach(this::close);
        readers.shutdown();
    }
}
