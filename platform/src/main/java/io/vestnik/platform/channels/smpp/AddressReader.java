package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.smpp.SmppSettings.Joining;
import io.vestnik.platform.channels.smpp.SmppSettings.Layout;
import io.vestnik.platform.channels.smpp.SmppSettings.Links;
import io.vestnik.platform.channels.smpp.SmppSettings.Login;
import io.vestnik.platform.channels.smpp.SmppSettings.Plan;
import io.vestnik.platform.channels.smpp.SmppSettings.Querying;
import io.vestnik.platform.channels.smpp.SmppSettings.Tls;
import io.vestnik.platform.channels.smpp.SmppSettings.Validity;
import io.vestnik.platform.channels.smpp.SmppSettings.Writing;
import io.vestnik.platform.channels.smpp.Verdicts.Verdict;
import io.vestnik.smpp.Npi;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.Ton;
import io.vestnik.sms.RouteAlphabet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through the address of one route and keeps the first fault it meets. */
final class AddressReader {
    private static final int PLAIN_PORT = 2775;
    private static final int SECURE_PORT = 3550;
    private static final String FORM = "smpp://user:password@host:port";

    /** Read by whoever keeps the route's doubts, not here. */
    private static final Set<String> OF_OTHERS = Set.of("doubt", "doubtWait");

    private final URI uri;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable String fault;

    AddressReader(URI uri) {
        this.uri = uri;
    }

    SmppAddress read() {
        readParameters(uri.getRawQuery());
        Login login = login();
        Tls tls = tls();
        Links links = new Links(
                choice("mode", Map.of("trx", Layout.TRANSCEIVERS, "tx+rx", Layout.PAIRS), Layout.TRANSCEIVERS),
                number("binds", 1, 1, 64),
                number("window", 10, 1, 65_536),
                Duration.ofSeconds(number("enquire", 30, 0, 3_600)),
                Duration.ofSeconds(number("response", 30, 1, 3_600)));
        boolean learns = parameters.getOrDefault("ids", "").equals("learn");
        SmppSettings settings = new SmppSettings(
                login, tls, links, number("tps", 0, 0, 1_000_000), writing(), querying(), verdicts(), ids(), !learns);
        parameters.keySet().removeAll(OF_OTHERS);
        parameters.keySet().forEach(name -> wrong("there is no parameter called " + name));
        return fault == null ? new SmppAddress.Understood(settings) : new SmppAddress.Refused(fault);
    }

