package io.vestnik.platform.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * What rows must be: conditions and groups of them, every one or at least one of which is met. Where there is neither, every row is meant.
 *
 * @param any at least one is enough
 */
public record Rule(boolean any, List<Condition> conditions, List<Rule> groups) {

    /** How many conditions there may be in all. */
    public static final int MOST = 30;

    /** How many levels there may be, this one counted. */
    public static final int DEEPEST = 3;

    /** Every row. */
    public static final Rule NONE = new Rule(false, List.of(), List.of());

    public Rule {
        conditions = List.copyOf(conditions);
        groups = groups.stream().filter(group -> !group.none()).toList();
        int deepest = 1 + groups.stream().mapToInt(Rule::depth).max().orElse(0);
        int size = conditions.size() + groups.stream().mapToInt(Rule::size).sum();
        if (deepest > DEEPEST || size > MOST) {
            throw new IllegalArgumentException("A rule of " + size + " conditions on " + deepest + " levels");
        }
    }

    /** Each of the conditions must be met. */
    public static Rule all(List<Condition> conditions) {
        return new Rule(false, conditions, List.of());
    }

    /** Whether it asks for nothing. */
    public boolean none() {
        return conditions.isEmpty() && groups.isEmpty();
    }

    /** How many levels it has. */
    public int depth() {
        return 1 + groups.stream().mapToInt(Rule::depth).max().orElse(0);
    }

    /** How many conditions it has in all. */
    public int size() {
        return (int) every().count();
    }

    /** Every condition, whichever group it is in. */
    public Stream<Condition> every() {
        return Stream.concat(conditions.stream(), groups.stream().flatMap(Rule::every));
    }
}
