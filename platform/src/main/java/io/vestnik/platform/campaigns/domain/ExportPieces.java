package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pieces of an export on the disk, between the steps that read and the step that writes the table. */
final class ExportPieces {
    /** Stands first; a piece that begins with a count was written by a version that knew of no marks. */
    private static final int MARKED = -1;

    private static final long NEVER = Long.MIN_VALUE;

    private ExportPieces() {}

    /** A message of an export. */
    record Line(
            String recipient,
            MessageState state,
            Set<MessageMark> marks,
            String error,
            String text,
            int parts,
            String mccMnc,
            Money price,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant finalAt) {}

    /** Takes one line after another. */
    interface Reader {
        void take(Line line) throws IOException;
    }

    /** Writes messages and what recipients did with those with which they did something. */
    static void write(OutputStream out, List<MessageView> rows, Map<MessageId, Set<MessageMark>> marks)
            throws IOException {
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
        data.writeInt(MARKED);
        data.writeInt(rows.size());
        for (MessageView row : rows) {
            data.writeUTF(row.recipient());
            data.writeByte(row.state().number());
            Set<MessageMark> theirs = marks.getOrDefault(row.id(), Set.of());
            data.writeByte(theirs.size());
            for (MessageMark mark : theirs) {
                data.writeByte(mark.number());
            }
            data.writeUTF(Objects.requireNonNullElse(row.error(), ""));
            data.writeUTF(Objects.requireNonNullElse(row.text(), "")); // its time is over
            data.writeShort(row.parts());
            data.writeUTF(row.mccMnc());
            data.writeLong(row.price().units());
            data.writeLong(row.createdAt().toEpochMilli());
            data.writeLong(row.sentAt() == null ? NEVER : row.sentAt().toEpochMilli());
            data.writeLong(row.finalAt() == null ? NEVER : row.finalAt().toEpochMilli());
        }
        data.flush();
    }

    static void read(Path piece, Reader reader) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(Files.newInputStream(piece)))) {
            int first = data.readInt();
            boolean marked = first == MARKED;
            int count = marked ? data.readInt() : first;
            for (int i = 0; i < count; i++) {
                reader.take(new Line(
                        data.readUTF(),
                        MessageState.ofNumber(data.readByte()),
                        marked ? marks(data) : Set.of(),
                        data.readUTF(),
                        data.readUTF(),
                        data.readShort(),
                        data.readUTF(),
                        new Money(data.readLong()),
                        Instant.ofEpochMilli(data.readLong()),
                        perhaps(data.readLong()),
                        perhaps(data.readLong())));
            }
        }
    }

    private static Set<MessageMark> marks(DataInputStream data) throws IOException {
        Set<MessageMark> marks = EnumSet.noneOf(MessageMark.class);
        for (int left = data.readByte(); left > 0; left--) {
            marks.add(MessageMark.ofNumber(data.readByte()));
        }
        return marks;
    }

    private static @Nullable Instant perhaps(long millis) {
        return millis == NEVER ? null : Instant.ofEpochMilli(millis);
    }
}
