package io.vestnik.platform.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server on a socket of this machine, which the application under test sends its letters to. */
@TestConfiguration(proxyBeanMethods = false)
public class TestMail {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer() throws IOException {
        return new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** The same port after a test has stopped the server and started it again. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Bean
    DynamicPropertyRegistrar mailProperties(GreenMail server) {
        return registry -> {
            registry.add("vestnik.mail.host", () -> "127.0.0.1");
            registry.add("vestnik.mail.port", () -> server.getSmtp().getPort());
            registry.add("vestnik.mail.from", () -> "Vestnik <sms@example.com>");
            registry.add("vestnik.mail.tls", () -> "none");
        };
    }
}
