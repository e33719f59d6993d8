package io.vestnik.bench;

import io.vestnik.bench.Mailing.Preview;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mailing through a server that is killed in the middle and started again: every message must end, once, and the operator's
 * journal, the messages, the ledger and the report must tell the same.
 */
final class Kill {

    private static final Duration UNTIL_THE_MIDDLE = Duration.ofMinutes(5);
    private static final Duration UNTIL_THE_END = Duration.ofMinutes(10);
    private static final Duration REPORT = Duration.ofSeconds(60);
    private static final int DOUBT_SECONDS = 20;

    private final House house;
    private final DemoOptions options;
    private final PrintStream out;
    private final PrintStream log;

    Kill(House house, DemoOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    int run() {
        Figures figures;
        try (Installation installation =
                Installation.start(house, Operator.ordinary(Demo.SEED), "&doubtWait=" + DOUBT_SECONDS)) {
            figures = installation.use(log, () -> measure(installation));
            if (!figures.met()) {
                installation.keep(log);
            }
        }
        out.print(options.json() ? figures.line() + System.lineSeparator() : figures.table());
        out.flush();
        return figures.met() ? 0 : 1;
    }

    private Figures measure(Installation installation) throws IOException {
        CustomerSheet sheet = new CustomerSheet(options.recipients(), Demo.SEED);
        try (Api api = new Api(installation.address(), installation.token())) {
            Mailing mailing = new Mailing(installation, api, sheet, log);
            mailing.load();
            Preview preview = mailing.preview();
            Instant confirmed = mailing.confirm(preview);
            long sentBefore = awaitTheMiddle(installation, mailing, preview);
            log.printf("Killing the server after %d of %d answers …%n", sentBefore, preview.recipients());
            installation.killAndRestartServer();
            try (Books books = installation.books()) {
                Optional<Instant> end = mailing.awaitLast(books, preview.recipients(), UNTIL_THE_END);
                Figures figures = compare(installation, books, mailing, preview);
                figures.told("answered before the kill", sentBefore, "messages");
                figures.told(
                        "from confirming to the last end",
                        end.map(at -> Duration.between(confirmed, at).toMillis() / 1e3)
                                .orElse(0.0),
                        "s");
                return figures;
            }
        }
    }

    private static long awaitTheMiddle(Installation installation, Mailing mailing, Preview preview) {
        try (Books books = installation.books()) {
            installation.await(
                    "middle of the mailing",
                    UNTIL_THE_MIDDLE,
                    () -> books.answered(mailing.campaign()) >= preview.recipients() / 3);
            return books.answered(mailing.campaign());
        }
    }

    private Figures compare(Installation installation, Books books, Mailing mailing, Preview preview) {
        long campaign = mailing.campaign();
        Map<String, Long> states = books.states(campaign);
        mailing.awaitReport(states, REPORT);
        Map<String, String> byNumber = books.stateByNumber(campaign);
        OperatorJournal journal = installation.closeJournal();
        Figures figures = new Figures("kill");
        figures.exactly(
                "messages",
                states.values().stream().mapToLong(Long::longValue).sum(),
                preview.recipients(),
                "messages");
        figures.exactly("not final", count(Books.open(states)), 0, "messages");
        figures.exactly("numbers with two messages", books.repeated(campaign), 0, "numbers");
        figures.exactly("numbers written to twice, says the operator", journal.repeated(), 0, "numbers");
        figures.exactly("states that the operator's journal denies", journal.disagreements(byNumber), 0, "messages");
        List<String> money = books.faultsOfMoney(campaign);
        money.forEach(fault -> log.println("vestnik: " + fault));
        figures.exactly("faults of the ledger", money.size(), 0, "faults");
        figures.told("never reached the operator", journal.unseen(byNumber), "messages");
        return figures;
    }

    private static long count(Map<String, Long> states) {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }
}
