package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.MessageState;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportPiecesTests {
    @TempDir
    private Path folder;

    @Test
    void readsAPieceThatWasWrittenBeforeMarksWereKept() throws IOException {
        Path piece = folder.resolve("piece");
        try (DataOutputStream data = new DataOutputStream(Files.newOutputStream(piece))) {
            data.writeInt(1);
            data.writeUTF("79160000001");
            data.writeByte(MessageState.DELIVERED.number());
            data.writeUTF("");
            data.writeUTF("Привет");
            data.writeShort(1);
            data.writeUTF("25001");
            data.writeLong(25_000);
            data.writeLong(1_000);
            data.writeLong(2_000);
            data.writeLong(Long.MIN_VALUE);
        }
        List<ExportPieces.Line> lines = new ArrayList<>();
        ExportPieces.read(piece, lines::add);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Привет");
            assertThat(line.marks()).isEmpty();
            assertThat(line.finalAt()).isNull();
        });
    }
}
