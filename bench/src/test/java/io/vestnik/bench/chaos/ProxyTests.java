package io.vestnik.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTests {
    private static final int LONG_ENOUGH = 20_000;

    private ServerSocket far = unopened();
    private Proxy proxy = Proxy.to(1);
    private Socket near = new Socket();
    private Socket there = new Socket();

    private static ServerSocket unopened() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        far = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        proxy.close();
        proxy = Proxy.to(far.getLocalPort());
        near = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        there = far.accept();
        near.setSoTimeout(LONG_ENOUGH);
        there.setSoTimeout(LONG_ENOUGH);
    }

    @AfterEach
    void close() throws IOException {
        near.close();
        there.close();
        proxy.close();
        far.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        near.getOutputStream().write(7);
        assertThat(there.getInputStream().read()).isEqualTo(7);
        there.getOutputStream().write(8);
        assertThat(near.getInputStream().read()).isEqualTo(8);
    }

    @Test
    void holdsBackWhileItIsStalledAndLosesNothing() throws IOException {
        proxy.stall();
        near.getOutputStream().write(7);
        there.setSoTimeout(100);
        assertThatThrownBy(() -> there.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        there.setSoTimeout(LONG_ENOUGH);
        proxy.clear();
        assertThat(there.getInputStream().read()).isEqualTo(7);
    }

    @Test
    void losesWhatTheFarSideSaysAndStillCarriesToIt() throws IOException {
        proxy.deafen();
        there.getOutputStream().write(1);
        near.getOutputStream().write(7);
        assertThat(there.getInputStream().read()).isEqualTo(7);
        proxy.cut();
        assertThatThrownBy(() -> near.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void carriesSlowlyAndLosesNothing() throws IOException {
        proxy.slow(2_000);
        near.getOutputStream().write(new byte[500]);
        assertThat(there.getInputStream().readNBytes(500)).hasSize(500);
    }

    @Test
    void resetsBothSidesAndCarriesTheNextConnection() throws IOException {
        proxy.cut();
        assertThatThrownBy(() -> near.getInputStream().read()).isInstanceOf(SocketException.class);
        near = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        there = far.accept();
        there.setSoTimeout(LONG_ENOUGH);
        near.getOutputStream().write(9);
        assertThat(there.getInputStream().read()).isEqualTo(9);
    }
}
