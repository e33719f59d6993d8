package io.vestnik.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FilePagesTests extends AsPerson {
    @Autowired
    private Files files;

    @Autowired
    private Reports reports;

    @Test
    void handsOutOnlyWhatNamesARightThatThePersonHas() throws IOException {
        assertThat(get("/files/" + kept("contacts:load"))).hasStatusOk();
        assertThat(get("/files/" + kept("tests:nobody"))).hasStatus(404);
        FileId paper = kept("");
        assertThat(files.path(client().account(), paper)).isPresent();
        assertThat(get("/files/" + paper)).hasStatus(404);
    }

    @Test
    void handsOutAReportByItsRightOnly() throws IOException {
        FileId mine = kept("");
        reports.list(client().account(), mine, new Reports.About("contacts.export.job", "contacts:export", ""));
        assertThat(get("/files/" + mine)).hasStatusOk();
        FileId others = kept("contacts:load");
        reports.list(client().account(), others, new Reports.About("senders.answers.title", "tests:nobody", ""));
        assertThat(get("/files/" + others)).hasStatus(404);
    }

    private FileId kept(String right) throws IOException {
        return files.save(
                        client().account(),
                        new Files.Upload("a.csv", "text/csv", Duration.ofDays(1), right),
                        out -> out.write(1))
                .id();
    }
}
