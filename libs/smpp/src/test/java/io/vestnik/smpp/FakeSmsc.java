package io.vestnik.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The far end of one client session, a plain socket: it answers only what a test tells it to. */
final class FakeSmsc implements AutoCloseable {
    private final ServerSocket listening;
    private final SmppClient client = SmppClient.start(1);

    FakeSmsc() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    ClientSettings settings() {
        return ClientSettings.of("127.0.0.1", listening.getLocalPort(), "shop", "secret");
    }

    /** Begins to connect a client and returns what will come of it. */
    CompletableFuture<ConnectResult> connect(ClientSettings settings, SessionListener listener) {
        CompletableFuture<ConnectResult> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(client.connect(settings, listener));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    RawPeer accept() throws IOException {
        return new RawPeer(listening.accept());
    }

    /** A client session and the socket at its other end. */
    record Pair(SmppSession session, RawPeer peer) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            peer.close();
        }
    }

    Pair bind(SessionSettings limits, SessionListener listener)
            throws IOException, InterruptedException, ExecutionException {
        CompletableFuture<ConnectResult> result = connect(settings().withSession(limits), listener);
        RawPeer peer = accept();
        Bind bind = (Bind) peer.read();
        peer.send(new BindResp(bind.sequence(), 0, bind.mode(), "smsc", Tlvs.NONE));
        return new Pair(((ConnectResult.Bound) result.get()).session(), peer);
    }

    @Override
    public void close() throws IOException {
        client.close();
        listening.close();
    }
}
