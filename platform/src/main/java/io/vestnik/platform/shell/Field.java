package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field that people may set conditions on, beyond the filter chips of the list.
 *
 * @param name as the address and the module's query know it; lower-case letters, digits and underscores
 * @param titleKey key in the module's bundle
 * @param options the values of a choice, at most 1,000; empty for other kinds
 * @param sparse some rows have no value, so that people may ask for those
 * @param more how days may be compared besides: by counts of days, where the module's query knows which day it is
 */
public record Field(
        String name, String titleKey, Kind kind, List<Option> options, boolean sparse, List<Condition.Test> more) {

    private static final int MOST_OPTIONS = 1_000;

    /** What the field holds, and so how it may be compared. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A day of the calendar. */
        DAY,
        /** A moment, asked for by the days of the viewer's zone. */
        MOMENT,
        CHOICE
    }

    public Field {
        options = List.copyOf(options);
        more = List.copyOf(more);
        if (!name.matches("[a-z0-9_]{1,40}") || options.size() > MOST_OPTIONS) {
            throw new IllegalArgumentException("Not a field for conditions: " + name);
        }
    }

    public static Field text(String name, String titleKey) {
        return new Field(name, titleKey, Kind.TEXT, List.of(), false, List.of());
    }

    public static Field number(String name, String titleKey) {
        return new Field(name, titleKey, Kind.NUMBER, List.of(), false, List.of());
    }

    public static Field day(String name, String titleKey) {
        return new Field(name, titleKey, Kind.DAY, List.of(), false, List.of());
    }

    public static Field moment(String name, String titleKey) {
        return new Field(name, titleKey, Kind.MOMENT, List.of(), false, List.of());
    }

    public static Field choice(String name, String titleKey, List<Option> options) {
        return new Field(name, titleKey, Kind.CHOICE, options, false, List.of());
    }

    /** The same field, of which some rows have no value. */
    public Field orNone() {
        return new Field(name, titleKey, kind, options, true, more);
    }

    /** The same field of days, compared in these ways besides. */
    public Field also(Condition.Test... tests) {
        return new Field(name, titleKey, kind, options, sparse, List.of(tests));
    }

    /** How it may be compared. */
    public List<Condition.Test> tests() {
        List<Condition.Test> tests = new ArrayList<>(
                switch (kind) {
                    case TEXT ->
                        List.of(Condition.Test.HAS, Condition.Test.IS, Condition.Test.IS_NOT, Condition.Test.STARTS);
                    case NUMBER -> List.of(Condition.Test.IS, Condition.Test.MORE, Condition.Test.LESS);
                    case DAY, MOMENT -> List.of(Condition.Test.IS, Condition.Test.SINCE, Condition.Test.BEFORE);
                    case CHOICE -> List.of(Condition.Test.IS, Condition.Test.IS_NOT);
                });
        tests.addAll(more);
        if (sparse) {
            tests.add(Condition.Test.FILLED);
            tests.add(Condition.Test.EMPTY);
        }
        return tests;
    }

    /** The codes of its tests, with spaces between. */
    public String codes() {
        return tests().stream().map(Condition.Test::code).collect(Collectors.joining(" "));
    }
}
