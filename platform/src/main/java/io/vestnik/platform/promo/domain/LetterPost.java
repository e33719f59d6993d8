package io.vestnik.platform.promo.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.PromoCodes.Addressed;
import io.vestnik.platform.promo.PromoMarks;
import io.vestnik.platform.promo.domain.LetterStore.Letter;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Offers letters of actions to the path, some hundreds at a time, each once: under which message a letter goes, and with which code, is
 * noted before it is offered, and what was noted is asked for before it is offered again. One node does this.
 */
@Component
class LetterPost {
    static final int MOST = 500;

    private static final Duration VALIDITY = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final long PATIENCE_SECONDS = 20;

    private final LetterStore letters;
    private final ActionStore actions;
    private final Pipeline pipeline;
    private final PromoCodes codes;
    private final Writing writing;

    LetterPost(LetterStore letters, ActionStore actions, Pipeline pipeline, PromoCodes codes, Writing writing) {
        this.letters = letters;
        this.actions = actions;
        this.pipeline = pipeline;
        this.codes = codes;
        this.writing = writing;
    }

    /** What a letter is written with. */
    @Component
    record Writing(OwnTexts own, Texts texts, Contacts contacts, Transactions transactions, Clock clock) {
        /** What these people read, with marks where links will stand; none where a placeholder of the text is gone, or a link is forbidden. */
        @Nullable
        Function<Letter, Links.Marked> of(Action action, boolean joins, Set<String> phones) {
            Terms terms = action.terms();
            String text = joins
                    ? terms.joining().text()
                    : terms.reminding() == null ? "" : terms.reminding().text();
            Links.Marked marked = own.marked(action.account(), terms, text);
            if (!marked.faults().isEmpty()) {
                return null;
            }
            return switch (texts.read(action.account(), marked.text())) {
                case Texts.Reading.Refused _ -> null;
                case Texts.Reading.Understood(Template template) -> {
                    Map<String, Recipient> known = contacts.known(action.account(), phones).stream()
                            .collect(Collectors.toMap(Recipient::phone, Function.identity()));
                    yield letter -> {
                        Recipient person = known.get(letter.phone());
                        String written = template.render(person == null ? Map.of() : person.fields());
                        String coded = PromoMarks.fill(written, 1, _ -> Objects.requireNonNull(letter.code()));
                        return new Links.Marked(coded, marked.targets(), List.of());
                    };
                }
            };
        }
    }

    /** Offers the next, outside any transaction; tells how many were due. */
    int post() {
        Instant now = writing.clock().instant();
        List<Letter> due = letters.due(now, MOST);
        if (!due.isEmpty()) {
            Letter first = due.getFirst();
            post(actions.find(first.account(), first.action()).orElseThrow(), due, now);
        }
        return due.size();
    }

    private void post(Action action, List<Letter> due, Instant now) {
        List<Letter> open = open(action.account(), due, now);
        if (open.isEmpty()) {
            return;
        }
        List<Letter> planned = plan(action, open);
        Outcome outcome = new Outcome(planned.size() < open.size() ? "no_codes" : null);
        if (!planned.isEmpty()) {
            List<NewMessage> messages = messages(action, planned);
            if (messages == null) {
                planned.forEach(letter -> outcome.wait(letter, "bad_text"));
            } else {
                List<Acceptance> answers = offer(action.account(), messages, planned);
                for (int i = 0; i < planned.size(); i++) {
                    outcome.note(planned.get(i), answers.get(i));
                }
            }
        }
        settle(action, outcome, now);
    }

    /** Those that were not taken yet, and whose code is good still. */
    private List<Letter> open(AccountId account, List<Letter> due, Instant now) {
        Set<Long> done = new HashSet<>(gone(account, due));
        writing.transactions().call(() -> {
            letters.sent(account, Set.copyOf(done));
            return done.addAll(letters.stale(
                    account,
                    due.stream()
                            .map(Letter::id)
                            .filter(id -> !done.contains(id))
                            .toList(),
                    now));
        });
        return due.stream().filter(letter -> !done.contains(letter.id())).toList();
    }

    /** Those that were taken before this node, or the one before it, could note that. */
    private Set<Long> gone(AccountId account, List<Letter> due) {
        Map<MessageId, Long> noted = new HashMap<>();
        due.forEach(letter -> {
            if (letter.message() != null) {
                noted.put(letter.message(), letter.id());
            }
        });
        return noted.isEmpty()
                ? Set.of()
                : pipeline.accepted(account, List.copyOf(noted.keySet())).stream()
                        .map(it -> Objects.requireNonNull(noted.get(it.id())))
                        .collect(Collectors.toSet());
    }

