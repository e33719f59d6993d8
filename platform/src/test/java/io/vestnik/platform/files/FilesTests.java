package io.vestnik.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.store.Transactions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class FilesTests {
    private static final AccountId SHOP = new AccountId(601);
    private static final AccountId STRANGER = new AccountId(602);
    private static final byte[] CONTENT = {1, 2, 3, 4, 5};

    @Autowired
    Files files;

    @Autowired
    FileSweep sweep;

    @Autowired
    ContentFolder folder;

    @Autowired
    StoreSettings settings;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    @Test
    void keepsWhatItIsGivenForItsAccount() throws Exception {
        StoredFile file = save("клиенты.xlsx", Duration.ofDays(1));
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.name()).isEqualTo("клиенты.xlsx");
        assertThat(files.path(SHOP, file.id()).orElseThrow()).hasBinaryContent(CONTENT);
        assertThat(files.find(STRANGER, file.id())).isEmpty();
        assertThat(files.path(STRANGER, file.id())).isEmpty();
    }

    @Test
    void keepsWhatAWriterWrites() throws Exception {
        StoredFile file = files.save(SHOP, upload("отчёт.csv", Duration.ofDays(1)), out -> out.write(CONTENT));
        assertThat(files.path(SHOP, file.id()).orElseThrow()).hasBinaryContent(CONTENT);
    }

    @Test
    void refusesOneByteMoreThanAllowedAndLeavesNothing() throws Exception {
        assertThatThrownBy(() -> files.save(
                        SHOP, upload("big", Duration.ofDays(1)), new ByteArrayInputStream(CONTENT), CONTENT.length - 1))
                .isInstanceOf(Files.TooLarge.class);
        assertThat(settings.data().resolve("files/incoming")).isEmptyDirectory();
        assertThat(files.save(
                                SHOP,
                                upload("fits", Duration.ofDays(1)),
                                new ByteArrayInputStream(CONTENT),
                                CONTENT.length)
                        .size())
                .isEqualTo(5);
    }

    @Test
    void takesNoPathFromAName() throws Exception {
        assertThat(save("../../etc/passwd", Duration.ofDays(1)).name()).isEqualTo("passwd");
        assertThat(save("C:\\Temp\\a\"b\u202Ecsv", Duration.ofDays(1)).name()).isEqualTo("a_b_csv");
        assertThat(save("..", Duration.ofDays(1)).name()).isEqualTo("file");
    }

    @Test
    void leavesNoContentWhenTheCallerRollsBack() {
        Path[] place = new Path[1];
        assertThatThrownBy(() -> transactions.call(() -> {
                    place[0] = folder.path(saved("gone").id());
                    assertThat(place[0]).exists();
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(place[0]).doesNotExist();
    }

    @Test
    void deletesRowAndContent() throws Exception {
        StoredFile file = save("a.csv", Duration.ofDays(1));
        files.delete(STRANGER, file.id());
        Path path = files.path(SHOP, file.id()).orElseThrow();
        files.delete(SHOP, file.id());
        assertThat(files.find(SHOP, file.id())).isEmpty();
        assertThat(path).doesNotExist();
    }

    @Test
    void forgetsWhatHasOutlivedItsTime() throws Exception {
        StoredFile file = save("old.csv", Duration.ofSeconds(-1));
        assertThat(files.find(SHOP, file.id())).isEmpty();
        assertThat(folder.path(file.id())).exists();
        sweep.sweep();
        assertThat(folder.path(file.id())).doesNotExist();
    }

    @Test
    void sweepsContentsThatNoRowSpeaksOfAfterADay() throws Exception {
        StoredFile known = save("known.csv", Duration.ofDays(9));
        FileId unknown = new FileId(known.id().value() + 256_000_000);
        java.nio.file.Files.write(folder.path(unknown), CONTENT);
        FileTime twoDaysAgo = FileTime.from(clock.instant().minus(Duration.ofDays(2)));
        java.nio.file.Files.setLastModifiedTime(folder.path(unknown), twoDaysAgo);
        java.nio.file.Files.setLastModifiedTime(folder.path(known.id()), twoDaysAgo);
        sweep.sweepFolder((int) (unknown.value() % ContentFolder.PARTS), clock.instant());
        assertThat(folder.path(unknown)).doesNotExist();
        assertThat(folder.path(known.id())).exists();
    }

    private StoredFile save(String name, Duration lifetime) throws Exception {
        return files.save(SHOP, upload(name, lifetime), new ByteArrayInputStream(CONTENT), 1_000);
    }

    private StoredFile saved(String name) {
        try {
            return files.save(SHOP, upload(name, Duration.ofDays(1)), out -> out.write(CONTENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Files.Upload upload(String name, Duration lifetime) {
        return new Files.Upload(name, "text/csv", lifetime);
    }
}
