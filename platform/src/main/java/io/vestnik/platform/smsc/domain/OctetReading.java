package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.sms.Body;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code bin} announces: octets, the header first, and perhaps protocol_id and data_coding behind them. */
final class OctetReading {
    /** As they are, a letter each. */
    private static final String PLAIN = "1";

    private static final String HEXADECIMAL = "2";
    private static final Pattern TRAILER =
            Pattern.compile("(.*)\\r?\\n~~~\\r?\\npid: (\\d{1,3}), dcs: (\\d{1,3})\\s*", Pattern.DOTALL);
    private static final int LONGEST = 400;
    private static final int EIGHT_BITS = 4;
    private static final int HIGHEST = 0xFF;

    private OctetReading() {}

    /** Whether a request is about octets. */
    static boolean asked(Params params) {
        return params.get("bin").equals(PLAIN) || params.get("bin").equals(HEXADECIMAL);
    }

    /** The octets of {@code mes}; empty where they are none of one short message. */
    static Optional<Body.Binary> read(Params params) {
        String written = params.get("mes");
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher trailer = TRAILER.matcher(written);
        boolean told = trailer.matches();
        String octets = told ? trailer.group(1) : written;
        int protocol = told ? Integer.parseInt(trailer.group(2)) : 0;
        int coding = told ? Integer.parseInt(trailer.group(3)) : EIGHT_BITS;
        return digits(octets, params.get("bin").equals(PLAIN))
                .flatMap(digits -> Body.Binary.read(digits, coding, protocol));
    }

    private static Optional<String> digits(String octets, boolean plain) {
        if (!plain) {
            return Optional.of(octets.strip().toLowerCase(Locale.ROOT));
        }
        return octets.chars().allMatch(c -> c <= HIGHEST)
                ? Optional.of(HexFormat.of().formatHex(octets.getBytes(StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }
}
