package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links.Marked;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.links.MessageLinks.Letter;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Estimates;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smsc.domain.Composing.Composed.Letters;
import io.vestnik.platform.smsc.domain.RequestStore.Digest;
import io.vestnik.platform.smsc.domain.RequestStore.Request;
import io.vestnik.platform.smsc.domain.SentStore.Sent;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Outages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers messages to the path; under which id their program knows them is kept first. */
@Component
class Posting {
    private static final int PATIENCE_SECONDS = 30;
    /** How long a request is the same where nobody knows what came of it. */
    private static final Duration UNKNOWN = Duration.ofMinutes(10);

    private final Pipeline pipeline;
    private final Estimates estimates;
    private final SentBook book;
    private final MessageLinks own;

    Posting(Pipeline pipeline, Estimates estimates, SentBook book, MessageLinks own) {
        this.pipeline = pipeline;
        this.estimates = estimates;
        this.book = book;
        this.own = own;
    }

    /** An id for a request that brings none. */
    String newId(AccountId account) {
        return book.newId(account);
    }

    /** What they would cost. */
    List<Outcome> judge(AccountId account, List<Target> people, Letters letters) {
        List<NewMessage> messages = letters.links().isEmpty() ? letters.messages() : examples(letters);
        List<Estimates.Verdict> verdicts = estimates.estimate(account, messages).verdicts();
        return IntStream.range(0, people.size())
                .mapToObj(i -> switch (verdicts.get(i)) {
                    case Estimates.Verdict.Priced priced ->
                        Outcome.taken(people.get(i), priced.parts(), priced.price());
                    case Estimates.Verdict.Refused(Acceptance.Reason reason) ->
                        Outcome.refused(people.get(i), Refusal.of(reason));
                })
                .toList();
    }

    private static List<NewMessage> examples(Letters letters) {
        return IntStream.range(0, letters.messages().size())
                .mapToObj(i -> letters.messages()
                        .get(i)
                        .with(LinkMarks.example(letters.links().get(i).text())))
                .toList();
    }

    /**
     * What a request is known by.
     *
     * @param id by which its program knows its messages
     * @param same all that makes it the same; empty where it may come again at once
     */
    record Asked(String id, String same) {}

    /** What is to be offered to whom. */
    private record Offer(AccountId account, List<Target> people, Letters letters, Asked asked) {
        List<Sent> under(List<MessageId> ids) {
            return IntStream.range(0, people.size())
                    .mapToObj(i -> new Sent(
                            account,
                            asked.id(),
                            people.get(i).digits(),
                            ids.get(i),
                            people.get(i).entry().comment()))
                    .toList();
        }

        @Nullable
        Request request(List<MessageId> ids, Instant at) {
            return asked.same().isEmpty() ? null : new Request(account, Digest.of(asked.same()), at, ids);
        }
    }

    /**
     * Sends them; an answer means that they are stored.
     *
     * @return empty where that was done within the last minute, by whichever node
     * @throws Unanswered where it is not known within 30 seconds whether they are
     */
    Optional<List<Outcome>> post(AccountId account, List<Target> people, Letters letters, Asked asked) {
        Offer offer = new Offer(account, people, letters, asked);
        List<MessageId> fresh = pipeline.newIds(account, people.size());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Request first = offer.request(fresh, book.now());
        List<MessageId> before = answer(book.keep(offer.under(fresh), first), until);
        if (before.isEmpty()) {
            return offered(offer, new Noted(fresh, first, false), until);
        }
        if (before.size() != fresh.size() || !pipeline.accepted(account, before).isEmpty()) {
            return Optional.empty();
        }
        // It came to nothing, or is still under way elsewhere: under the ids that it has it is stored once. It is known
        // for a minute again.
        Request again = offer.request(before, book.now().plus(RequestStore.MINUTE));
        return answer(book.keep(offer.under(before), again), until).isEmpty()
                ? offered(offer, new Noted(before, again, true), until)
                : Optional.empty(); // yet another one takes it up
    }

    /**
     * Under which ids it is offered.
     *
     * @param request as it is known; none where it may come again at once
     * @param takenUp whether another one may still offer it under the same ids
     */
    private record Noted(List<MessageId> ids, @Nullable Request request, boolean takenUp) {}

    private Optional<List<Outcome>> offered(Offer offer, Noted noted, long until) {
        AccountId account = offer.account();
        List<MessageId> ids = noted.ids();
        List<Acceptance> answers;
        try {
            answers = answer(pipeline.accept(written(account, offer.letters(), ids), ids), until);
        } catch (Unanswered late) {
            // As soon as the store answers again: for as long as the messages may still be stored it is the same
            // request.
            var _ = book.keep(
                    List.of(), offer.request(ids, book.now().plus(UNKNOWN).minus(RequestStore.MINUTE)));
            throw late;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Batcher.Full) {
                cameToNothing(account, noted);
                throw e;
            }
            if (Outages.isOutage(e) || pipeline.accepted(account, ids).isEmpty()) {
                throw e;
            }
            return Optional.empty(); // whoever was asked the same meanwhile was first
        }
        if (answers.stream().allMatch(Acceptance.Refused.class::isInstance) && !cameToNothing(account, noted)) {
            return Optional.empty();
        }
        if (!offer.letters().links().isEmpty()) {
            own.takeBack(account, Acceptance.refused(ids, answers));
        }
        List<Target> people = offer.people();
        return Optional.of(IntStream.range(0, people.size())
                .mapToObj(i -> switch (answers.get(i)) {
                    case Acceptance.Accepted taken -> Outcome.taken(people.get(i), taken.parts(), taken.price());
                    case Acceptance.Refused(Acceptance.Reason reason) ->
                        Outcome.refused(people.get(i), Refusal.of(reason));
                })
                .toList());
    }

    /** Nothing of it was stored by this one, so that the same is a first request again; false where another one stored it meanwhile. */
    private boolean cameToNothing(AccountId account, Noted noted) {
        if (noted.takenUp() && !pipeline.accepted(account, noted.ids()).isEmpty()) {
            return false;
        }
        if (noted.request() != null) {
            book.forget(noted.request());
        }
        return true;
    }

    private static <T> T answer(CompletableFuture<T> coming, long until) {
        try {
            return coming.orTimeout(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new Unanswered(e);
            }
            throw e;
        }
    }

    private List<NewMessage> written(AccountId account, Letters letters, List<MessageId> ids) {
        List<Marked> links = letters.links();
        if (links.isEmpty()) {
            return letters.messages();
        }
        List<Letter> marked = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            marked.add(new Letter(ids.get(i), links.get(i)));
        }
        List<String> texts = own.write(account, marked);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> letters.messages().get(i).with(texts.get(i)))
                .toList();
    }
}
