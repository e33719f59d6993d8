package io.vestnik.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated operator is set up.
 *
 * @param port of SMPP on loopback, 0 for any free one
 * @param httpPort of the page on loopback, 0 for any free one, {@link #NO_PAGE} for none
 * @param seed what all chances are drawn from: the same seed and the same messages make the same fates
 * @param data a folder where the ports are told in files {@code smpp.port} and {@code http.port}
 * @param journal where every submit and every receipt is noted
 * @param users passwords by system id; where there are none, anybody may bind
 * @param window receipts that wait for their answer in one session, 1 to 65,536
 * @param mostPending receipts and answers that are kept at most; beyond, submits are refused with ESME_RMSGQFUL
 * @param durable whether the journal is written before answers leave, and receipts outlive even a kill of this process
 */
public record SimulatorSettings(
        int port,
        int httpPort,
        long seed,
        @Nullable Path data,
        @Nullable Path journal,
        Map<String, String> users,
        int window,
        int mostPending,
        boolean durable,
        Behaviour behaviour) {
    /** As {@code httpPort}: there is no page. */
    public static final int NO_PAGE = -1;

    public SimulatorSettings {
        Behaviour.within("port", port, 0, 65_535);
        Behaviour.within("http-port", httpPort, NO_PAGE, 65_535);
        Behaviour.within("window", window, 1, 65_536);
        Behaviour.within("most-pending", mostPending, 1, 10_000_000);
        if (durable && journal == null) {
            throw new IllegalArgumentException("durable needs a journal");
        }
        users = Map.copyOf(users);
    }

    /** The settings that these options of the program make; what is wrong is told by the exception. */
    public static SimulatorSettings of(String... options) {
        return Options.of(List.of(options)).settings();
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=" + port + ", seed=" + seed + ", users=" + users.keySet() + ", " + behaviour
                + "]";
    }
}
