package io.vestnik.smpp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The octets of a connection as both ends mean them, whatever travels. Read on the loop's thread, written by one thread at a time. */
interface Wire {
    /** Begins, before anything is read or written. */
    void start() throws IOException;

    /** As of a channel: how many octets came, 0 for none now, -1 at the end. */
    int read(ByteBuffer into) throws IOException;

    /** As of a channel: how many octets were taken; 0 until {@link #isReady}, and while there is no room. */
    int write(ByteBuffer from) throws IOException;

    /** Writes what was taken and has not left yet; false while some of it has to wait for room. */
    boolean flush() throws IOException;

    /** Whether something that was taken waits for room. */
    boolean isPending();

    /** Whether octets are taken. */
    boolean isReady();

    /** Says that no more will come. */
    void shutdownOutput() throws IOException;

    /** A connection whose octets travel as they are. */
    record Plain(SocketChannel channel) implements Wire {
        @Override
        public void start() {}

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return channel.write(from);
        }

        @Override
        public boolean flush() {
            return true;
        }

        @Override
        public boolean isPending() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void shutdownOutput() throws IOException {
            channel.shutdownOutput();
        }
    }
}
