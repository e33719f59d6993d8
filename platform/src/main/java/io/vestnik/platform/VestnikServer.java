package io.vestnik.platform;

import io.vestnik.platform.shell.StartingPage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the server. */
@SpringBootApplication
@Modulithic(systemName = "Vestnik")
public class VestnikServer {

    /** Starts the server with the settings given as {@code --key=value}. */
    public static void main(String[] arguments) {
        SpringApplication server = new SpringApplication(VestnikServer.class);
        server.addListeners(new StartingPage());
        server.run(arguments);
    }
}
