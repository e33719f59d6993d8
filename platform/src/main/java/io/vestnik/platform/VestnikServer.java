package io.vestnik.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the server. */
@SpringBootApplication
@Modulithic(systemName = "Vestnik")
public class VestnikServer {

    /** Starts the server with the settings given as {@code --key=value}. */
    public static void main(String[] arguments) {
        SpringApplication.run(VestnikServer.class, arguments);
    }
}
