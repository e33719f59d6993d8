package io.vestnik.platform.promo.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.PromoCodes.Addressed;
import io.vestnik.platform.promo.PromoMarks;
import io.vestnik.platform.promo.domain.LetterStore.Letter;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        /** What these people read; none where a placeholder of the text is gone. */
        @Nullable
        Function<Letter, String> of(Action action, boolean joins, Set<String> phones) {
            Terms terms = action.terms();
            String text = joins
                    ? terms.joining().text()
                    : terms.reminding() == null ? "" : terms.reminding().text();
            return switch (texts.read(action.account(), own.marked(terms, text))) {
                case Texts.Reading.Refused _ -> null;
                case Texts.Reading.Understood(Template template) -> {
                    Map<String, Recipient> known = contacts.known(action.account(), phones).stream()
                            .collect(Collectors.toMap(Recipient::phone, Function.identity()));
                    yield letter -> {
                        Recipient person = known.get(letter.phone());
                        String written = template.render(person == null ? Map.of() : person.fields());
                        return PromoMarks.fill(written, 1, _ -> Objects.requireNonNull(letter.code()));
                    };
                }
            };
        }
    }

    /** Offers the next; tells how many were due. */
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
        Set<Long> gone = gone(action.account(), due);
        List<Letter> open =
                due.stream().filter(letter -> !gone.contains(letter.id())).toList();
        writing.transactions().apart(() -> {
            letters.sent(action.account(), gone);
            return gone;
        });
        if (open.isEmpty()) {
            return;
        }
        List<Letter> planned = plan(action, open);
        if (planned == null) {
            wait(action, now, "no_codes", List.of());
            return;
        }
        List<NewMessage> messages = messages(action, planned);
        if (messages == null) {
            wait(action, now, "bad_text", planned);
            return;
        }
        settle(action, planned, offer(messages, planned), now);
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

    /** Notes under what each is offered, with which code; none where there are too few codes. */
    private @Nullable List<Letter> plan(Action action, List<Letter> open) {
        List<Letter> fresh = open.stream().filter(it -> it.message() == null).toList();
        List<MessageId> ids = pipeline.newIds(action.account(), fresh.size());
        List<Letter> planned =
                new ArrayList<>(open.stream().filter(it -> it.message() != null).toList());
        return writing.transactions().<@Nullable List<Letter>>apart(() -> {
            List<Addressed> needing = new ArrayList<>();
            for (int i = 0; i < fresh.size(); i++) {
                if (fresh.get(i).code() == null) {
                    needing.add(new Addressed(ids.get(i), fresh.get(i).phone()));
                }
            }
            Map<MessageId, String> given = given(action, needing);
            if (given == null) {
                return null;
            }
            List<Letter> noted = new ArrayList<>();
            for (int i = 0; i < fresh.size(); i++) {
                Letter it = fresh.get(i);
                String code = it.code() == null ? given.get(ids.get(i)) : it.code();
                noted.add(new Letter(
                        it.id(), it.account(), it.action(), it.joins(), it.phone(), code, it.way(), ids.get(i)));
            }
            letters.plan(action.account(), noted);
            planned.addAll(noted);
            return planned;
        });
    }

    private @Nullable Map<MessageId, String> given(Action action, List<Addressed> needing) {
        if (needing.isEmpty()) {
            return Map.of();
        }
        return switch (codes.issue(action.account(), null, List.of(action.id()), needing)) {
            case PromoCodes.Issued.TooFew() -> null;
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
        Function<Letter, String> joining = writing.of(action, true, phones);
        Function<Letter, String> reminding = writing.of(action, false, phones);
        if (joining == null || reminding == null) {
            return null;
        }
        return planned.stream()
                .map(letter -> new NewMessage(
                        action.account(),
                        null,
                        letter.way(),
                        TrafficType.ADVERTISING,
                        action.terms().joining().sender(),
                        letter.phone(),
                        (letter.joins() ? joining : reminding).apply(letter),
                        VALIDITY,
                        Feedback.NONE))
                .toList();
    }

    private List<Acceptance> offer(List<NewMessage> messages, List<Letter> planned) {
        List<MessageId> ids =
                planned.stream().map(it -> Objects.requireNonNull(it.message())).toList();
        try {
            return pipeline.accept(messages, ids).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while letters were offered", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Letters were not taken; they are asked for the next time", e);
        }
    }

    /** Without money all of the action's letters wait; whoever may not be written to is let go, with their code. */
    private void settle(Action action, List<Letter> planned, List<Acceptance> answers, Instant now) {
        Set<Long> sent = new HashSet<>();
        Map<Long, String> refused = new HashMap<>();
        List<Letter> unpaid = new ArrayList<>();
        List<MessageId> back = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            Letter letter = planned.get(i);
            switch (answers.get(i)) {
                case Acceptance.Accepted _ -> sent.add(letter.id());
                case Acceptance.Refused(Acceptance.Reason reason)
                when reason == Acceptance.Reason.NO_MONEY -> unpaid.add(letter);
                case Acceptance.Refused(Acceptance.Reason reason) -> {
                    refused.put(letter.id(), reason.code());
                    if (letter.joins()) {
                        back.add(Objects.requireNonNull(letter.message()));
                    }
                }
            }
        }
        writing.transactions().apart(() -> {
            letters.sent(action.account(), sent);
            letters.refused(action.account(), refused);
            codes.takeBack(action.account(), back);
            if (unpaid.isEmpty()) {
                actions.trouble(action.account(), action.id(), null);
            }
            return sent;
        });
        if (!unpaid.isEmpty()) {
            wait(action, now, "no_money", unpaid);
        }
    }

    private void wait(Action action, Instant now, String trouble, List<Letter> offered) {
        writing.transactions().apart(() -> {
            actions.trouble(action.account(), action.id(), trouble);
            letters.wait(
                    action.account(),
                    action.id(),
                    now.plus(PAUSE),
                    offered.stream().map(Letter::id).toList());
            return trouble;
        });
    }
}
