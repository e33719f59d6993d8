package io.vestnik.simulator;

import com.sun.net.httpserver.HttpServer;
import io.vestnik.smpp.SmppServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The operator's page on loopback. */
final class Page implements AutoCloseable {
    private final HttpServer server;

    private Page(HttpServer server) {
        this.server = server;
    }

    static Page start(int port, Operator operator, SmppServer smpp) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.start();
        return new Page(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
