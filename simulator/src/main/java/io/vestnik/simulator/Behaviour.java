package io.vestnik.simulator;

import io.vestnik.smpp.CommandStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the operator treats messages; may change while it runs.
 *
 * @param inbound messages that people write to the operator's customers, a second
 */
public record Behaviour(Ends ends, Refusals refusals, Delays delays, double inbound, Ids ids) {
    /** Everything is taken at once, and delivered at once. */
    public static final Behaviour PERFECT = new Behaviour(
            new Ends(100, 0, 0, 0, 0),
            new Refusals(0, new TreeMap<>(), 0),
            new Delays(Range.NONE, Range.NONE, 0, 0),
            0,
            Ids.DECIMAL);

    public Behaviour {
        within("inbound", inbound, 0, 10_000);
    }

    /**
     * What becomes of a message that was taken, in percent; for the rest no receipt ever comes.
     *
     * @param delivered receipt DELIVRD, and so on; together at most 100
     */
    public record Ends(double delivered, double undelivered, double expired, double rejected, double unknown) {
        public Ends {
            within("delivered", delivered, 0, 100);
            within("undelivered", undelivered, 0, 100);
            within("expired", expired, 0, 100);
            within("rejected", rejected, 0, 100);
            within("unknown", unknown, 0, 100);
            double sum = delivered + undelivered + expired + rejected + unknown;
            within("delivered, undelivered, expired, rejected and unknown together", sum, 0, 100 + 1e-9);
        }
    }

    /**
     * What is not taken.
     *
     * @param throttle submits a second of one system id, beyond which ESME_RTHROTTLED is answered; 0 for no limit
     * @param errors percent of submits by the command_status that refuses them; together at most 100
     * @param silent percent of submits that are taken and never answered
     */
    public record Refusals(int throttle, SortedMap<Integer, Double> errors, double silent) {
        public Refusals {
            within("throttle", throttle, 0, 1_000_000);
            within("silent", silent, 0, 100);
            errors.forEach((status, share) -> {
                within("the status of error", status, 1, Integer.MAX_VALUE);
                within("the share of " + CommandStatus.name(status), share, 0, 100);
            });
            double sum =
                    errors.values().stream().mapToDouble(Double::doubleValue).sum();
            within("all errors together", sum, 0, 100 + 1e-9);
            errors = new TreeMap<>(errors);
        }
    }

    /**
     * How long things take.
     *
     * @param answer from the submit to its answer
     * @param receipt from the submit to its receipt
     * @param reorder percent of answers that are held back so that later ones overtake them
     * @param overtake percent of receipts that come before the answer
     */
    public record Delays(Range answer, Range receipt, double reorder, double overtake) {
        public Delays {
            within("reorder", reorder, 0, 100);
            within("overtake", overtake, 0, 100);
        }
    }

    /** How message ids are written. */
    public enum Ids {
        /** Decimal everywhere. */
        DECIMAL,
        /** Hexadecimal everywhere. */
        HEX,
        /** Hexadecimal in answers, decimal in receipts, as some operators do. */
        MIXED
    }

    /** Milliseconds from one number to another, 0 to one day. */
    public record Range(long from, long to) {
        /** At once. */
        public static final Range NONE = new Range(0, 0);

        private static final long LONGEST = 86_400_000;

        public Range {
            if (from < 0 || to < from || to > LONGEST) {
                throw new IllegalArgumentException("a delay must be from 0 to a day, not " + from + "-" + to);
            }
        }

        /** The place in the range for a chance from 0 to below 1. */
        long at(double chance) {
            return from + (long) (chance * (to - from + 1));
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    /** The options that make this behaviour again. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("delivered", plain(ends.delivered()));
        options.put("undelivered", plain(ends.undelivered()));
        options.put("expired", plain(ends.expired()));
        options.put("rejected", plain(ends.rejected()));
        options.put("unknown", plain(ends.unknown()));
        options.put("throttle", Integer.toString(refusals.throttle()));
        options.put("silent", plain(refusals.silent()));
        options.put("answer-delay", delays.answer().toString());
        options.put("receipt-delay", delays.receipt().toString());
        options.put("reorder", plain(delays.reorder()));
        options.put("overtake", plain(delays.overtake()));
        options.put("inbound", plain(inbound));
        options.put("ids", ids.name().toLowerCase(Locale.ROOT));
        StringBuilder errors = new StringBuilder();
        refusals.errors()
                .forEach((status, share) -> errors.append(errors.isEmpty() ? "" : ",")
                        .append(status)
                        .append('=')
                        .append(plain(share)));
        options.put("error", errors.toString());
        return options;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be from " + plain(least) + " to " + plain(Math.floor(most))
                    + ", not " + plain(value));
        }
    }
}
