package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Conditions of an address that belong together. A condition names its group by {@code g0=1.2}, the second group within the first;
 * one without is in the outermost group. {@code m1=any} says that one of the group's conditions is enough.
 *
 * @param path empty for the outermost group
 * @param any one is enough
 */
public record ClauseGroup(String path, boolean any, List<Clause> clauses, List<ClauseGroup> groups) {

    /** How deep the outermost group's groups may go. */
    public static final int DEEPEST = Rule.DEEPEST;

    private static final String PATH = "[1-9]\\d?(\\.[1-9]\\d?){0," + (DEEPEST - 2) + "}";

    public ClauseGroup {
        clauses = List.copyOf(clauses);
        groups = List.copyOf(groups);
    }

    /** The conditions of the address on these fields. */
    public static ClauseGroup of(ListQuery query, List<Field> fields) {
        Map<Clause, String> places = new LinkedHashMap<>();
        for (Clause clause : Clause.of(query, fields)) {
            String path = query.filter("g" + clause.number()).orElse("");
            places.put(clause, path.matches(PATH) ? path : "");
        }
        return group(query, "", places);
    }

    private static ClauseGroup group(ListQuery query, String path, Map<Clause, String> places) {
        List<Clause> own = places.entrySet().stream()
                .filter(it -> it.getValue().equals(path))
                .map(Map.Entry::getKey)
                .toList();
        String start = path.isEmpty() ? "" : path + ".";
        List<ClauseGroup> within = places.values().stream()
                .filter(it -> it.startsWith(start) && it.length() > start.length())
                .map(it -> start + it.substring(start.length()).replaceFirst("\\..*", ""))
                .distinct()
                .map(it -> group(query, it, places))
                .toList();
        boolean any = query.filter("m" + path).filter("any"::equals).isPresent();
        return new ClauseGroup(path, any, own, within);
    }

    /** How many levels of groups it stands below the outermost one. */
    public int level() {
        return path.isEmpty() ? 0 : path.split("\\.", -1).length;
    }

    /** Whether groups may stand within it. */
    public boolean divisible() {
        return level() < DEEPEST - 1;
    }

    /** Every condition, whichever group it is in. */
    public Stream<Clause> every() {
        return Stream.concat(clauses.stream(), groups.stream().flatMap(ClauseGroup::every));
    }

    /** What the rows must meet; days of moments are left as days. */
    public Rule rule() {
        return new Rule(
                any,
                clauses.stream().map(Clause::condition).toList(),
                groups.stream().map(ClauseGroup::rule).toList());
    }

    /** The parameters that say the rule in an address. */
    public static Map<String, String> parameters(Rule rule) {
        Map<String, String> parameters = new LinkedHashMap<>();
        write(rule, "", parameters, 0);
        return parameters;
    }

    private static int write(Rule rule, String path, Map<String, String> parameters, int first) {
        if (rule.any()) {
            parameters.put("m" + path, "any");
        }
        int number = first;
        for (Condition condition : rule.conditions()) {
            parameters.put("f" + number, condition.field());
            parameters.put("o" + number, condition.test().code());
            parameters.put("v" + number, condition.value());
            parameters.put("g" + number, path);
            number++;
        }
        int child = 1;
        for (Rule group : rule.groups()) {
            number = write(group, path.isEmpty() ? "" + child : path + "." + child, parameters, number);
            child++;
        }
        return number;
    }
}
