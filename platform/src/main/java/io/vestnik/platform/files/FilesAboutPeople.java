package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Uploads and reports of the account: one that names people goes as a whole. A file a step. */
@Component
class FilesAboutPeople implements PersonalData {
    private static final Logger log = LoggerFactory.getLogger(FilesAboutPeople.class);

    private final FileTable table;
    private final Files files;

    FilesAboutPeople(FileTable table, Files files) {
        this.table = table;
        this.files = files;
    }

    @Override
    public String place() {
        return "files.files";
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        Optional<FileId> next = table.next(account, after == null ? 0 : Long.parseLong(after));
        if (next.isEmpty()) {
            return new Step(null, 0);
        }
        FileId id = next.get();
        boolean named = names(account, id, people);
        if (named) {
            files.delete(account, id);
        }
        return new Step(Long.toString(id.value()), named ? 1 : 0);
    }

    private boolean names(AccountId account, FileId id, People people) {
        Path path = files.path(account, id).orElse(null);
        if (path == null) {
            return false;
        }
        try {
            return new DigitSearch(people.phones()).in(path);
        } catch (ZipException e) {
            return true; // broken, so nobody can look into it
        } catch (IOException e) {
            log.warn("File {} cannot be looked into, and is deleted: {}", id, e.toString());
            return true;
        }
    }

    /** Files repeat what the other places tell. */
    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
