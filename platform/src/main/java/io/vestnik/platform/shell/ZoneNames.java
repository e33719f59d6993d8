package io.vestnik.platform.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Time zones as people choose them: by a city, and how far from Greenwich its clock stands. */
@Component
public class ZoneNames {
    private static final List<String> ZONES = List.of(
            "Europe/Kaliningrad",
            "Europe/Moscow",
            "Europe/Samara",
            "Asia/Yekaterinburg",
            "Asia/Omsk",
            "Asia/Krasnoyarsk",
            "Asia/Irkutsk",
            "Asia/Yakutsk",
            "Asia/Vladivostok",
            "Asia/Magadan",
            "Asia/Kamchatka",
            "Europe/Minsk",
            "Asia/Almaty",
            "UTC");
    /** 2026 in seconds: zones have changed their clocks before. */
    private static final long MODERN = 1_767_225_600L;

    private final MessageSource messages;

    ZoneNames(MessageSource messages) {
        this.messages = messages;
    }

    /** Those offered, and the one that is chosen even where it is not among them. */
    public List<Option> options(String chosen) {
        Set<String> all = new LinkedHashSet<>(ZONES);
        if (ZoneId.getAvailableZoneIds().contains(chosen)) {
            all.add(chosen);
        }
        return all.stream().map(zone -> new Option(zone, name(ZoneId.of(zone)))).toList();
    }

    /** Its city, and how far from Greenwich its clock usually stands. */
    public String name(ZoneId zone) {
        Locale locale = LocaleContextHolder.getLocale();
        String offset = zone.getRules()
                .getStandardOffset(Instant.EPOCH.plusSeconds(MODERN))
                .getId();
        String known = "shell.zone." + zone.getId().replace('/', '.');
        String city = Objects.requireNonNullElse(messages.getMessage(known, null, null, locale), zone.getId());
        return messages.getMessage("shell.zone", new Object[] {city, offset.equals("Z") ? "+00:00" : offset}, locale);
    }
}
