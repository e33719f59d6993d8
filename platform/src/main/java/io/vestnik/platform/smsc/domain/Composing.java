package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Marked;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes messages of what a request says of them. */
@Component
class Composing {
    private static final int MOST_PARTS = 255;

    private final SendingRules rules;
    private final Senders senders;
    private final Accounts accounts;
    private final Links links;
    private final Clock clock;

    Composing(SendingRules rules, Senders senders, Accounts accounts, Links links, Clock clock) {
        this.rules = rules;
        this.senders = senders;
        this.accounts = accounts;
        this.links = links;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Composed {
        /**
         * The messages, in order.
         *
         * @param links of each message, whose text bears their marks; none where no address becomes short
         */
        record Letters(List<NewMessage> messages, List<Marked> links) implements Composed {}

        record Wrong(Fault fault) implements Composed {}
    }

    /** Whether the account only tries its programs out. */
    boolean rehearses(AccountId account) {
        return rules.of(account).test();
    }

    /** How long a message may wait where nothing is said. */
    Duration validity(AccountId account) {
        return rules.of(account).validity();
    }

    /**
     * The messages to these people; none where a time in the request is none or too far ahead, or an address may not become short.
     *
     * @param id by which the program knows them
     */
    Composed compose(Client client, Params params, List<Target> people, String id) {
        SendingTerms terms = rules.of(client.account());
        Instant now = clock.instant();
        Optional<Moments> moments =
                Moments.read(params, accounts.get(client.account()).zone());
        if (moments.isEmpty()) {
            return new Composed.Wrong(Fault.TIME);
        }
        String usual = sender(client.account(), params);
        List<NewMessage> messages = new ArrayList<>(people.size());
        List<Marked> marked = new ArrayList<>(people.size());
        IdentityHashMap<Entry, Marked> texts = new IdentityHashMap<>(); // an entry may have thousands of people
        for (int place = 0; place < people.size(); place++) {
            Target target = people.get(place);
            Optional<Instant> start = moments.get().start(now, target.entry().zone());
            Instant at = start.orElse(now).plus(moments.get().delay(place, people.size()));
            if (start.isEmpty() || at.isAfter(now.plus(NewMessage.FURTHEST))) {
                return new Composed.Wrong(Fault.TIME);
            }
            Marked text = texts.computeIfAbsent(target.entry(), entry -> text(client.account(), entry.text(), params));
            if (!text.faults().isEmpty()) {
                return new Composed.Wrong(Fault.DENIED);
            }
            marked.add(text);
            messages.add(new NewMessage(
                    client.account(),
                    client.who().user(),
                    Way.API,
                    TrafficType.TRANSACTIONAL,
                    Objects.requireNonNullElse(target.entry().sender(), usual),
                    target.digits(),
                    body(target.entry(), text, params),
                    Objects.requireNonNullElse(moments.get().validity(), terms.validity()),
                    Feedback.reference(id),
                    at.isAfter(now) ? at : null));
        }
        return new Composed.Letters(messages, params.on("tinyurl") && !OctetReading.asked(params) ? marked : List.of());
    }

    private static Body body(Entry entry, Marked text, Params params) {
        return entry.octets() == null ? new Body.Text(text.text(), params.on("flash")) : entry.octets();
    }

    /** Marks are as long as the links that take their places, so that a text is cut with them. */
    private Marked text(AccountId account, String written, Params params) {
        String letters = TextForms.letters(written, params.get("translit"));
        Marked marked =
                params.on("tinyurl") ? links.mark(account, letters, true) : new Marked(letters, List.of(), List.of());
        long parts = params.number("maxsms").orElse(0);
        return parts == 0
                ? marked
                : new Marked(
                        TextForms.cut(marked.text(), (int) Math.min(parts, MOST_PARTS)),
                        marked.targets(),
                        marked.faults());
    }

    /** The name that is asked for; the account's own where none is, and where it is to be none, the first that it was given. */
    String sender(AccountId account, Params params) {
        String asked = params.get("sender");
        if (!asked.isEmpty() && !asked.equals(".")) {
            return asked;
        }
        String first = senders.names(account).stream().findFirst().orElse("");
        return params.names("sender")
                ? first
                : Objects.requireNonNullElse(rules.of(account).sender(), first);
    }
}
