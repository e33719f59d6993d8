package io.vestnik.bench;

import io.vestnik.bench.chaos.Chaos;
import io.vestnik.bench.contacts.ContactBench;
import io.vestnik.bench.contacts.ContactOptions;
import io.vestnik.bench.mailing.MailingBench;
import io.vestnik.bench.mailing.MailingOptions;
import io.vestnik.bench.pipeline.HistoryBench;
import io.vestnik.bench.pipeline.HistoryOptions;
import io.vestnik.bench.pipeline.PipelineBench;
import io.vestnik.bench.pipeline.PipelineOptions;
import io.vestnik.bench.pipeline.Rows;
import io.vestnik.bench.statistics.StatisticsBench;
import io.vestnik.bench.statistics.StatisticsOptions;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The launcher's other half: {@code --home=FOLDER VERB [options]}, where the folder holds the built jars. */
public final class Bench {

    private static final int USAGE = 64;
    private static final int BROKEN = 1;

    private final PrintStream out;
    private final PrintStream log;

    private Bench(PrintStream out, PrintStream log) {
        this.out = out;
        this.log = log;
    }

    /** Runs one verb and exits: 0 when all that was promised holds, 1 when not, 64 for a command it does not know. */
    public static void main(String[] arguments) {
        Bench bench = new Bench(System.out, System.err);
        int code;
        try {
            code = bench.run(List.of(arguments));
        } catch (IllegalStateException | UncheckedIOException e) {
            bench.log.println("vestnik: " + e.getMessage());
            code = BROKEN;
        }
        System.exit(code);
    }

    private int run(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().startsWith("--home=")) {
            return refuse("Start this by ./vestnik.");
        }
        House house = new House(Path.of(arguments.getFirst().substring("--home=".length())));
        String verb = arguments.size() < 2 ? "" : arguments.get(1);
        return switch (verb) {
            case "demo" -> demo(house, arguments.subList(2, arguments.size()));
            case "kill" -> kill(house, arguments.subList(2, arguments.size()));
            case "restore" -> restore(house, arguments.subList(2, arguments.size()));
            case "chaos" -> Chaos.run(house, arguments.subList(2, arguments.size()), out, log);
            case "pipeline" -> rows(Rows.PIPELINE, house, arguments.subList(2, arguments.size()));
            case "interfaces" -> rows(Rows.INTERFACES, house, arguments.subList(2, arguments.size()));
            case "history" -> history(house, arguments.subList(2, arguments.size()));
            case "contacts" -> contacts(house, arguments.subList(2, arguments.size()));
            case "mailing" -> mailing(house, arguments.subList(2, arguments.size()));
            case "statistics" -> statistics(house, arguments.subList(2, arguments.size()));
            case "numbering" -> numbering(house, arguments.subList(2, arguments.size()));
            case "" -> list();
            default ->
                refuse("There is no measurement '" + verb + "'; there are demo, kill, restore, pipeline, interfaces,"
                        + " history, contacts, mailing, statistics and numbering.");
        };
    }

    private int demo(House house, List<String> options) {
        return switch (DemoOptions.parse(options, 1_000)) {
            case DemoOptions.Refused(String why) -> refuse(why);
            case DemoOptions.Understood(DemoOptions understood) -> new Demo(house, understood, out, log).run();
        };
    }

    private int kill(House house, List<String> options) {
        return switch (DemoOptions.parse(options, 20_000)) {
            case DemoOptions.Refused(String why) -> refuse(why);
            case DemoOptions.Understood(DemoOptions understood) -> new Kill(house, understood, out, log).run();
        };
    }

    private int restore(House house, List<String> options) {
        return switch (DemoOptions.parse(options, 12_000)) {
            case DemoOptions.Refused(String why) -> refuse(why);
            case DemoOptions.Understood(DemoOptions understood) -> new Rescue(house, understood, out, log).run();
        };
    }

    private int rows(Rows rows, House house, List<String> options) {
        return switch (PipelineOptions.parse(options, rows.names())) {
            case PipelineOptions.Refused(String why) -> refuse(why);
            case PipelineOptions.Understood(PipelineOptions understood) ->
                new PipelineBench(house, rows, understood, out, log).run();
        };
    }

    private int history(House house, List<String> options) {
        return switch (HistoryOptions.parse(options, house.root().resolve("history"))) {
            case HistoryOptions.Refused(String why) -> refuse(why);
            case HistoryOptions.Understood(HistoryOptions understood) ->
                new HistoryBench(house, understood, out, log).run();
        };
    }

    private int contacts(House house, List<String> options) {
        return switch (ContactOptions.parse(options, ContactBench.names())) {
            case ContactOptions.Refused(String why) -> refuse(why);
            case ContactOptions.Understood(ContactOptions understood) ->
                new ContactBench(house, understood, out, log).run();
        };
    }

    private int mailing(House house, List<String> options) {
        return switch (MailingOptions.parse(options, MailingBench.names())) {
            case MailingOptions.Refused(String why) -> refuse(why);
            case MailingOptions.Understood(MailingOptions understood) ->
                new MailingBench(house, understood, out, log).run();
        };
    }

    private int statistics(House house, List<String> options) {
        return switch (StatisticsOptions.parse(options)) {
            case StatisticsOptions.Refused(String why) -> refuse(why);
            case StatisticsOptions.Understood(StatisticsOptions understood) ->
                new StatisticsBench(house, understood, out, log).run();
        };
    }

    private int numbering(House house, List<String> options) {
        if (!options.isEmpty() && !options.equals(List.of("--json"))) {
            return refuse("numbering knows --json only.");
        }
        return new Lookups(house, out).run(!options.isEmpty());
    }

    private int list() {
        out.println("demo  the main job from a spreadsheet to its report, with its speed: --recipients N, --json");
        out.println("kill  the same through a server that is killed in the middle: --recipients N, --json");
        out.println("restore  a backup in the middle of a mailing, put back and started: --recipients N, --json");
        out.println("pipeline  how fast messages go through the server and what each costs: --json, --full, --raw, --vs"
                + " kannel,");
        out.println("      --profile DIR, and --only ROW,… of these rows:");
        out.print(Rows.PIPELINE.help());
        out.println(
                "interfaces  how fast each way in and out for programs is: --json, --full, --profile DIR, and --only ROW,… of:");
        out.print(Rows.INTERFACES.help());
        out.println(
                "history   makes messages of the past year, for pipeline --history: --rows N (50,000,000), --weeks N (50), --data DIR");
        out.println("contacts  how fast contacts come in, are found and go out, in a heap of 512 MiB: --json, --rows N"
                + " (1,000,000),");
        out.println("      --profile DIR, and --only ROW,… of these rows:");
        out.print(ContactBench.help());
        out.println("mailing   how fast mailings and their links go: --json, --full, and --only ROW,… of these rows:");
        out.print(MailingBench.help());
        out.println(
                "statistics  how fast reports are beside 1,000,000 messages of history, how late the counters: --json,");
        out.println("      --full (50,000,000), --history DIR");
        out.println("numbering how fast the server tells where a number belongs: --json");
        return 0;
    }

    private int refuse(String why) {
        log.println("vestnik: " + why);
        return USAGE;
    }
}
