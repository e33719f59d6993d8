package io.vestnik.platform.holidays;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The production calendars that are shipped: {@code holidays/ru.txt} says how they are written. */
public final class ProductionCalendar {
    private static final Map<String, Holidays> CALENDARS =
            List.of("RU", "BY", "KZ").stream().collect(Collectors.toMap(Function.identity(), ProductionCalendar::read));

    private ProductionCalendar() {}

    /**
     * The calendar of a country; of those we have none for, no day is a holiday.
     *
     * @param country ISO 3166 letters
     */
    public static Holidays of(String country) {
        return CALENDARS.getOrDefault(country, Holidays.NONE);
    }

    /** Whether there is a calendar of this country. */
    public static boolean has(String country) {
        return CALENDARS.containsKey(country);
    }

    private static Holidays read(String country) {
        String file = "/holidays/" + country.toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream content = ProductionCalendar.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("No calendar " + file);
            }
            return parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The calendar " + file + " cannot be read", e);
        }
    }

    static Holidays parse(String text) {
        Map<MonthDay, Holidays.Span> everyYear = new HashMap<>();
        Set<Integer> afterEaster = new HashSet<>();
        Map<LocalDate, Holidays.Kind> days = new HashMap<>();
        Set<Year> years = new HashSet<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> words = List.of(line.split(" +"));
            String value = words.get(1);
            switch (words.getFirst()) {
                case "law" -> everyYear.put(MonthDay.parse("--" + value), span(words.subList(2, words.size()), line));
                case "easter" -> afterEaster.add(Integer.parseInt(value));
                case "year" -> years.add(Year.parse(value));
                case "off" -> days.put(LocalDate.parse(value), Holidays.Kind.OFF);
                case "work" -> days.put(LocalDate.parse(value), Holidays.Kind.WORKED);
                default -> throw new IllegalArgumentException("Not a line of a calendar: " + line);
            }
        }
        return new Holidays(everyYear, afterEaster, days, years, Set.of());
    }

    private static Holidays.Span span(List<String> words, String line) {
        if (words.isEmpty()) {
            return new Holidays.Span(Year.MIN_VALUE, Year.MAX_VALUE);
        }
        int year = Integer.parseInt(words.getLast());
        return switch (words.getFirst()) {
            case "from" -> new Holidays.Span(year, Year.MAX_VALUE);
            case "until" -> new Holidays.Span(Year.MIN_VALUE, year);
            default -> throw new IllegalArgumentException("Not a line of a calendar: " + line);
        };
    }
}
