package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.smpp.IdForm.Base;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the ids of receipts into what the answers said, where a network writes them differently. Unless the route's address says
 * how, it learns: it remembers the last answers, and when several receipts for the same recipients fit in one form, that is it.
 * Safe for many threads.
 */
final class ReceiptIds {
    private static final Logger log = LoggerFactory.getLogger(ReceiptIds.class);
    private static final int REMEMBERED = 20_000;
    private static final int ENOUGH = 5;
    private static final int DECIMAL = 10;
    private static final int HEX = 16;

    private final String route;
    private final Map<String, Answered> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered> eldest) {
            return size() > REMEMBERED;
        }
    };
    private volatile @Nullable IdForm form;
    private IdForm candidate = IdForm.SAME;
    private int agreed;

    private record Answered(String id, String recipient) {}

    /** With a form that is known, or none: then it learns. */
    ReceiptIds(String route, @Nullable IdForm form) {
        this.route = route;
        this.form = form;
    }

    /** The network answered with this id. */
    void answered(String id, String recipient) {
        if (form != null || id.isEmpty()) {
            return;
        }
        synchronized (answers) {
            Answered answered = new Answered(id, recipient);
            answers.put(asText(id), answered);
            remember("hex ", IdForm.converted(id, HEX, DECIMAL), answered);
            remember("decimal ", IdForm.converted(id, DECIMAL, DECIMAL), answered);
        }
    }

    private void remember(String base, String number, Answered answered) {
        if (!number.isEmpty()) {
            answers.put(base + number, answered);
        }
    }

    /** The id of a receipt, as the answer wrote it. */
    String inAnswer(String id, @Nullable String recipient) {
        IdForm known = form;
        return known != null ? known.inAnswer(id) : learnt(id, recipient);
    }

    private String learnt(String id, @Nullable String recipient) {
        synchronized (answers) {
            String found = found(asText(id), id, recipient, Base.PLAIN);
            if (found == null) {
                found = found("hex " + IdForm.converted(id, DECIMAL, DECIMAL), id, recipient, Base.HEX);
            }
            if (found == null) {
                found = found("decimal " + IdForm.converted(id, HEX, DECIMAL), id, recipient, Base.DECIMAL);
            }
            return found == null ? id : found;
        }
    }

    private @Nullable String found(String key, String id, @Nullable String recipient, Base base) {
        Answered answered = answers.get(key);
        if (answered == null || (recipient != null && !answered.recipient().equals(recipient))) {
            return null;
        }
        IdForm fitting = answered.id().equals(id) ? IdForm.SAME : IdForm.seenIn(answered.id(), base);
        if (fitting.inAnswer(id).equals(answered.id())) {
            count(fitting);
        }
        return answered.id();
    }

    private void count(IdForm fitting) {
        agreed = fitting.equals(candidate) ? agreed + 1 : 1;
        candidate = fitting;
        if (agreed >= ENOUGH) {
            form = fitting;
            answers.clear();
            if (!fitting.equals(IdForm.SAME)) {
                log.info(
                        "Route {}: its receipts write ids otherwise than its answers; with ids={} in its address this is"
                                + " known from the start",
                        route,
                        fitting.word());
            }
        }
    }

    private static String asText(String id) {
        return "text " + IdForm.withoutZeros(id).toLowerCase(Locale.ROOT);
    }
}
