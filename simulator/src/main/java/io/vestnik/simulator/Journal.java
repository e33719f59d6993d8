package io.vestnik.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the operator saw, a line of tab-separated fields each, in a file that only grows. Lines are gathered and written by
 * a thread of its own, at least each second; where the disk cannot follow, whoever notes waits.
 */
final class Journal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final int WRITE_AT = 64 * 1024;
    private static final int MOST_GATHERED = 4 << 20;
    private static final String HEAD = """
            #submit\ttime\tsystem_id\tmessage_id\tstatus\tsource\tdestination\tdata_coding\tpart\treference\toctets\tsha256
            #receipt\ttime\tsystem_id\tmessage_id\tstate
            #answer\ttime\tsystem_id\tmessage_id\tstatus
            #promise\ttime\tsystem_id\tmessage_id\tnumber\tsource\tdestination\tstate\terror\tdue\tuser_reference
            """;

    private final Clock clock;
    private final @Nullable OutputStream file;
    private final @Nullable Thread thread;
    private final MessageDigest digest = sha256();
    /** Whoever writes holds it, so that lines stay in their order. */
    private final ReentrantLock writing = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition much = lock.newCondition();
    private final Condition written = lock.newCondition();
    private StringBuilder gathered = new StringBuilder();
    private long lastMillis = -1;
    private String lastTime = "";
    private boolean closed;

    private Journal(Clock clock, @Nullable OutputStream file) {
        this.clock = clock;
        this.file = file;
        this.thread = file == null
                ? null
                : Thread.ofPlatform().name("journal").daemon().start(this::work);
    }

    /** A journal in this file, or none. */
    static Journal in(@Nullable Path path, Clock clock) throws IOException {
        if (path == null) {
            return new Journal(clock, null);
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean isNew = Files.notExists(path) || Files.size(path) == 0;
        boolean isTorn = !isNew && !endsWithALine(path);
        OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (isNew) {
            file.write(HEAD.getBytes(StandardCharsets.UTF_8));
        }
        if (isTorn) {
            file.write('\n'); // a killed one was in the middle of a line
        }
        return new Journal(clock, file);
    }

    private static boolean endsWithALine(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
        }
    }

    /** A submit and how it was answered; the id is empty where it was refused. */
    void submitted(String systemId, String id, int status, String source, String destination, Content content) {
        if (file == null) {
            return;
        }
        lock.lock();
        try {
            begin("submit", systemId, id).append('\t').append(status).append('\t');
            field(source).append('\t');
            field(destination).append('\t').append(content.dataCoding()).append('\t');
            var place = content.place();
            if (place == null) {
                gathered.append("1/1\t-");
            } else {
                gathered.append(place.sequence())
                        .append('/')
                        .append(place.total())
                        .append('\t')
                        .append(place.reference());
            }
            byte[] hash = digest.digest(content.octets());
            gathered.append('\t')
                    .append(content.octets().length)
                    .append('\t')
                    .append(HexFormat.of().formatHex(hash, 0, 8));
            end();
        } finally {
            lock.unlock();
        }
    }

    /** A receipt that will be sent, so that it can be sent though this process dies before. */
    void promised(String systemId, String id, Letter.Receipt receipt) {
        if (file == null) {
            return;
        }
        lock.lock();
        try {
            begin("promise", systemId, id).append('\t').append(receipt.id()).append('\t');
            field(receipt.source()).append('\t');
            field(receipt.destination()).append('\t').append(receipt.state().word());
            gathered.append('\t').append(receipt.error()).append('\t').append(Instant.ofEpochMilli(receipt.doneAt()));
            Integer reference = receipt.reference();
            gathered.append('\t').append(reference == null ? "-" : reference.toString());
            end();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when all that was noted before is in the file; a full disk is the caller's exception. */
    void flush() {
        try {
            writeGathered();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }

    /** A receipt that was written to a session. */
    void receiptSent(String systemId, String id, String state) {
        note("receipt", systemId, id, state);
    }

    /** How a receipt was answered: a command_status, or a word where no answer came. */
    void receiptAnswered(String systemId, String id, String status) {
        note("answer", systemId, id, status);
    }

    private void note(String kind, String systemId, String id, String value) {
        if (file == null) {
            return;
        }
        lock.lock();
        try {
            begin(kind, systemId, id).append('\t').append(value);
            end();
        } finally {
            lock.unlock();
        }
    }

    private StringBuilder begin(String kind, String systemId, String id) {
        long millis = clock.millis();
        if (millis != lastMillis) {
            lastMillis = millis;
            lastTime = Instant.ofEpochMilli(millis).toString();
        }
        gathered.append(kind).append('\t').append(lastTime).append('\t');
        field(systemId).append('\t');
        return gathered.append(id);
    }

    private StringBuilder field(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            gathered.append(c < ' ' ? '?' : c);
        }
        return gathered;
    }

    private void end() {
        gathered.append('\n');
        if (gathered.length() >= WRITE_AT) {
            much.signal();
        }
        while (gathered.length() >= MOST_GATHERED && !closed) {
            written.awaitUninterruptibly();
        }
    }

    private void work() {
        try {
            while (writeGathered()) {
                lock.lock();
                try {
                    long left = TimeUnit.SECONDS.toNanos(1);
                    while (!closed && gathered.length() < WRITE_AT && left > 0) {
                        left = much.awaitNanos(left);
                    }
                } finally {
                    lock.unlock();
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The journal cannot be written any more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            closed = true;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what there is; false once the journal is closed and all is written. */
    private boolean writeGathered() throws IOException {
        writing.lock();
        try {
            return writeInTurn();
        } finally {
            writing.unlock();
        }
    }

    private boolean writeInTurn() throws IOException {
        StringBuilder lines;
        boolean last;
        lock.lock();
        try {
            lines = gathered;
            last = closed;
            gathered = new StringBuilder(Math.min(lines.capacity(), 2 * WRITE_AT));
            written.signalAll();
        } finally {
            lock.unlock();
        }
        if (file != null && !lines.isEmpty()) {
            file.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return !last;
    }

    /** Writes all that was noted and closes the file. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            much.signal();
        } finally {
            lock.unlock();
        }
        if (thread != null && file != null) {
            try {
                thread.join();
                writeGathered();
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The journal could not be closed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
