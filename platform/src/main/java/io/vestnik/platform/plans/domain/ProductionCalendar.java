package io.vestnik.platform.plans.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The production calendars that are shipped: {@code plans/holidays-ru.txt} says how it is written. */
public final class ProductionCalendar {
    private static final Holidays RUSSIA = read("/plans/holidays-ru.txt");

    private ProductionCalendar() {}

    /**
     * The calendar of a country; of those we have none for, no day is a holiday.
     *
     * @param country ISO 3166 letters
     */
    public static Holidays of(String country) {
        return country.equals("RU") ? RUSSIA : Holidays.NONE;
    }

    private static Holidays read(String file) {
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
        Set<MonthDay> everyYear = new HashSet<>();
        Map<LocalDate, Holidays.Kind> days = new HashMap<>();
        Set<Year> years = new HashSet<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String value = line.substring(line.indexOf(' ') + 1);
            switch (line.substring(0, line.indexOf(' '))) {
                case "law" -> everyYear.add(MonthDay.parse("--" + value));
                case "year" -> years.add(Year.parse(value));
                case "off" -> days.put(LocalDate.parse(value), Holidays.Kind.OFF);
                case "work" -> days.put(LocalDate.parse(value), Holidays.Kind.WORKED);
                default -> throw new IllegalArgumentException("Not a line of a calendar: " + line);
            }
        }
        return new Holidays(everyYear, days, years, Set.of());
    }
}
