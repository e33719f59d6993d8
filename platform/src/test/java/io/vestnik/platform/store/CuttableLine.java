package io.vestnik.platform.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that a test cuts and mends: while it is cut, connections are dropped and new ones are refused. */
public final class CuttableLine implements AutoCloseable {
    private final int to;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket ear;

    /** Leads to this port of the machine. */
    public CuttableLine(int to) {
        this.to = to;
        ear = listen(0);
        port = ear.getLocalPort();
    }

    /** Where it is entered. */
    public int port() {
        return port;
    }

    /** Drops everything and refuses whoever comes. */
    public void cut() {
        quietly(ear);
        open.forEach(CuttableLine::quietly);
        open.clear();
    }

    /** Lets everybody through again. */
    public void mend() {
        ear = listen(port);
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket listening = new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
            }
        } catch (IOException _) {
            // it was cut
        }
    }

    private void copy(Socket from, Socket into) {
        try (from;
                into) {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException _) {
            // either end went away, so does the other
        } finally {
            open.remove(from);
            open.remove(into);
        }
    }

    private static void quietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
