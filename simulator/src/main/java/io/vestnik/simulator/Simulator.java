package io.vestnik.simulator;

import io.vestnik.smpp.ServerSettings;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppServer;
import io.vestnik.smpp.SmppSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A simulated mobile operator: an SMSC on loopback that takes messages, sends receipts and notes all in a journal. */
public final class Simulator implements AutoCloseable {
    private static final int NOT_UNDERSTOOD = 64;
    private static final int CANNOT_START = 69;
    private static final Duration RECEIPT_ANSWER = Duration.ofSeconds(30);
    private static final Duration ENQUIRE = Duration.ofSeconds(60);
    private static final Duration LAST_ANSWERS = Duration.ofMillis(500);

    private final Journal journal;
    private final Operator operator;
    private final SmppServer server;
    private volatile @Nullable Page page;

    private Simulator(Journal journal, Operator operator, SmppServer server) {
        this.journal = journal;
        this.operator = operator;
        this.server = server;
    }

    /** Runs it until the process is asked to end. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream log) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(Help.TEXT);
            return 0;
        }
        SimulatorSettings settings;
        try {
            settings = Options.of(arguments).settings();
        } catch (IllegalArgumentException e) {
            log.println("simulator: " + e.getMessage() + "; see --help.");
            return NOT_UNDERSTOOD;
        }
        CountDownLatch end = new CountDownLatch(1);
        try {
            Simulator simulator = start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
            out.println("The simulated operator listens on 127.0.0.1:" + simulator.port() + " (SMPP 3.4)");
            if (simulator.httpPort() > 0) {
                out.println("Its page: http://127.0.0.1:" + simulator.httpPort() + "/");
            }
            out.println("Its journal: " + (settings.journal() == null ? "none" : settings.journal()));
            end.await();
        } catch (IOException e) {
            log.println("simulator: it cannot start: " + e.getMessage());
            return CANNOT_START;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Starts one within this process. */
    public static Simulator start(SimulatorSettings settings) throws IOException {
        return start(settings, Clock.systemUTC());
    }

    static Simulator start(SimulatorSettings settings, Clock clock) throws IOException {
        Path file = settings.journal();
        var kept = settings.durable() && file != null ? Promises.in(file) : Map.<String, List<Letter.Receipt>>of();
        Journal journal = Journal.in(file, clock);
        Operator operator = new Operator(settings, journal, kept, clock);
        SmppServer server;
        try {
            server = SmppServer.start(
                    ServerSettings.onLoopback(settings.port())
                            .withSystemId("simulator")
                            .withSession(SessionSettings.DEFAULT
                                    .withWindow(settings.window())
                                    .withResponseTimeout(RECEIPT_ANSWER)
                                    .withSilence(ENQUIRE, Duration.ZERO)),
                    operator);
        } catch (IOException e) {
            operator.close();
            journal.close();
            throw e;
        }
        Simulator simulator = new Simulator(journal, operator, server);
        try {
            simulator.open(settings);
        } catch (IOException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }

    private void open(SimulatorSettings settings) throws IOException {
        if (settings.httpPort() != SimulatorSettings.NO_PAGE) {
            page = Page.start(settings.httpPort(), this);
        }
        tellPorts(settings.data());
    }

    private void tellPorts(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("smpp.port"), port() + System.lineSeparator());
            Files.writeString(folder.resolve("http.port"), httpPort() + System.lineSeparator());
        }
    }

    /** The port of SMPP. */
    public int port() {
        return server.address().getPort();
    }

    /** The port of the page, 0 where there is none. */
    public int httpPort() {
        Page open = page;
        return open == null ? 0 : open.port();
    }

    /** What it has seen so far. */
    public Counts counts() {
        return operator.counts(server.sessions().size());
    }

    /** The last messages as phones show them, the newest first; of recipients that begin so, an empty text for all. */
    public List<Seen> messages(int most, String recipient) {
        return operator.handsets().newest(most, recipient);
    }

    /** The programs that bound since it started, by name. */
    public List<Program> programs() {
        return operator.programs();
    }

    /** How it behaves now. */
    public Behaviour behaviour() {
        return operator.behaviour();
    }

    /** Behaves differently from now on; what has begun goes on as it was. */
    public void change(Behaviour behaviour) {
        operator.change(behaviour);
    }

    /** A person writes to the operator's customer: it goes to a program of that system id, now or at its next bind. */
    public void inject(String systemId, String from, String to, String text) {
        operator.inject(systemId, from, to, text);
    }

    /** Cuts all connections, as a broken line would. */
    public void cut() {
        server.sessions().forEach(SmppSession::close);
    }

    /** Ends the sessions in order and writes the journal to its end. */
    @Override
    public void close() {
        Page open = page;
        if (open != null) {
            open.close();
        }
        server.stop(LAST_ANSWERS);
        operator.close();
        journal.close();
    }
}
