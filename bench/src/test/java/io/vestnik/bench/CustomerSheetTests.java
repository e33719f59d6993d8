package io.vestnik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerSheetTests {

    @TempDir
    Path folder;

    @Test
    void saysHowMuchOfItIsWrong() {
        CustomerSheet sheet = new CustomerSheet(1_000, 1);
        assertThat(sheet.duplicates()).isEqualTo(40);
        assertThat(sheet.wrong()).isEqualTo(30);
        assertThat(sheet.nameless()).isEqualTo(20);
        assertThat(sheet.people()).isEqualTo(930);
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        Path one = folder.resolve("one.xlsx");
        Path two = folder.resolve("two.xlsx");
        new CustomerSheet(500, 7).writeTo(one);
        new CustomerSheet(500, 7).writeTo(two);
        assertThat(Files.size(one)).isEqualTo(Files.size(two)).isPositive();
    }
}
