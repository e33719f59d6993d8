package io.vestnik.platform.smsc.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data}, RFC 7578: each part that has no file's name is a field, any other a file. */
final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^\\s;\"]+))");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename(?:\\*=|=(?:\"([^\"]*)\"|([^\\s;\"]*)))");
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final int LONGEST_HEAD = 4_096;

    private Multipart() {}

    static boolean is(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** Adds the fields of a body; what is no such body spoils them. */
    static void read(String contentType, byte[] body, Fields fields) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            fields.spoil();
            return;
        }
        String written = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        byte[] mark = ("\r\n--" + written).getBytes(StandardCharsets.ISO_8859_1);
        // The first mark has no line before it.
        byte[] first = Arrays.copyOfRange(mark, 2, mark.length);
        int at = startsWith(body, first, 0) ? first.length : after(body, mark, 0);
        while (at >= 0 && !startsWith(body, new byte[] {'-', '-'}, at) && fields.isSound()) {
            at = part(body, at, mark, fields);
        }
        if (at < 0) {
            fields.spoil();
        }
    }

    /** Reads the part whose head begins at the end of a mark's line; answers where the next one begins, below zero where none ends it. */
    private static int part(byte[] body, int from, byte[] mark, Fields fields) {
        int head = find(body, HEAD_END, from, Math.min(body.length, from + LONGEST_HEAD));
        int end = head < 0 ? -1 : find(body, mark, head + 2, body.length);
        if (end < 0) {
            return -1;
        }
        String headers = new String(body, from, head - from, StandardCharsets.ISO_8859_1);
        int content = Math.min(head + HEAD_END.length, end);
        Optional<String> name = name(headers);
        if (name.isEmpty()) {
            return -1;
        }
        Matcher file = FILE.matcher(disposition(headers));
        if (!file.find()) {
            fields.add(name.get().getBytes(StandardCharsets.ISO_8859_1), Arrays.copyOfRange(body, content, end));
        } else if (end > content) { // a field for a file in which none was chosen has no content
            String called = Objects.requireNonNullElse(file.group(1), Objects.requireNonNullElse(file.group(2), ""));
            fields.addFile(new Fields.FilePart(called.getBytes(StandardCharsets.ISO_8859_1), body, content, end));
        }
        return end + mark.length;
    }

    private static Optional<String> name(String headers) {
        Matcher name = NAME.matcher(disposition(headers));
        return name.find() ? Optional.of(name.group(1) == null ? name.group(2) : name.group(1)) : Optional.empty();
    }

    private static String disposition(String headers) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Disposition:", 0, "Content-Disposition:".length()))
                .findFirst()
                .orElse("");
    }

    private static int after(byte[] body, byte[] wanted, int from) {
        int at = find(body, wanted, from, body.length);
        return at < 0 ? -1 : at + wanted.length;
    }

    private static int find(byte[] body, byte[] wanted, int from, int to) {
        for (int i = from; i + wanted.length <= to; i++) {
            if (startsWith(body, wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] body, byte[] wanted, int at) {
        if (at + wanted.length > body.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
