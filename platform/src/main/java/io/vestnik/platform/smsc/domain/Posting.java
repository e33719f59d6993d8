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
import io.vestnik.platform.smsc.domain.SentStore.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Offers messages to the path; under which id their program knows them is kept first. */
@Component
class Posting {
    private static final int PATIENCE_SECONDS = 30;

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
     * Sends them; an answer means that they are stored.
     *
     * @throws Unanswered where it is not known within 30 seconds whether they are
     */
    List<Outcome> post(AccountId account, List<Target> people, Letters letters, String id) {
        List<MessageId> ids = pipeline.newIds(account, people.size());
        List<NewMessage> written = letters.links().isEmpty() ? letters.messages() : written(account, letters, ids);
        List<Sent> sent = IntStream.range(0, people.size())
                .mapToObj(i -> new Sent(
                        account,
                        id,
                        people.get(i).digits(),
                        ids.get(i),
                        people.get(i).entry().comment()))
                .toList();
        List<Acceptance> answers = answers(book.keep(sent).thenCompose(_ -> pipeline.accept(written, ids)));
        if (!letters.links().isEmpty()) {
            own.takeBack(account, Acceptance.refused(ids, answers));
        }
        return IntStream.range(0, people.size())
                .mapToObj(i -> switch (answers.get(i)) {
                    case Acceptance.Accepted taken -> Outcome.taken(people.get(i), taken.parts(), taken.price());
                    case Acceptance.Refused(Acceptance.Reason reason) ->
                        Outcome.refused(people.get(i), Refusal.of(reason));
                })
                .toList();
    }

    private static List<Acceptance> answers(CompletableFuture<List<Acceptance>> coming) {
        try {
            return coming.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new Unanswered(e);
            }
            throw e;
        }
    }

    private List<NewMessage> written(AccountId account, Letters letters, List<MessageId> ids) {
        List<Marked> links = letters.links();
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
