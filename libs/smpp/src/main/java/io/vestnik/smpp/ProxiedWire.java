package io.vestnik.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection through a balancer: what it says of who connected comes first, then it is as the wire within. */
final class ProxiedWire implements Wire {
    private final SocketChannel channel;
    private final Wire within;
    private final Consumer<InetSocketAddress> told;
    private @Nullable ProxyHeader header = new ProxyHeader();
    private volatile boolean begun;

    ProxiedWire(SocketChannel channel, Wire within, Consumer<InetSocketAddress> told) {
        this.channel = channel;
        this.within = within;
        this.told = told;
    }

    @Override
    public void start() {}

    @Override
    public int read(ByteBuffer into) throws IOException {
        ProxyHeader first = header;
        if (first != null) {
            if (!first.read(channel)) {
                return 0;
            }
            InetSocketAddress source = first.source();
            if (source != null) {
                told.accept(source);
            }
            header = null;
            within.start();
            begun = true;
        }
        return within.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return begun ? within.write(from) : 0;
    }

    @Override
    public boolean flush() throws IOException {
        return !begun || within.flush();
    }

    @Override
    public boolean isPending() {
        return begun && within.isPending();
    }

    @Override
    public boolean isReady() {
        return begun && within.isReady();
    }

    @Override
    public void shutdownOutput() throws IOException {
        if (begun) {
            within.shutdownOutput();
        } else {
            channel.shutdownOutput();
        }
    }
}
