package io.vestnik.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One row of a measurement.
 *
 * @param value none where it could not be measured; the note says why
 * @param target in words, such as {@code >= 5,000}; empty for a figure that is only told
 * @param costs what it took, by the name that programs read: {@code serverCpuMicros}, {@code walBytes} and so on, a message each
 * @param note what a reader must know; mostly empty
 */
public record Figure(
        String what,
        OptionalDouble value,
        String unit,
        String target,
        boolean met,
        Map<String, Double> costs,
        String note) {

    public Figure {
        costs = new LinkedHashMap<>(costs);
    }

    /** A figure without a target. */
    public static Figure told(String what, double value, String unit) {
        return new Figure(what, OptionalDouble.of(value), unit, "", true, Map.of(), "");
    }

    /** One that should be this much or more. */
    public static Figure atLeast(String what, double value, double least, String unit) {
        return new Figure(what, OptionalDouble.of(value), unit, ">= " + number(least), value >= least, Map.of(), "");
    }

    /** One that should be this much or less. */
    public static Figure atMost(String what, double value, double most, String unit) {
        return new Figure(what, OptionalDouble.of(value), unit, "<= " + number(most), value <= most, Map.of(), "");
    }

    /** One that should be exactly this. */
    public static Figure exactly(String what, double value, double target, String unit) {
        return new Figure(what, OptionalDouble.of(value), unit, "= " + number(target), value == target, Map.of(), "");
    }

    /** One that was not measured; it is not met where it has a target. */
    public static Figure missing(String what, String unit, String target, String why) {
        return new Figure(
                what, OptionalDouble.empty(), unit, target, target.isEmpty(), Map.of(), "not measured: " + why);
    }

    /** The same with something that it took. */
    public Figure with(String cost, double amount) {
        Map<String, Double> more = new LinkedHashMap<>(costs);
        more.put(cost, Math.round(amount * 100) / 100.0);
        return new Figure(what, value, unit, target, met, more, note);
    }

    /** The same with more costs. */
    public Figure with(Map<String, Double> more) {
        Figure figure = this;
        for (Map.Entry<String, Double> cost : more.entrySet()) {
            figure = figure.with(cost.getKey(), cost.getValue());
        }
        return figure;
    }

    /** The same with a note added. */
    public Figure noted(String more) {
        return new Figure(
                what,
                value,
                unit,
                target,
                met,
                costs,
                note.isEmpty() || more.isEmpty() ? note + more : note + "; " + more);
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}
