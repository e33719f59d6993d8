package io.vestnik.platform.smsc.wire;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parameters of a request.
 *
 * @param charset in which they were written, and in which it is answered
 * @param files that came in the body, in their order
 */
public record Params(Map<String, String> values, Charset charset, Form form, List<Attachment> files) {
    /** Who asks, and how it is answered. */
    private static final Set<String> ABOUT_THE_CALL = Set.of("login", "psw", "apikey", "fmt", "charset");

    private static final int MOST_DIGITS = 18;

    public Params {
        values = Map.copyOf(values);
        files = List.copyOf(files);
    }

    /** Without files. */
    public Params(Map<String, String> values, Charset charset, Form form) {
        this(values, charset, form, List.of());
    }

    /** The value; empty where it is not given, which is nearly the same. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether it has a value that is not empty. */
    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** Whether it is given at all: for the few where empty means something. */
    public boolean names(String name) {
        return values.containsKey(name);
    }

    /** Whether a switch is on. */
    public boolean on(String name) {
        return get(name).equals("1");
    }

    /** A whole number, 0 or more; empty for anything else. */
    public OptionalLong number(String name) {
        String value = get(name);
        return !value.isEmpty()
                        && value.length() <= MOST_DIGITS
                        && value.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalLong.of(Long.parseLong(value))
                : OptionalLong.empty();
    }

    /** What is asked for, whoever asks: the same for the same requests only. */
    public String asked() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(it -> !ABOUT_THE_CALL.contains(it.getKey()))
                        .map(it -> it.getKey().length() + ":" + it.getKey()
                                + it.getValue().length() + ":" + it.getValue())
                        .collect(Collectors.joining());
    }

    /** The same request, answered in another form. */
    public Params in(Form other) {
        return new Params(values, charset, other, files);
    }

    /** The same request with another value of one parameter. */
    public Params with(String name, String value) {
        Map<String, String> others = new TreeMap<>(values);
        others.put(name, value);
        return new Params(others, charset, form, files);
    }

    /** Names only: values are passwords, phones and texts. */
    @Override
    public String toString() {
        return "Params" + values.keySet();
    }
}
