package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.TablePreviews;
import io.vestnik.platform.contacts.domain.TablePreviews.Sight;
import io.vestnik.platform.contacts.domain.TableRefusals;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.tabular.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes tables that people send: keeps those that can be read for a day, and tells what is wrong with the others. */
@Component
class TableUploads {
    static final long MOST_BYTES = 512L * 1024 * 1024;
    static final Duration LIFETIME = Duration.ofDays(1);

    private final Files files;
    private final TablePreviews previews;
    private final Format texts;

    TableUploads(Files files, TablePreviews previews, Format texts) {
        this.files = files;
        this.previews = previews;
        this.texts = texts;
    }

    /**
     * Goes on to the look into the table, or tells the script that has sent the file what is wrong with it.
     *
     * @param looks the address of looks; the file's id follows
     */
    ResponseEntity<?> take(AccountId account, MultipartFile file, String looks) throws IOException {
        StoredFile stored;
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            stored = files.save(
                    account, new Files.Upload(name, "application/octet-stream", LIFETIME), content, MOST_BYTES);
        } catch (Files.TooLarge e) {
            return refused(RefusalReason.TOO_LARGE);
        }
        return switch (previews.look(account, stored.id(), TablePreviews.Look.FIRST)) {
            case Sight.Table _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(looks + stored.id()))
                        .build();
            case Sight.Refused(RefusalReason reason) -> {
                files.delete(account, stored.id());
                yield refused(reason);
            }
            case Sight.Gone() -> throw new IllegalStateException("A file went while it was looked into");
        };
    }

    private ResponseEntity<ProblemDetail> refused(RefusalReason reason) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, texts.text(TableRefusals.key(reason))));
    }
}
