package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Marked;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.links.MessageLinks.Letter;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Estimates;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smsc.domain.SentStore.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Offers messages to the path; under which id their program knows them is kept first. */
@Component
class Posting {
    private static final int PATIENCE_SECONDS = 30;

    private final Pipeline pipeline;
    private final Estimates estimates;
    private final SentBook book;
    private final Links links;
    private final MessageLinks own;

    Posting(Pipeline pipeline, Estimates estimates, SentBook book, Links links, MessageLinks own) {
        this.pipeline = pipeline;
        this.estimates = estimates;
        this.book = book;
        this.links = links;
        this.own = own;
    }

    /** An id for a request that brings none. */
    String newId(AccountId account) {
        return book.newId(account);
    }

    /** What they would cost. */
    List<Outcome> judge(AccountId account, List<Target> people, List<NewMessage> messages) {
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

    /**
     * Sends them; an answer means that they are stored. Empty where an address in a text may not become short.
     *
     * @param shorten whether addresses in the texts become short ones
     */
    Optional<List<Outcome>> post(
            AccountId account, List<Target> people, List<NewMessage> messages, String id, boolean shorten) {
        List<Marked> marked = shorten
                ? messages.stream()
                        .map(message -> links.mark(account, message.text(), true))
                        .toList()
                : List.of();
        if (marked.stream().anyMatch(it -> !it.faults().isEmpty())) {
            return Optional.empty();
        }
        List<MessageId> ids = pipeline.newIds(account, messages.size());
        List<NewMessage> written = marked.isEmpty() ? messages : written(account, messages, ids, marked);
        List<Sent> sent = IntStream.range(0, people.size())
                .mapToObj(i -> new Sent(
                        account,
                        id,
                        people.get(i).digits(),
                        ids.get(i),
                        people.get(i).entry().comment()))
                .toList();
        List<Acceptance> answers = book.keep(sent)
                .thenCompose(_ -> pipeline.accept(written, ids))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return Optional.of(IntStream.range(0, people.size())
                .mapToObj(i -> switch (answers.get(i)) {
                    case Acceptance.Accepted taken -> Outcome.taken(people.get(i), taken.parts(), taken.price());
                    case Acceptance.Refused(Acceptance.Reason reason) ->
                        Outcome.refused(people.get(i), Refusal.of(reason));
                })
                .toList());
    }

    private List<NewMessage> written(
            AccountId account, List<NewMessage> messages, List<MessageId> ids, List<Marked> marked) {
        List<Letter> letters = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            letters.add(new Letter(ids.get(i), marked.get(i)));
        }
        List<String> texts = own.write(account, letters);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> messages.get(i).with(texts.get(i)))
                .toList();
    }
}
