package io.vestnik.platform.smppserver.domain;

import io.vestnik.sms.Received;
import io.vestnik.sms.RouteAlphabet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which values of data_coding are read as what: found out by having each of the 256 read. */
public final class Codings {
    /** Each alphabet reads these two otherwise. */
    private static final byte[] PROBE = {(byte) 0xE4, 0x02};

    private Codings() {}

    /** How octets are read. */
    public enum Kind {
        /** The alphabet that is set for the system id. */
        DEFAULT,
        GSM,
        /** The same, class 0: shown at once and not kept. */
        GSM_FLASH,
        ASCII,
        LATIN_1,
        CYRILLIC,
        HEBREW,
        UCS2,
        /** The same, class 0: shown at once and not kept. */
        UCS2_FLASH,
        /** A text where the octets are ASCII, otherwise for a program on the phone. */
        OCTETS,
        REFUSED
    }

    /** The values of each kind, in order. */
    public static Map<Kind, List<Integer>> all() {
        Map<Kind, List<Integer>> all = new EnumMap<>(Kind.class);
        for (int coding = 0; coding <= 0xFF; coding++) {
            all.computeIfAbsent(kind(coding), _ -> new ArrayList<>()).add(coding);
        }
        return all;
    }

    /** Values as people write them: {@code 0}, {@code 0x10–0x13}. */
    public static String written(List<Integer> values) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < values.size(); ) {
            int to = from;
            while (to + 1 < values.size() && values.get(to + 1) == values.get(to) + 1) {
                to++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(hex(values.get(from)));
            if (to > from) {
                text.append(to == from + 1 ? ", " : "–").append(hex(values.get(to)));
            }
            from = to + 1;
        }
        return text.toString();
    }

    private static String hex(int value) {
        return value < 16 ? Integer.toString(value) : String.format("0x%02X", value);
    }

    private static Kind kind(int coding) {
        return switch (Received.read(PROBE, coding, false, RouteAlphabet.LATIN1)) {
            case Received.Binary _ -> Kind.OCTETS;
            case Received.Malformed _ -> Kind.REFUSED;
            case Received.Text read -> kind(coding, read);
        };
    }

    private static Kind kind(int coding, Received.Text read) {
        // What changes with the alphabet of the system id goes by it.
        boolean alphabet =
                !Received.read(PROBE, coding, false, RouteAlphabet.GSM).equals(read);
        if (alphabet) {
            return Kind.DEFAULT;
        }
        return switch (read.text()) {
            case "\u00E4\u0002" -> Kind.LATIN_1;
            case "\u0444\u0002" -> Kind.CYRILLIC;
            case "\u05D4\u0002" -> Kind.HEBREW;
            case "\uE402" -> read.flash() ? Kind.UCS2_FLASH : Kind.UCS2;
            case "\uFFFD\u0002" -> Kind.ASCII;
            case "\uFFFD$" -> read.flash() ? Kind.GSM_FLASH : Kind.GSM;
            default -> throw new IllegalStateException("An alphabet without a name: data_coding " + coding);
        };
    }
}
