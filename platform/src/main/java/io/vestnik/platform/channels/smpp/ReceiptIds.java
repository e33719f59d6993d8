package io.vestnik.platform.channels.smpp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the ids of receipts into what the answers said, where a network writes them differently. Unless the route's address says
 * how, or it was learnt before, it learns: it remembers the last answers, and when many receipts for the same recipients fit in
 * one form, that is it. Few would not do: ids that happen to have no letters and no zeros say nothing of either. Safe for many
 * threads.
 */
final class ReceiptIds {
    private static final Logger log = LoggerFactory.getLogger(ReceiptIds.class);
    private static final int REMEMBERED = 60_000;
    private static final int ENOUGH = 64;
    private static final int DECIMAL = 10;
    private static final int HEX = 16;

    private final String route;
    private final Consumer<IdForm> learnt;
    private final Map<String, Answered> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final List<IdForm.Seen> seen = new ArrayList<>();
    private volatile @Nullable IdForm form;

    private record Answered(String id, String recipient) {}

    /**
     * With a form that is known, or none: then it learns.
     *
     * @param learnt hears of the form once it is learnt, on a session's thread
     */
    ReceiptIds(String route, @Nullable IdForm form, Consumer<IdForm> learnt) {
        this.route = route;
        this.form = form;
        this.learnt = learnt;
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
        return known != null ? known.inAnswer(id) : remembered(id, recipient);
    }

    private String remembered(String id, @Nullable String recipient) {
        synchronized (answers) {
            String found = found(asText(id), id, recipient);
            if (found == null) {
                found = found("hex " + IdForm.converted(id, DECIMAL, DECIMAL), id, recipient);
            }
            if (found == null) {
                found = found("decimal " + IdForm.converted(id, HEX, DECIMAL), id, recipient);
            }
            return found == null ? id : found;
        }
    }

    private @Nullable String found(String key, String id, @Nullable String recipient) {
        Answered answered = answers.get(key);
        if (answered == null || (recipient != null && !answered.recipient().equals(recipient))) {
            return null;
        }
        learn(new IdForm.Seen(id, answered.id()));
        return answered.id();
    }

    private void learn(IdForm.Seen pair) {
        if (form != null) {
            return;
        }
        seen.add(pair);
        if (seen.size() < ENOUGH) {
            return;
        }
        Optional<IdForm> fitting = IdForm.fitting(seen);
        seen.clear();
        if (fitting.isEmpty()) {
            return; // no form that can be told in a word: the last answers stay remembered
        }
        IdForm found = fitting.get();
        form = found;
        answers.clear();
        learnt.accept(found);
        if (!found.equals(IdForm.SAME)) {
            log.info("Route {}: its receipts write ids otherwise than its answers: ids={}", route, found.word());
        }
    }

    private static String asText(String id) {
        return "text " + IdForm.withoutZeros(id).toLowerCase(Locale.ROOT);
    }
}
