package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.webhooks.SmscStatus;
import io.vestnik.platform.webhooks.SmscType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The fields of a request in the compatible form: of a state {@code id}, {@code phone}, {@code status}; of what somebody wrote
 * {@code phone}, {@code mes}, {@code to}; signed by MD5 and SHA-1 over these three and the secret, a colon between them.
 */
final class SmscForm {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");
    /** No subscriber of Russia has it. */
    private static final String NOBODY = "70000000000";

    private SmscForm() {}

    /** Whether there are words for the event: for a state, a followed link and what somebody wrote. */
    static boolean tells(Event event) {
        return event.news() == null && (event.mark() == null || tells(event.mark()));
    }

    static boolean tells(MessageMark mark) {
        return mark == MessageMark.CLICKED;
    }

    /** The fields of an event of a message, and its signatures. */
    static String signed(Event event, String secret) {
        return fields(event) + signatures(basis(event), secret);
    }

    /** A state of a message that nobody has sent. */
    static String test(String secret, Instant now) {
        StringBuilder text = new StringBuilder("id=0&phone=" + NOBODY + "&status=" + SmscStatus.DELIVERED);
        time(text, now);
        return text.append(signatures("0:" + NOBODY + ":" + SmscStatus.DELIVERED, secret))
                .toString();
    }

    /** The fields of an event of a message without its signatures. */
    static String fields(Event event) {
        StringBuilder text = new StringBuilder(200);
        text.append("id=").append(encoded(id(event)));
        add(text, "phone", event.recipient());
        if (event.said() != null) {
            add(text, "mes", event.said().text());
            add(text, "to", event.sender());
            time(text, event.at());
            return text.toString();
        }
        add(text, "status", Integer.toString(status(event)));
        time(text, event.at());
        if (event.error() != null) {
            add(text, "err", Integer.toString(SmscStatus.error(event.state(), event.error())));
        }
        add(text, "cnt", Integer.toString(event.parts()));
        add(text, "cost", event.price().toDecimal().stripTrailingZeros().toPlainString());
        add(text, "sender", event.sender());
        String type = Integer.toString(SmscType.of(event.kind()));
        add(text, "type", type);
        add(text, "flag", type);
        return text.toString();
    }

    private static String basis(Event event) {
        return event.said() != null
                ? event.recipient() + ":" + event.said().text() + ":" + event.sender()
                : id(event) + ":" + event.recipient() + ":" + status(event);
    }

    /** The client's own id, if the message had one. */
    private static String id(Event event) {
        return event.reference() == null ? event.message().toString() : event.reference();
    }

    private static int status(Event event) {
        return event.mark() == MessageMark.CLICKED ? SmscStatus.CLICKED : SmscStatus.of(event.state(), event.error());
    }

    private static void time(StringBuilder text, Instant at) {
        add(text, "time", TIME.format(at.atZone(MOSCOW)));
        add(text, "ts", Long.toString(at.getEpochSecond()));
    }

    private static void add(StringBuilder text, String name, String value) {
        text.append('&').append(name).append('=').append(encoded(value));
    }

    private static String signatures(String basis, String secret) {
        String signed = basis + ":" + secret;
        return "&md5=" + digest("MD5", signed) + "&sha1=" + digest("SHA-1", signed);
    }

    /** What the form prescribes: no choice of ours. */
    static String digest(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
