package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Params;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code phones} and {@code mes}, or the entries of a {@code list}. */
final class EntryReading {
    /** {@code sender,tz|phones:text}; with several lines a text, only what begins with numbers and a colon begins an entry. */
    private static final Pattern ENTRY = Pattern.compile(
            "(?:([^|,:;\\n]{0,30})(?:,([+-]?\\d{1,2}))?\\|)?([+G\\d][+G=\\d ,()-]*)([:;])(.*)", Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("\\r?\\n~~~\\r?\\n");
    /** What begins an entry among lines of texts: nothing but digits and groups, so that a phone in a text is no recipient. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:[^|,:;\\n]{0,30}(?:,[+-]?\\d{1,2})?\\|)?NUMBER(?:\\s*,\\s*NUMBER)*,?:.*"
                    .replace("NUMBER", "(?:[Gg]=?\\d{1,18}|\\+?\\d{7,15})"),
            Pattern.DOTALL);

    private static final int LONGEST_COMMENT = 1_000;
    /** More than ten parts of any letters: {@code maxsms} may cut what is longer. */
    private static final int LONGEST_TEXT = 4_000;

    private EntryReading() {}

    /** The entries; empty where there are none or too many, or one of them cannot be understood or is too long. */
    static List<Entry> read(Params params) {
        List<Entry> entries = entries(params);
        return entries.stream().allMatch(it -> it.text().length() <= LONGEST_TEXT) ? entries : List.of();
    }

    private static List<Entry> entries(Params params) {
        if (OctetReading.asked(params)) {
            return params.has("phones") && !params.has("list") && !params.on("flash")
                    ? OctetReading.read(params)
                            .map(octets -> new Entry(null, null, phones(params.get("phones")), "", octets, null))
                            .stream()
                            .toList()
                    : List.of();
        }
        if (!params.has("list")) {
            return params.has("phones") && params.has("mes")
                    ? List.of(entry(null, null, params.get("phones"), params.get("mes")))
                    : List.of();
        }
        return params.on("nl") ? severalLines(params.get("list")) : lines(params.get("list"));
    }

    private static List<Entry> lines(String list) {
        List<Entry> entries = new ArrayList<>();
        for (String line : list.split("\\r?\\n", -1)) {
            if (!line.isBlank()) {
                Optional<Entry> entry = entry(line, ":;", true);
                if (entry.isEmpty() || entries.size() == Destinations.MOST) {
                    return List.of();
                }
                entries.add(entry.get());
            }
        }
        return entries;
    }

    private static List<Entry> severalLines(String list) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : list.split("\\r?\\n", -1)) {
            boolean begins = begins(line);
            if (entries.size() == Destinations.MOST) {
                return List.of();
            }
            if (begins && !open.isEmpty()) {
                entries.add(entry(open.toString(), ":", false).orElseThrow());
                open.setLength(0);
            } else if (!begins && open.isEmpty()) {
                if (line.isBlank()) {
                    continue;
                }
                return List.of();
            } else if (!begins) {
                open.append('\n');
            }
            open.append(line);
        }
        if (!open.isEmpty()) {
            entries.add(entry(open.toString(), ":", false).orElseThrow());
        }
        return entries;
    }

    private static boolean begins(String line) {
        return BEGINNING.matcher(line).matches() && entry(line, ":", false).isPresent();
    }

    private static Optional<Entry> entry(String written, String separators, boolean escaped) {
        Matcher parts = ENTRY.matcher(written);
        if (!parts.matches() || separators.indexOf(parts.group(4)) < 0) {
            return Optional.empty();
        }
        Optional<ZoneId> zone = parts.group(2) == null ? Optional.empty() : Moments.offset(parts.group(2));
        if (parts.group(2) != null && zone.isEmpty()) {
            return Optional.empty();
        }
        String text = parts.group(5);
        return Optional.of(
                entry(parts.group(1), zone.orElse(null), parts.group(3), escaped ? text.replace("\\n", "\n") : text));
    }

    private static Entry entry(@Nullable String sender, @Nullable ZoneId zone, String phones, String written) {
        String[] texts = COMMENT.split(written, 2);
        String comment = texts.length == 1 ? null : texts[1].strip();
        return new Entry(
                sender,
                zone,
                phones(phones),
                texts[0],
                null,
                comment == null || comment.isEmpty()
                        ? null
                        : comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT)));
    }

    private static List<String> phones(String written) {
        return Arrays.stream(written.split("[,;\\n]", Destinations.MOST + 2))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
