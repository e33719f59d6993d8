package io.vestnik.tabular;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of strings in a temporary file: the heap has the place of every 64th string and the blocks read last, about 2 MiB. On
 * POSIX systems the file has no name from its first moment, so that nothing stays behind a killed process.
 */
final class SpilledStrings implements Closeable {

    private static final int BLOCK = 64;
    private static final int CACHED_CHARS = 512 * 1024;

    private final FileChannel file;
    private final List<String> pending = new ArrayList<>(BLOCK);
    private final Map<Integer, List<String>> cache = new LinkedHashMap<>(64, 0.75f, true);
    private int cachedChars;
    private long[] starts = new long[64];
    private int blocks;
    private long end;

    SpilledStrings() throws IOException {
        Path path = Files.createTempFile("vestnik-strings-", ".tmp");
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    int size() {
        return blocks * BLOCK + pending.size();
    }

    void add(String text) throws IOException {
        pending.add(text);
        if (pending.size() == BLOCK) {
            writeBlock();
        }
    }

    private void writeBlock() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (String text : pending) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            bytes.write(length.putInt(0, encoded.length).array(), 0, Integer.BYTES);
            bytes.write(encoded, 0, encoded.length);
        }
        if (blocks == starts.length) {
            starts = Arrays.copyOf(starts, blocks * 2);
        }
        starts[blocks++] = end;
        ByteBuffer block = ByteBuffer.wrap(bytes.toByteArray());
        while (block.hasRemaining()) {
            end += file.write(block, end);
        }
        pending.clear();
    }

    /** The string at an index below {@link #size()}. */
    String get(int index) throws IOException {
        int block = index / BLOCK;
        if (block == blocks) {
            return pending.get(index % BLOCK);
        }
        List<String> strings = cache.get(block);
        if (strings == null) {
            strings = readBlock(block);
            remember(block, strings);
        }
        return strings.get(index % BLOCK);
    }

    private List<String> readBlock(int block) throws IOException {
        long start = starts[block];
        ByteBuffer bytes = ByteBuffer.allocate((int) ((block + 1 < blocks ? starts[block + 1] : end) - start));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("The temporary file of strings was cut");
            }
        }
        bytes.flip();
        List<String> strings = new ArrayList<>(BLOCK);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            strings.add(new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8));
            bytes.position(bytes.position() + length);
        }
        return strings;
    }

    private void remember(int block, List<String> strings) {
        cache.put(block, strings);
        cachedChars += chars(strings);
        var eldest = cache.entrySet().iterator();
        while (cachedChars > CACHED_CHARS && cache.size() > 1) {
            cachedChars -= chars(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static int chars(List<String> strings) {
        // An object's own weight counts too, or a block of empty strings would cost nothing.
        return strings.stream().mapToInt(text -> text.length() + 24).sum();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
