package io.vestnik.platform.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of COPY (PostgreSQL 18, "COPY", File Formats), sent piece by piece: the database puts the first ones in
 * place while the next are made. Who writes a row writes as many values behind {@link #row} as were said.
 */
public final class BinaryRows {
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant FIRST_MOMENT = Instant.parse("2000-01-01T00:00:00Z");
    private static final int PIECE = 1 << 16;
    private static final int NULL = -1;
    private static final int END = -1;
    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private byte[] buffer = Arrays.copyOf(HEAD, PIECE);
    private int size = HEAD.length;

    BinaryRows(CopyIn copy) {
        this.copy = copy;
    }

    /** Begins a row of so many values. */
    public BinaryRows row(int values) throws SQLException {
        if (size >= PIECE / 2) {
            send();
        }
        room(Short.BYTES);
        buffer[size++] = (byte) (values >> 8);
        buffer[size++] = (byte) values;
        return this;
    }

    public BinaryRows integer(int value) {
        int32(Integer.BYTES);
        int32(value);
        return this;
    }

    public BinaryRows smallint(int value) {
        int32(Short.BYTES);
        room(Short.BYTES);
        buffer[size++] = (byte) (value >> 8);
        buffer[size++] = (byte) value;
        return this;
    }

    public BinaryRows bigint(long value) {
        int32(Long.BYTES);
        int64(value);
        return this;
    }

    public BinaryRows text(@Nullable String value) {
        if (value == null) {
            int32(NULL);
            return this;
        }
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        int32(octets.length);
        octets(octets);
        return this;
    }

    public BinaryRows jsonb(String value) {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        int32(octets.length + 1);
        room(1);
        buffer[size++] = JSONB_VERSION;
        octets(octets);
        return this;
    }

    public BinaryRows date(@Nullable LocalDate value) {
        if (value == null) {
            int32(NULL);
            return this;
        }
        int32(Integer.BYTES);
        int32((int) FIRST_DAY.until(value, ChronoUnit.DAYS));
        return this;
    }

    /** A moment to the microsecond. */
    public BinaryRows timestamptz(Instant value) {
        int32(Long.BYTES);
        int64(FIRST_MOMENT.until(value, ChronoUnit.MICROS));
        return this;
    }

    /** Sends the rest; how many rows there are now. */
    long end() throws SQLException {
        room(Short.BYTES);
        buffer[size++] = (byte) (END >> 8);
        buffer[size++] = (byte) END;
        send();
        return copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer, 0, size);
        size = 0;
    }

    private void int32(int value) {
        room(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[size++] = (byte) (value >> shift);
        }
    }

    private void int64(long value) {
        int32((int) (value >> Integer.SIZE));
        int32((int) value);
    }

    private void octets(byte[] octets) {
        room(octets.length);
        System.arraycopy(octets, 0, buffer, size, octets.length);
        size += octets.length;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
        }
    }
}
