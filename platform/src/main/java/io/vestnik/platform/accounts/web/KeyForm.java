package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.domain.ApiKeys.ApiKey;
import io.vestnik.platform.accounts.domain.ApiKeys.Draft;
import io.vestnik.platform.accounts.domain.Daytime;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What people type of a key. */
final class KeyForm {

    private static final int LONGEST_NAME = 100;

    private final MultiValueMap<String, String> typed;

    KeyForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** As a new one begins. */
    static KeyForm fresh() {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.set("role", Role.MARKETER.name());
        return new KeyForm(typed);
    }

    static KeyForm of(ApiKey key) {
        KeyForm form = of(key.terms(), key.version());
        form.typed.set("name", key.name());
        form.typed.set("role", key.role().name());
        return form;
    }

    /** What a program may, without whose it is. */
    static KeyForm of(KeyTerms terms, int version) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        terms.scopes().stream().sorted().forEach(scope -> typed.add("scope", scope));
        typed.set(
                "addresses", terms.addresses().stream().map(AddressRange::text).collect(Collectors.joining("\n")));
        typed.set("last_day", Objects.toString(terms.lastDay(), ""));
        Daytime hours = terms.hours();
        typed.set("from", hours == null ? "" : hours.from().toString());
        typed.set("to", hours == null ? "" : hours.to().toString());
        typed.set("instant", Boolean.toString(terms.instant()));
        terms.limits().forEach((span, most) -> typed.set(span.code(), most.toString()));
        typed.set("version", Integer.toString(version));
        return new KeyForm(typed);
    }

    /** What was typed into a field, without spaces at the ends. */
    public String value(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }

    public boolean checked(String field) {
        return value(field).equals("true");
    }

    /** Whether the scope is ticked. */
    public boolean has(String scope) {
        return scopes().contains(scope);
    }

    public List<String> scopes() {
        return typed.getOrDefault("scope", List.of());
    }

    /** The same, to be saved over this version. */
    KeyForm over(int version) {
        typed.set("version", Integer.toString(version));
        return this;
    }

    int version() {
        String version = value("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    /** What came of reading it. */
    sealed interface Read {
        record Right(Draft draft) implements Read {}

        /** The ends of keys of the bundle by the names of fields; not empty. */
        record Wrong(Map<String, String> faults) implements Read {}
    }

    /**
     * Reads it.
     *
     * @param known the scopes that there are
     */
    Read read(Set<String> known) {
        Map<String, String> faults = new LinkedHashMap<>();
        String name = value("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.put("name", "key_name");
        }
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(it -> it.name().equals(value("role")))
                .findFirst();
        if (role.isEmpty()) {
            faults.put("role", "key_role");
        }
        KeyTerms terms = terms(known, faults);
        return faults.isEmpty() ? new Read.Right(new Draft(name, role.orElseThrow(), terms)) : new Read.Wrong(faults);
    }

    /**
     * Reads what the program may; what is wrong is added to the faults, and is left out.
     *
     * @param known the scopes that there are
     */
    KeyTerms terms(Set<String> known, Map<String, String> faults) {
        Optional<List<AddressRange>> addresses = addresses(value("addresses"));
        if (addresses.isEmpty()) {
            faults.put("addresses", "addresses");
        }
        LocalDate lastDay = lastDay(faults);
        Daytime hours = hours(faults);
        Set<String> scopes = scopes().stream().filter(known::contains).collect(Collectors.toSet());
        return new KeyTerms(
                scopes,
                addresses.orElse(List.of()),
                lastDay,
                hours,
                checked("instant") && hours != null,
                limits(faults));
    }

    /** Ranges with spaces, commas or lines between; empty when one is none or there are too many. */
    private static Optional<List<AddressRange>> addresses(String typed) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String one : typed.split("[\\s,;]+")) {
            if (!one.isEmpty()) {
                Optional<AddressRange> range = AddressRange.parse(one);
                if (range.isEmpty() || ranges.size() == KeyTerms.MOST_ADDRESSES) {
                    return Optional.empty();
                }
                ranges.add(range.get());
            }
        }
        return Optional.of(ranges);
    }

    private @Nullable LocalDate lastDay(Map<String, String> faults) {
        String day = value("last_day");
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            faults.put("last_day", "last_day"); // it is told under the field
            return null;
        }
    }

    private @Nullable Daytime hours(Map<String, String> faults) {
        String from = value("from");
        String to = value("to");
        if (from.isEmpty() && to.isEmpty()) {
            return null;
        }
        try {
            return new Daytime(LocalTime.parse(from), LocalTime.parse(to));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            faults.put("from", "hours"); // it is told under the field
            return null;
        }
    }

    private Map<Span, Long> limits(Map<String, String> faults) {
        Map<Span, Long> limits = new EnumMap<>(Span.class);
        for (Span span : Span.values()) {
            String most = value(span.code()).replaceAll("\\s", "");
            if (most.matches("\\d{1,10}") && Long.parseLong(most) <= KeyTerms.MOST_MESSAGES) {
                if (Long.parseLong(most) > 0) {
                    limits.put(span, Long.parseLong(most));
                }
            } else if (!most.isEmpty()) {
                faults.put(span.code(), "limit");
            }
        }
        return limits;
    }
}
