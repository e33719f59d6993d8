package io.vestnik.tabular;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes on their way that must be measured before they are written: a temporary file without a name. */
final class Spool implements Closeable {

    private final FileChannel file;
    private final OutputStream out;
    private long size;

    Spool() throws IOException {
        Path path = Files.createTempFile("vestnik-spool-", ".tmp");
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    long size() {
        return size;
    }

    void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        size += length;
    }

    /** Writes everything to another stream, which stays open. */
    void copyTo(OutputStream other) throws IOException {
        out.flush();
        file.position(0);
        InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
        in.transferTo(other);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