    /** Notes under what each is offered, with which code; where there are too few codes, the last to join are left out. */
    private List<Letter> plan(Action action, List<Letter> open) {
        List<Letter> fresh = open.stream().filter(it -> it.message() == null).toList();
        List<MessageId> ids = pipeline.newIds(action.account(), fresh.size());
        List<Letter> planned =
                new ArrayList<>(open.stream().filter(it -> it.message() != null).toList());
        return writing.transactions().call(() -> {
            List<Addressed> needing = new ArrayList<>();
            for (int i = 0; i < fresh.size(); i++) {
                if (fresh.get(i).code() == null) {
                    needing.add(new Addressed(ids.get(i), fresh.get(i).phone()));
                }
            }
            Map<MessageId, String> given =
                    given(action, needing.stream().limit(action.left()).toList());
            List<Letter> noted = new ArrayList<>();
            for (int i = 0; i < fresh.size(); i++) {
                Letter it = fresh.get(i);
                String code = it.code() == null ? given.get(ids.get(i)) : it.code();
                if (code != null) {
                    noted.add(new Letter(
                            it.id(), it.account(), it.action(), it.joins(), it.phone(), code, it.way(), ids.get(i)));
                }
            }
            letters.plan(action.account(), noted);
            planned.addAll(noted);
            return planned;
        });
    }

    private Map<MessageId, String> given(Action action, List<Addressed> needing) {
        if (needing.isEmpty()) {
            return Map.of();
        }
        return switch (codes.issue(action.account(), null, List.of(action.id()), needing)) {
            case PromoCodes.Issued.TooFew() -> Map.of(); // somebody was quicker: next time fewer are asked for
            case PromoCodes.Issued.Given given -> {
                Map<MessageId, String> byMessage = new HashMap<>();
                for (int i = 0; i < needing.size(); i++) {
                    byMessage.put(needing.get(i).message(), given.code(0, i));
                }
                yield byMessage;
            }
        };
    }

    private @Nullable List<NewMessage> messages(Action action, List<Letter> planned) {
        Set<String> phones = planned.stream().map(Letter::phone).collect(Collectors.toSet());
        Function<Letter, Links.Marked> joining = writing.of(action, true, phones);
        Function<Letter, Links.Marked> reminding = writing.of(action, false, phones);
        if (joining == null || reminding == null) {
            return null;
        }
        Iterator<String> texts = writing.own()
                .linked(
                        action.account(),
                        planned.stream()
                                .map(letter -> new MessageLinks.Letter(
                                        Objects.requireNonNull(letter.message()),
                                        (letter.joins() ? joining : reminding).apply(letter)))
                                .toList())
                .iterator();
        return planned.stream()
                .map(letter -> new NewMessage(
                        action.account(),
                        null,
                        letter.way(),
                        TrafficType.ADVERTISING,
                        action.terms().joining().sender(),
                        letter.phone(),
                        Body.text(texts.next()),
                        VALIDITY,
                        Feedback.NONE,
                        null))
                .toList();
    }

    private List<Acceptance> offer(AccountId account, List<NewMessage> messages, List<Letter> planned) {
        List<MessageId> ids =
                planned.stream().map(it -> Objects.requireNonNull(it.message())).toList();
        try {
            List<Acceptance> answers = pipeline.accept(messages, ids).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            writing.own().takeBack(account, ids, answers);
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while letters were offered", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Letters were not taken; they are asked for the next time", e);
        }
    }

    /** What came of offering letters. Only the person or the text make a refusal final: all else may be settled, so such a letter waits. */
    private static final class Outcome {
        private final Set<Long> sent = new HashSet<>();
        private final Map<Long, String> refused = new HashMap<>();
        private final List<MessageId> back = new ArrayList<>();
        private final List<Long> waiting = new ArrayList<>();
        private @Nullable String trouble;

        Outcome(@Nullable String trouble) {
            this.trouble = trouble;
        }

        void note(Letter letter, Acceptance answer) {
            switch (answer) {
                case Acceptance.Accepted _ -> sent.add(letter.id());
                case Acceptance.Refused(Acceptance.Reason reason) -> refuse(letter, reason);
            }
        }

        private void refuse(Letter letter, Acceptance.Reason reason) {
            switch (reason) {
                case BAD_RECIPIENT, FOREIGN_NUMBER, EMPTY_TEXT, BAD_CHARACTERS, TOO_LONG, STOPPED -> {
                    refused.put(letter.id(), reason.code());
                    if (letter.joins()) {
                        back.add(Objects.requireNonNull(letter.message()));
                    }
                }
                case NO_MONEY, NO_ROUTE, NO_PRICE, SENDER_NOT_ALLOWED, ACCOUNT_CLOSED, OUTSIDE_HOURS ->
                    wait(letter, reason.code());
            }
        }

        void wait(Letter letter, String why) {
            waiting.add(letter.id());
            trouble = trouble == null ? why : trouble;
        }

        boolean stuck() {
            return trouble != null && sent.isEmpty() && refused.isEmpty();
        }
    }

    /** What waits goes behind the others of the action; where nothing can be done all of it rests for a while. */
    private void settle(Action action, Outcome outcome, Instant now) {
        AccountId account = action.account();
        writing.transactions().run(Pool.BACKGROUND, () -> {
            letters.sent(account, outcome.sent);
            letters.refused(account, outcome.refused);
            codes.takeBack(account, outcome.back);
            letters.later(account, outcome.waiting, now);
            actions.trouble(account, action.id(), outcome.trouble);
            if (outcome.stuck()) {
                letters.rest(account, action.id(), now.plus(PAUSE));
            }
        });
    }
}
