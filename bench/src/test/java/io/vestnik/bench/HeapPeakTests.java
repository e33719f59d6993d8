package io.vestnik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapPeakTests {

    @TempDir
    Path folder;

    @Test
    void isTheMostThatACollectionBeganWith() throws IOException {
        Path log = Files.writeString(folder.resolve("gc.log"), """
                [0.012s][info][gc] Using G1
                [0.512s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 51M->12M(254M) 5.100ms
                [1.512s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 612M->120M(1024M) 9.000ms
                [2.512s][info][gc] GC(2) Pause Remark 130M->130M(1024M) 2.000ms
                """);
        assertThat(HeapPeak.mebibytes(log)).isEqualTo(612);
    }

    @Test
    void isNothingBeforeTheFirstCollection() throws IOException {
        Path log = Files.writeString(folder.resolve("gc.log"), "[0.012s][info][gc] Using G1\n");
        assertThat(HeapPeak.mebibytes(log)).isZero();
    }
}
