package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
    private static final Logger log = LoggerFactory.getLogger(LoadReadings.class);
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(1);

    private final Files files;
    private final Map<JobId, LoadReading> open = new ConcurrentHashMap<>();

    LoadReadings(Files files) {
        this.files = files;
    }

    /** The open table of a load if it stands behind this many rows. */
    Optional<LoadReading> at(JobId load, long rows) {
        LoadReading reading = open.get(load);
        if (reading != null && reading.read() == rows) {
            return Optional.of(reading);
        }
        close(load);
        return Optional.empty();
    }

    /** Opens the table of a load; none when its file is gone. */
    LoadReading.@Nullable Begun begin(AccountId account, JobId id, Load load) {
        closeIdle();
        StoredFile file = files.find(account, load.file()).orElse(null);
        Path path = files.path(account, load.file()).orElse(null);
        if (file == null || path == null) {
            return null;
        }
        try {
            LoadReading.Begun begun = LoadReading.begin(path, file.name(), load);
            if (begun instanceof LoadReading.Begun.Reading(LoadReading reading)) {
                open.put(id, reading);
            }
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException("A stored table cannot be read", e);
        }
    }

    void close(JobId load) {
        LoadReading reading = open.remove(load);
        if (reading != null) {
            try {
                reading.close();
            } catch (IOException e) {
                log.warn("The table of load {} could not be closed", load, e);
            }
        }
    }

    /** Another node may have taken a load: nobody would close its table here. */
    private void closeIdle() {
        open.forEach((load, reading) -> {
            if (reading.idleNanos() > LONGEST_IDLE) {
                close(load);
            }
        });
    }

    @Override
    public void destroy() {
        open.keySet().forEach(this::close);
    }
}
