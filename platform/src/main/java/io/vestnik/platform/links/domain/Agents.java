package io.vestnik.platform.links.domain;

import io.vestnik.platform.links.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Tells people from programs by what they say of themselves. The words by which programs are known are data, {@code links/robots.txt}.
 */
@Component
public class Agents {
    private static final int LONGEST = 1_000;
    private static final List<String> TABLETS =
            List.of("ipad", "tablet", "kindle", "silk/", "playbook", "nexus 7", "nexus 9", "nexus 10", "sm-t", "sm-x");
    private static final List<String> PHONES = List.of(
            "mobile",
            "iphone",
            "ipod",
            "windows phone",
            "opera mini",
            "opera mobi",
            "ucweb",
            "blackberry",
            "midp",
            "symbian");
    private static final List<String> BROWSERS =
            List.of("mozilla/", "opera/", "ucweb", "nokia", "blackberry", "samsung-");

    private final List<String> robots = words("");
    /** Words that have one of the others in them and mean no program. */
    private final List<String> others = words("!");

    private static List<String> words(String before) {
        try (var in = new ClassPathResource("links/robots.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .filter(line -> line.startsWith("!") != before.isEmpty())
                    .map(line -> line.substring(before.length()).toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What asks.
     *
     * @param agent the header User-Agent
     * @param purpose what the headers Purpose, Sec-Purpose, X-Purpose and X-Moz say, whichever is there
     */
    public Device of(@Nullable String agent, @Nullable String purpose) {
        if (agent == null || agent.isBlank() || isAhead(purpose)) {
            return Device.ROBOT;
        }
        String words = agent.substring(0, Math.min(agent.length(), LONGEST)).toLowerCase(Locale.ROOT);
        String said = words;
        for (String other : others) {
            said = said.replace(other, "");
        }
        if (robots.stream().anyMatch(said::contains) || BROWSERS.stream().noneMatch(words::startsWith)) {
            return Device.ROBOT;
        }
        // An Android that does not say that it is mobile is a tablet.
        if (TABLETS.stream().anyMatch(words::contains) || (words.contains("android") && !words.contains("mobile"))) {
            return Device.TABLET;
        }
        return PHONES.stream().anyMatch(words::contains) ? Device.PHONE : Device.DESKTOP;
    }

    /** A browser that fetches a page before anybody has asked for it says so. */
    private static boolean isAhead(@Nullable String purpose) {
        return purpose != null
                && List.of("prefetch", "prerender", "preview").stream()
                        .anyMatch(purpose.toLowerCase(Locale.ROOT)::contains);
    }
}
