package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.webhooks.EndpointForm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The request that tells events: as Standard Webhooks 1.0 writes it, or in the compatible form. */
final class Envelope {
    /** A receiver has nothing to say that is longer. */
    private static final int MOST_ANSWER = 64 * 1024;

    private Envelope() {}

    /** One event, or several to an endpoint that takes them together. */
    static OutboundHttp.Request of(Target target, List<Event> events, String url, Instant now) {
        Event first = events.getFirst();
        if (target.form() == EndpointForm.SMSC) {
            return form(url, SmscForm.signed(first, oldest(target, now)));
        }
        StringBuilder text = new StringBuilder(400 * events.size());
        if (target.batch() == 1) {
            event(text, first);
            return signed(target, first.id(), text, url, now);
        }
        batch(text, events, now);
        return signed(target, "bat_" + events.size() + "_" + first.id(), text, url, now);
    }

    /** A request that tells of nothing: to try an endpoint. */
    static OutboundHttp.Request test(Target target, String url, Instant now) {
        if (target.form() == EndpointForm.SMSC) {
            return form(url, SmscForm.test(oldest(target, now), now));
        }
        StringBuilder text = new StringBuilder();
        text.append("{\"type\":\"test\",\"timestamp\":\"").append(now).append("\",\"data\":{}}");
        return signed(target, "test_" + now.toEpochMilli(), text, url, now);
    }

    /** The form has room for one signature: each secret has its day, the oldest first. */
    private static String oldest(Target target, Instant now) {
        return target.signing(now).getLast().text();
    }

    private static OutboundHttp.Request form(String url, String fields) {
        return new OutboundHttp.Request(
                "POST",
                URI.create(url),
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                fields.getBytes(StandardCharsets.UTF_8),
                MOST_ANSWER);
    }

    /** The body of the request for one event, the signature of the compatible form left out. */
    static String body(EndpointForm form, Event event) {
        return switch (form) {
            case STANDARD -> {
                StringBuilder text = new StringBuilder(400);
                event(text, event);
                yield text.toString();
            }
            case SMSC -> SmscForm.fields(event);
        };
    }

    private static OutboundHttp.Request signed(Target target, String id, CharSequence text, String url, Instant now) {
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        long timestamp = now.getEpochSecond();
        String signatures = target.signing(now).stream()
                .map(secret -> secret.sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
        return new OutboundHttp.Request(
                "POST",
                URI.create(url),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signatures),
                body,
                MOST_ANSWER);
    }

    private static void batch(StringBuilder text, List<Event> events, Instant now) {
        text.append("{\"type\":\"batch\",\"timestamp\":\"").append(now).append("\",\"data\":[");
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            event(text, events.get(i));
        }
        text.append("]}");
    }

    /** The event as JSON. */
    static void event(StringBuilder text, Event event) {
        text.append("{\"type\":\"").append(event.type());
        text.append("\",\"timestamp\":\"").append(event.at());
        text.append("\",\"event\":\"").append(event.id());
        if (event.news() != null) {
            text.append("\",\"data\":").append(event.news().data()).append('}');
            return;
        }
        text.append("\",\"data\":{\"id\":\"").append(event.message().value());
        if (event.said() != null) {
            inbound(text, event, event.said());
            return;
        }
        text.append("\",\"state\":\"").append(event.state().code());
        text.append("\",\"recipient\":\"");
        escape(text, event.recipient());
        text.append("\",\"sender\":\"");
        escape(text, event.sender());
        optional(text, "reference", event.reference());
        optional(text, "error", event.error());
        if (event.campaign() != null) {
            text.append("\",\"campaign\":\"").append(event.campaign().value());
        }
        text.append("\",\"price\":\"").append(event.price());
        text.append("\",\"at\":\"").append(event.at());
        text.append("\",\"parts\":").append(event.parts()).append("}}");
    }

    private static void inbound(StringBuilder text, Event event, Event.Said said) {
        text.append("\",\"from\":\"");
        escape(text, event.recipient());
        text.append("\",\"to\":\"");
        escape(text, event.sender());
        text.append("\",\"text\":\"");
        escape(text, said.text());
        optional(text, "keyword", said.keyword().isEmpty() ? null : said.keyword());
        text.append("\",\"at\":\"").append(event.at()).append("\"}}");
    }

    private static void optional(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append("\",\"").append(name).append("\":\"");
            escape(text, value);
        }
    }

    /** RFC 8259 §7. */
    static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                text.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16));
                text.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
    }
}
