package io.vestnik.bench;

import io.vestnik.bench.Mailing.Preview;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A backup that is made in the middle of a mailing, put back into another folder and started there: every message must be there and
 * come to an end, the ledger must balance, and people and programs must be let in as before. The restored server's clock stands days
 * ahead, so that what is still queued runs out of its time instead of being sent a second time.
 */
final class Rescue {

    private static final Duration UNTIL_THE_FIRST = Duration.ofMinutes(5);
    private static final Duration UNTIL_THE_END = Duration.ofMinutes(10);
    private static final Duration REPORT = Duration.ofSeconds(60);
    private static final Duration COMMAND = Duration.ofMinutes(5);
    private static final int DOUBT_SECONDS = 5;

    private final House house;
    private final DemoOptions options;
    private final PrintStream out;
    private final PrintStream log;

    Rescue(House house, DemoOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    int run() {
        Figures figures;
        try (Installation installation = Installation.start(house, slowOperator(), "&doubtWait=" + DOUBT_SECONDS)) {
            figures = installation.use(log, () -> measure(installation));
            if (!figures.met()) {
                installation.keep(log);
            }
        }
        out.print(options.json() ? figures.line() + System.lineSeparator() : figures.table());
        out.flush();
        return figures.met() ? 0 : 1;
    }

    /** Slow to answer, so that the backup is done before the mailing is. */
    private static List<String> slowOperator() {
        List<String> operator = new ArrayList<>(Operator.ordinary(Demo.SEED));
        operator.add("--answer-delay=500..700");
        return operator;
    }

    private Figures measure(Installation installation) throws IOException {
        CustomerSheet sheet = new CustomerSheet(options.recipients(), Demo.SEED);
        Figures figures = new Figures("restore");
        try (Api api = new Api(installation.address(), installation.token())) {
            Mailing mailing = new Mailing(installation, api, sheet, log);
            mailing.load();
            Preview preview = mailing.preview();
            mailing.confirm(preview);
            Path file = installation.folder().resolve("middle.tar.gz");
            try (Books books = installation.books()) {
                installation.await(
                        "first answers",
                        UNTIL_THE_FIRST,
                        () -> books.answered(mailing.campaign()) >= preview.recipients() / 20);
                figures.told("answered when the backup began", books.answered(mailing.campaign()), "messages");
                backUp(installation, file, figures);
                figures.told("answered when it was made", books.answered(mailing.campaign()), "messages");
                mailing.awaitLast(books, preview.recipients(), UNTIL_THE_END);
            }
            restore(installation, file);
            try (Books books = installation.books()) {
                figures.told(
                        "answered or out of time, says the restored database",
                        books.answered(mailing.campaign()),
                        "messages");
                mailing.awaitLast(books, preview.recipients(), UNTIL_THE_END);
                compare(installation, books, mailing, preview, figures);
            }
        }
        return figures;
    }

    private void backUp(Installation installation, Path file, Figures figures) throws IOException {
        log.println("Backing up while it is sending …");
        long begun = System.nanoTime();
        vestnik(installation, "backup", "--data", installation.data().toString(), "--to", file.toString());
        figures.told("time of the backup", (System.nanoTime() - begun) / 1e9, "s");
        figures.told("size of the backup", Files.size(file) / 1e6, "MB");
    }

    private void restore(Installation installation, Path file) {
        Path other = installation.folder().resolve("restored");
        log.println("Restoring into another folder and starting there …");
        vestnik(installation, "restore", file.toString(), "--data", other.toString());
        installation.restartServerOn(other, List.of("--vestnik.dev.clock-offset=P8D"));
    }

    private void compare(Installation installation, Books books, Mailing mailing, Preview preview, Figures figures) {
        long campaign = mailing.campaign();
        Map<String, Long> states = books.states(campaign);
        mailing.awaitReport(states, REPORT);
        figures.exactly("messages", count(states), preview.recipients(), "messages");
        figures.exactly("not final", count(Books.open(states)), 0, "messages");
        figures.exactly("numbers with two messages", books.repeated(campaign), 0, "numbers");
        List<String> money = books.faultsOfMoney(campaign);
        money.forEach(fault -> log.println("vestnik: " + fault));
        figures.exactly("faults of the ledger", money.size(), 0, "faults");
        figures.exactly(
                "people who sign in as before",
                SignIn.lets(
                                installation.address(),
                                installation.demo("client.login"),
                                installation.demo("client.password"))
                        ? 1
                        : 0,
                1,
                "people");
        figures.exactly(
                "numbers written to twice, says the operator",
                installation.closeJournal().repeated(),
                0,
                "numbers");
    }

    private static long count(Map<String, Long> states) {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The launcher itself, as a person would call it. */
    private void vestnik(Installation installation, String... words) {
        List<String> command =
                new ArrayList<>(List.of(house.root().resolve("vestnik").toString()));
        command.addAll(List.of(words));
        Path told = installation.folder().resolve(words[0] + ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile());
            builder.environment().put("VESTNIK_BUILD", "no");
            builder.environment().put("VESTNIK_JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            if (!process.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(words[0] + " did not succeed: " + Files.readString(told));
            }
        } catch (IOException e) {
            throw new IllegalStateException(words[0] + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + words[0], e);
        }
    }
}
