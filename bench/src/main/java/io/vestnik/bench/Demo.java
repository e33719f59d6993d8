package io.vestnik.bench;

import io.vestnik.bench.DemoResult.Loaded;
import io.vestnik.bench.Mailing.Preview;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The main job without a browser: from a spreadsheet to delivery reports, checked by the database. */
final class Demo {

    static final long SEED = 20_261_121;
    private static final Duration SENDING = Duration.ofMinutes(10);
    private static final Duration REPORT = Duration.ofSeconds(30);

    private final House house;
    private final DemoOptions options;
    private final PrintStream out;
    private final PrintStream log;

    Demo(House house, DemoOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    /** Does it all and prints what came of it; 0 when every message is final and the ledger balances, otherwise 1. */
    int run() {
        log.println("Starting the server and the simulated operator on fresh data …");
        DemoResult result;
        try (Installation installation = Installation.start(house, Operator.ordinary(SEED), "")) {
            result = installation.use(log, () -> send(installation));
            if (!result.isWell()) {
                installation.keep(log);
            }
        }
        out.print(options.json() ? result.line() + System.lineSeparator() : result.report());
        out.flush();
        result.faults().forEach(fault -> log.println("vestnik: " + fault));
        return result.isWell() ? 0 : 1;
    }

    private DemoResult send(Installation installation) throws IOException {
        try (Api api = new Api(installation.address(), installation.token());
                Books books = installation.books()) {
            return send(installation, api, books);
        }
    }

    private DemoResult send(Installation installation, Api api, Books books) throws IOException {
        CustomerSheet sheet = new CustomerSheet(options.recipients(), SEED);
        Mailing mailing = new Mailing(installation, api, sheet, log);
        Faults faults = new Faults();
        Loaded loaded = mailing.load();
        faults.expect("loaded numbers", sheet.people(), loaded.imported());
        faults.expect("refused numbers", sheet.wrong(), loaded.refused());
        faults.expect("duplicates", sheet.duplicates(), loaded.duplicates());
        Preview preview = mailing.preview();
        faults.expect("recipients of the preview", sheet.people(), preview.recipients());

        log.println("Sending …");
        CpuTime before = CpuTime.of(installation.server());
        Instant confirmed = mailing.confirm(preview);
        Optional<Instant> finished = mailing.awaitLast(books, preview.recipients(), SENDING);
        CpuTime spent = CpuTime.of(installation.server()).since(before);

        Map<String, Long> states = books.states(mailing.campaign());
        if (finished.isEmpty()) {
            faults.add("after " + SENDING.toMinutes() + " minutes these are not final: " + Books.open(states));
        }
        faults.expect(
                "messages",
                preview.recipients(),
                states.values().stream().mapToLong(Long::longValue).sum());
        faults.expect("numbers that got two messages", 0, books.repeated(mailing.campaign()));
        List<String> ledger = books.faultsOfMoney(mailing.campaign());
        faults.addAll(ledger);
        if (faults.isEmpty()) {
            mailing.awaitReport(states, REPORT);
        }
        return new DemoResult(
                loaded,
                preview.recipients(),
                states,
                preview.parts(),
                books.paidFor(mailing.campaign()),
                finished.map(at -> Duration.between(confirmed, at).toNanos() / 1e9)
                        .orElse(0.0),
                spent,
                HeapPeak.mebibytes(installation.folder().resolve("gc.log")),
                ledger.isEmpty(),
                faults.all());
    }
}
