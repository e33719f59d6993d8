package io.vestnik.platform.links.domain;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that a link leads to.
 *
 * @param text in ASCII: letters of other alphabets in the host by IDNA, elsewhere as escaped UTF-8
 * @param host in small letters, without the dot of the root
 */
record TargetAddress(String text, String host) {
    static final int LONGEST = 2_000;

    /** The scheme, whatever names somebody before an @, the host, its port, the rest. */
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?)://([^/?#@]*@)?([^/?#@:\\[\\]]+|\\[[0-9a-f:.]+])(:\\d{1,5})?([/?#].*)?");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Reads what somebody wrote; empty for what is no address of a page, or says that it is somebody else's before an @. */
    static Optional<TargetAddress> read(String written) {
        Matcher parts = WEB.matcher(written);
        if (written.length() > LONGEST || !parts.matches() || parts.group(2) != null) {
            return Optional.empty();
        }
        try {
            String host = parts.group(3).startsWith("[")
                    ? parts.group(3).toLowerCase(Locale.ROOT)
                    : IDN.toASCII(parts.group(3), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (host.endsWith(".")) {
                host = host.substring(0, host.length() - 1); // the root of all names, which is the same host
            }
            String port = parts.group(4) == null ? "" : parts.group(4);
            String rest = parts.group(5) == null ? "" : escaped(parts.group(5));
            String text = parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + port + rest;
            return text.length() > LONGEST || new URI(text).getHost() == null
                    ? Optional.empty()
                    : Optional.of(new TargetAddress(text, host));
        } catch (IllegalArgumentException | URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** What people paste is not always escaped, and a header takes nothing but ASCII. */
    private static String escaped(String rest) {
        StringBuilder escaped = new StringBuilder(rest.length());
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F && "\"<>\\^`{|}".indexOf(b) < 0) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return escaped.toString();
    }
}
