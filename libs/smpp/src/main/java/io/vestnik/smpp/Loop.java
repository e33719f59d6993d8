package io.vestnik.smpp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread that waits for many sockets at once and calls those that are ready; each 50 ms all of them, for their timers. The one
 * buffer for reading is shared: a silent connection holds none.
 */
final class Loop {
    /** How many octets one read takes at most. */
    static final int READ = 128 * 1024;

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());
    private static final long TICK_MILLIS = 50;

    /** What a loop serves; all calls come on the loop's thread. */
    interface Target {
        void ready(int operations);

        void tick(long now);

        /** The loop ends. */
        void abandon();
    }

    private final Selector selector;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean closing;
    private volatile boolean ended;
    private byte[] octets = new byte[READ];
    private ByteBuffer buffer = ByteBuffer.wrap(octets);
    private long now = System.nanoTime();
    private long ticked = now;

    Loop(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** As many as asked, numbered. */
    static Loop[] several(String name, int count) throws IOException {
        Loop[] loops = new Loop[count];
        for (int i = 0; i < count; i++) {
            try {
                loops[i] = new Loop(name + "-" + (i + 1));
            } catch (IOException e) {
                while (--i >= 0) {
                    loops[i].close();
                }
                throw e;
            }
        }
        return loops;
    }

    boolean isCurrent() {
        return thread.equals(Thread.currentThread());
    }

    static boolean anyIsCurrent(Loop[] loops) {
        for (Loop loop : loops) {
            if (loop.isCurrent()) {
                return true;
            }
        }
        return false;
    }

    /** The time of the last wake-up; only on the loop's thread. */
    long now() {
        return now;
    }

    /** The empty reading buffer, with room for what is kept and a read; only on the loop's thread. */
    ByteBuffer buffer(int kept) {
        if (buffer.capacity() < kept + READ / 2) {
            octets = new byte[kept + READ];
            buffer = ByteBuffer.wrap(octets);
        }
        return buffer.clear();
    }

    /** What the reading buffer reads into. */
    byte[] octets() {
        return octets;
    }

    /** Runs it on the loop's thread, soon; on the caller's where the loop has ended. */
    void execute(Runnable task) {
        tasks.add(task);
        wakeup();
        if (ended && tasks.remove(task)) {
            guarded(task);
        }
    }

    void wakeup() {
        if (!isCurrent() && woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    SelectionKey register(SelectableChannel channel, int operations, Target target) throws IOException {
        return channel.register(selector, operations, target);
    }

    void close() {
        closing = true;
        selector.wakeup();
        if (!isCurrent()) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closing) {
                selector.select(this::serve, selector.keys().isEmpty() ? 0 : TICK_MILLIS);
                turn();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The selector failed; its connections are cut", e);
        } finally {
            end();
        }
    }

    private void serve(SelectionKey key) {
        now = System.nanoTime();
        Target target = (Target) key.attachment();
        guarded(() -> target.ready(key.readyOps()));
    }

    private void turn() {
        now = System.nanoTime();
        woken.set(false);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
        if (now - ticked >= TICK_MILLIS * 1_000_000) {
            ticked = now;
            for (SelectionKey key : List.copyOf(selector.keys())) {
                Target target = (Target) key.attachment();
                guarded(() -> target.tick(now));
            }
        }
    }

    private void end() {
        for (SelectionKey key : List.copyOf(selector.keys())) {
            guarded(((Target) key.attachment())::abandon);
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The selector did not close", e);
        }
        ended = true;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    // One connection's bug must not stop the others of its thread.
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection or its thread ended while it was looked at", e);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A task of an SMPP thread failed", e);
        }
    }
}
