package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list asks for: search {@code q}, {@code sort} (a column, with a minus for descending), the cursor
 * {@code after}, filters. A handler declares it as a parameter; at most 160 parameters of at most 500 letters are read.
 */
public record ListQuery(String path, Map<String, String> parameters) {

    private static final String SEARCH = "q";
    private static final String SORT = "sort";
    private static final String AFTER = "after";

    public ListQuery {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** An order of rows. */
    public record Sort(String column, boolean descending) {}

    /** What was typed into the search, without spaces at the ends; empty when nothing was. */
    public String search() {
        return parameters.getOrDefault(SEARCH, "").strip();
    }

    /** The chosen order, if it names one of these columns; the caller's default otherwise. */
    public Sort sort(Sort otherwise, String... sortable) {
        String asked = parameters.getOrDefault(SORT, "");
        boolean descending = asked.startsWith("-");
        String column = descending ? asked.substring(1) : asked;
        for (String name : sortable) {
            if (name.equals(column)) {
                return new Sort(column, descending);
            }
        }
        return otherwise;
    }

    /** The cursor of the page, as the previous page gave it. */
    public Optional<String> after() {
        return filter(AFTER);
    }

    /** The value of a filter; empty when it is not set. */
    public Optional<String> filter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** The conditions that people set on these fields; days are those of the zone. */
    public List<Condition> conditions(List<Field> fields, ZoneId zone) {
        return Clause.of(this, fields).stream()
                .flatMap(clause -> clause.conditions(zone).stream())
                .toList();
    }

    /** The conditions that people set on these fields, in their groups; days of moments are left as days. */
    public Rule rule(List<Field> fields) {
        return ClauseGroup.of(this, fields).rule();
    }

    /** The address of this list with another rule. */
    public String with(Rule rule) {
        Map<String, String> changed = besidesConditions();
        changed.putAll(ClauseGroup.parameters(rule));
        return address(path, changed);
    }

    /** Whether a search or a filter narrows the list. */
    public boolean narrowed() {
        return parameters.entrySet().stream()
                .anyMatch(it -> !it.getKey().equals(SORT)
                        && !it.getKey().equals(AFTER)
                        && !it.getKey().matches("m[\\d.]*")
                        && !it.getValue().isBlank());
    }

    /** The address of this list with one parameter changed (removed when null); a changed list starts from its first page. */
    public String link(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(AFTER);
        if (value == null || value.isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return address(path, changed);
    }

    /** The address of this list without one of its conditions. */
    public String without(Clause clause) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(AFTER);
        Clause.PARAMETERS.forEach(name -> changed.remove(name + clause.number()));
        return address(path, changed);
    }

    /** The address of this list without one group of its conditions. */
    public String without(ClauseGroup group) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(AFTER);
        group.every().forEach(clause -> Clause.PARAMETERS.forEach(name -> changed.remove(name + clause.number())));
        return address(path, changed);
    }

    /** What a form about conditions must carry along: all parameters but those and the page. */
    public Map<String, String> besidesConditions() {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        kept.remove(AFTER);
        kept.keySet().removeIf(name -> name.matches("[fovg]\\d{1,2}|m[\\d.]*"));
        return kept;
    }

    /** The same search, order and filters at another path, such as an export. */
    public String linkAt(String otherPath) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(AFTER);
        return address(otherPath, changed);
    }

    /** The address of this list without search, filters and order. */
    public String bare() {
        return path;
    }

    private static String address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .filter(it -> !it.getValue().isBlank())
                .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
        if (query.isEmpty()) {
            return path;
        }
        return path + (path.contains("?") ? "&" : "?") + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
