package io.vestnik.simulator;

import io.vestnik.simulator.Behaviour.Delays;
import io.vestnik.simulator.Behaviour.Ends;
import io.vestnik.simulator.Behaviour.Ids;
import io.vestnik.simulator.Behaviour.Range;
import io.vestnik.simulator.Behaviour.Refusals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Options by name, as on the command line or in the form of the page; what is wrong with one is told in words. */
final class Options {
    private static final List<String> REPEATED = List.of("error", "user");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Options() {}

    /** Reads {@code --name=value} and {@code --name value}. */
    static Options of(List<String> arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                throw new IllegalArgumentException("an option begins with two dashes, not " + argument);
            }
            int equals = argument.indexOf('=');
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new IllegalArgumentException(argument + " needs a value");
            }
            String name = argument.substring(2, equals < 0 ? argument.length() : equals);
            options.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
        }
        return options;
    }

    static Options of(Map<String, String> values) {
        Options options = new Options();
        values.forEach(options::put);
        return options;
    }

    private void put(String name, String value) {
        List<String> all = values.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!all.isEmpty() && !REPEATED.contains(name)) {
            throw new IllegalArgumentException("--" + name + " is given twice");
        }
        all.add(value.strip());
    }

    SimulatorSettings settings() {
        @Nullable String data = taken("data");
        @Nullable String journal = taken("journal");
        @Nullable Path folder = data == null ? null : Path.of(data);
        @Nullable
        Path file = journal == null
                ? folder == null ? null : folder.resolve("journal.tsv")
                : journal.equals("none") ? null : Path.of(journal);
        @Nullable String http = taken("http-port");
        SimulatorSettings settings = new SimulatorSettings(
                (int) whole("port", 2776),
                http == null ? 0 : http.equals("none") ? SimulatorSettings.NO_PAGE : (int) whole("http-port", http),
                whole("seed", 1),
                folder,
                file,
                users(),
                (int) whole("window", 500),
                (int) whole("most-pending", 500_000),
                yes("durable"),
                behaviour());
        return settings;
    }

    /** The behaviour alone; whatever is left over is refused. */
    Behaviour behaviour() {
        double undelivered = number("undelivered", 0);
        double expired = number("expired", 0);
        double rejected = number("rejected", 0);
        double unknown = number("unknown", 0);
        double rest = Math.max(0, 100 - undelivered - expired - rejected - unknown);
        Behaviour behaviour = new Behaviour(
                new Ends(number("delivered", rest), undelivered, expired, rejected, unknown),
                new Refusals((int) whole("throttle", 0), errors(), number("silent", 0)),
                new Delays(
                        range("answer-delay", new Range(0, 0)),
                        range("receipt-delay", new Range(50, 500)),
                        number("reorder", 0),
                        number("overtake", 0)),
                number("inbound", 0),
                ids());
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no option --" + values.keySet().iterator().next());
        }
        return behaviour;
    }

    private SortedMap<Integer, Double> errors() {
        SortedMap<Integer, Double> errors = new TreeMap<>();
        for (String list : all("error")) {
            for (String one : list.isEmpty() ? new String[0] : list.split(",", -1)) {
                String[] sides = one.strip().split("=", -1);
                if (sides.length != 2) {
                    throw new IllegalArgumentException("--error wants STATUS=PERCENT, such as 0x58=1.5, not " + one);
                }
                errors.merge((int) whole("error", sides[0]), decimal("error", sides[1]), Double::sum);
            }
        }
        return errors;
    }

    private Map<String, String> users() {
        Map<String, String> users = new TreeMap<>();
        for (String user : all("user")) {
            int colon = user.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("--user wants NAME:PASSWORD");
            }
            users.put(user.substring(0, colon), user.substring(colon + 1));
        }
        return users;
    }

    private Ids ids() {
        String word = taken("ids");
        try {
            return word == null ? Ids.DECIMAL : Ids.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--ids is decimal, hex or mixed, not " + word, e);
        }
    }

    private Range range(String name, Range otherwise) {
        String value = taken(name);
        if (value == null) {
            return otherwise;
        }
        String[] ends = value.split("\\.\\.|-", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("--" + name + " wants milliseconds, such as 50-500, not " + value);
        }
        return new Range(whole(name, ends[0]), whole(name, ends[ends.length - 1]));
    }

    private boolean yes(String name) {
        String word = taken(name);
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            case null -> false;
            default -> throw new IllegalArgumentException("--" + name + " is yes or no, not " + word);
        };
    }

    private long whole(String name, long otherwise) {
        String value = taken(name);
        return value == null ? otherwise : whole(name, value);
    }

    private double number(String name, double otherwise) {
        String value = taken(name);
        return value == null ? otherwise : decimal(name, value);
    }

    private List<String> all(String name) {
        List<String> given = values.remove(name);
        return given == null ? List.of() : given;
    }

    private @Nullable String taken(String name) {
        List<String> given = values.remove(name);
        return given == null ? null : given.getFirst();
    }

    private static long whole(String name, String value) {
        try {
            return Long.decode(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " wants a whole number, not " + value, e);
        }
    }

    private static double decimal(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " wants a number, not " + value, e);
        }
    }
}