    private Login login() {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String credentials = at < 0 ? "" : authority.substring(0, at);
        int colon = credentials.indexOf(':');
        String user = decoded("the user", colon < 0 ? credentials : credentials.substring(0, colon));
        String password = colon < 0 ? "" : decoded("the password", credentials.substring(colon + 1));
        if (user.isEmpty()) {
            wrong("it must name who signs in: " + FORM);
        }
        String systemType = taken("systemType", "");
        fits("the user", user, 64);
        fits("the password", password, 64);
        fits("systemType", systemType, 12);
        String place = authority.substring(at + 1);
        int mark = place.lastIndexOf(':') > place.lastIndexOf(']') ? place.lastIndexOf(':') : -1;
        String host = mark < 0 ? place : place.substring(0, mark);
        if (host.isEmpty()) {
            wrong("the host is missing: " + FORM);
        }
        int port = mark < 0 ? defaultPort() : whole("the port", place.substring(mark + 1), 1, 65_535);
        String path = uri.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            wrong("nothing may stand between the port and the question mark");
        }
        if (uri.getRawFragment() != null) {
            wrong("a # that belongs to the address is written as %23");
        }
        return new Login(host.replaceAll("^\\[|]$", ""), port, user, password, systemType);
    }

    private int defaultPort() {
        return isSecure() ? SECURE_PORT : PLAIN_PORT;
    }

    private boolean isSecure() {
        return SmppAddress.SECURE.equals(uri.getScheme());
    }

    private @Nullable Tls tls() {
        if (!isSecure()) {
            if (isGiven("trust") || isGiven("certificateName")) {
                wrong("trust and certificateName are for addresses under TLS: smpps://…");
            }
            return null;
        }
        String trust = taken("trust", "");
        String name = taken("certificateName", "");
        try {
            return new Tls(trust.isEmpty() ? Trust.usual() : Trust.in(Path.of(trust)), name);
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            wrong("the authorities that trust names cannot be read (" + e + ")");
            return null;
        }
    }

    private Writing writing() {
        RouteAlphabet alphabet = choice(
                "alphabet",
                Map.of("gsm", RouteAlphabet.GSM, "latin1", RouteAlphabet.LATIN1, "ascii", RouteAlphabet.ASCII),
                RouteAlphabet.GSM);
        boolean sourceIsGiven = isGiven("sourceTon") || isGiven("sourceNpi");
        Plan source = new Plan(number("sourceTon", Ton.UNKNOWN, 0, 255), number("sourceNpi", Npi.UNKNOWN, 0, 255));
        Plan destination = new Plan(number("destTon", Ton.INTERNATIONAL, 0, 255), number("destNpi", Npi.ISDN, 0, 255));
        Map<String, Validity> validities = Map.of(
                "0", Validity.NONE,
                "none", Validity.NONE,
                "1", Validity.RELATIVE,
                "relative", Validity.RELATIVE,
                "absolute", Validity.ABSOLUTE);
        return new Writing(
                alphabet,
                sourceIsGiven ? source : null,
                destination,
                choice("validity", validities, Validity.RELATIVE),
                number("registered", RegisteredDelivery.FINAL, 0, 255),
                choice("reference", Map.of("on", true, "off", false), true),
                joining());
    }

    private Joining joining() {
        boolean sar = choice("sar", Map.of("on", true, "off", false), false);
        boolean payload = choice("payload", Map.of("on", true, "off", false), false);
        if (sar && payload) {
            wrong("long texts go either by sar or by payload, not by both");
        }
        if (payload) {
            return Joining.PAYLOAD;
        }
        return sar ? Joining.SAR : Joining.HEADER;
    }

    private Querying querying() {
        boolean asks = choice("query", Map.of("on", true, "off", false), true);
        int most = number("queryTps", 10, 1, 10_000);
        return new Querying(asks ? most : 0, Duration.ofSeconds(number("queryAfter", 900, 1, 604_800)));
    }

    private Verdicts verdicts() {
        Map<Integer, Verdict> own = new HashMap<>();
        for (Verdict verdict : Verdict.values()) {
            String list = taken(verdict.parameter(), "");
            for (String code : list.isEmpty() ? new String[0] : list.split(",", -1)) {
                OptionalInt status = integer(code.strip());
                if (status.isEmpty() || status.getAsInt() <= 0) {
                    wrong(verdict.parameter() + " lists command_status values such as 1025 or 0x401, not " + code);
                } else if (own.put(status.getAsInt(), verdict) != null) {
                    wrong("command_status " + code.strip() + " is named twice");
                }
            }
        }
        return new Verdicts(own);
    }

    private @Nullable IdForm ids() {
        String word = taken("ids", "learn");
        IdForm form = IdForm.of(word).orElse(null);
        if (form == null && !word.equals("learn")) {
            wrong("ids must be one of learn, same, hex, HEX, decimal, lower, upper, zeros, perhaps with a width, not "
                    + word);
        }
        return form;
    }

    private boolean isGiven(String name) {
        return !parameters.getOrDefault(name, "").isEmpty();
    }

    private String taken(String name, String otherwise) {
        String value = parameters.remove(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private int number(String name, int otherwise, int least, int most) {
        return whole(name, taken(name, Integer.toString(otherwise)), least, most);
    }

    private int whole(String name, String value, int least, int most) {
        OptionalInt number = value.startsWith("0x") ? OptionalInt.empty() : integer(value);
        if (number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most) {
            return number.getAsInt();
        }
        wrong(name + " must be a whole number from " + least + " to " + most + ", not " + value);
        return least;
    }

    private <T> T choice(String name, Map<String, T> known, T otherwise) {
        String word = taken(name, "");
        T chosen = word.isEmpty() ? otherwise : known.get(word);
        if (chosen == null) {
            wrong(name + " must be one of "
                    + String.join(", ", known.keySet().stream().sorted().toList()) + ", not " + word);
            return otherwise;
        }
        return chosen;
    }

    private void fits(String name, String value, int most) {
        if (value.length() > most) {
            wrong(name + " is longer than " + most + " characters");
        }
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            wrong(name + " has a character that SMPP cannot carry: it may have English letters, digits and signs");
        }
    }

    private void readParameters(@Nullable String query) {
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (parameters.put(name, equals < 0 ? "" : decoded(name, pair.substring(equals + 1))) != null) {
                wrong(name + " is given twice");
            }
        }
    }

    private String decoded(String name, String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
            // An octet is a character here: only ASCII fits into the fields of SMPP, and fits() refuses the rest.
            text.append((char) (high << 4 | low));
            i += 2;
            if (high < 0 || low < 0) {
                wrong("after a percent sign in " + name + " two hexadecimal digits must follow");
                return "";
            }
        }
        return text.toString();
    }

    private static OptionalInt integer(String text) {
        try {
            return OptionalInt.of(
                    text.startsWith("0x") ? Integer.parseInt(text.substring(2), 16) : Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private void wrong(String words) {
        if (fault == null) {
            fault = words;
        }
    }
}
