package io.vestnik.platform.senders.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Paper;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Verdict;
import io.vestnik.platform.senders.domain.AnswerStore.Answer;
import io.vestnik.platform.senders.domain.AnswerStore.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where the people of an account answer for the names of accounts below. */
@Service
public class AnswerDesk {
    /** The most characters beside an answer or a verdict. */
    public static final int LONGEST_WORDS = 500;

    private final AnswerStore store;
    private final Answerers answerers;
    private final PaperDesk papers;
    private final Writing writing;

    AnswerDesk(AnswerStore store, Answerers answerers, PaperDesk papers, Writing writing) {
        this.store = store;
        this.answerers = answerers;
        this.papers = papers;
        this.writing = writing;
    }

    /** What came of an answer or a verdict. */
    public enum Outcome {
        DONE,
        GONE,
        /** Who refuses says why. */
        NO_WORDS,
        TOO_LONG
    }

    /** Whether names of accounts below wait for an answer of this one. */
    public boolean answers(AccountId account) {
        return !store.answering(Set.of(account)).isEmpty();
    }

    /** Which account above answers instead, whatever this one wants. */
    public Optional<AccountId> above(AccountId account) {
        return answerers.of(account);
    }

    /** Lets names that are asked for from now on wait for an answer, or be approved at once. */
    public void answers(Who who, boolean wanted) {
        writing.transactions().call(() -> {
            store.answer(who.account(), wanted);
            writing.aftermath()
                    .audit()
                    .record(who, "sender.answering", "account " + who.account(), Map.of("on", wanted));
            return wanted;
        });
    }

    public Slice<Sender> list(AccountId answerer, Listing listing, @Nullable String after, int limit) {
        return store.list(answerer, listing, after, limit);
    }

    public Optional<Sender> find(AccountId answerer, long id) {
        return store.find(answerer, id);
    }

    /** Of a name for which the account answers; nothing of any other. */
    public List<Paper> papers(AccountId answerer, long id) {
        return find(answerer, id).map(it -> papers.of(it.account(), id)).orElseGet(List::of);
    }

    /** Where the content of a paper about such a name lies. */
    public Optional<PaperDesk.Content> content(AccountId answerer, long id, long paper) {
        return find(answerer, id).flatMap(it -> papers.content(it.account(), id, paper));
    }

    /**
     * Gives a name its answer, or takes it back.
     *
     * @param state approved, refused or, to take an answer back, requested
     */
    public Outcome answer(Who who, long id, SenderState state, String words) {
        Outcome said = check(state == SenderState.REFUSED, words);
        if (said != Outcome.DONE) {
            return said;
        }
        return writing.transactions().call(() -> {
            Answer answer = new Answer(state, words, who.name());
            if (!store.answer(who.account(), id, answer, writing.clock().instant())) {
                return Outcome.GONE;
            }
            Sender sender = store.find(who.account(), id).orElseThrow();
            writing.aftermath().done(who, "answered", sender, Map.of("state", state.code(), "answer", words));
            writing.aftermath().answered(sender);
            return Outcome.DONE;
        });
    }

    /** Gives a paper its verdict, or takes it back. */
    public Outcome judge(Who who, long id, long paper, Verdict verdict, String words) {
        Outcome said = check(verdict == Verdict.REFUSED, words);
        if (said != Outcome.DONE) {
            return said;
        }
        Optional<Sender> sender = find(who.account(), id);
        return sender.isPresent() && papers.judge(who, sender.get(), paper, verdict, words)
                ? Outcome.DONE
                : Outcome.GONE;
    }

    private static Outcome check(boolean refused, String words) {
        if (words.length() > LONGEST_WORDS) {
            return Outcome.TOO_LONG;
        }
        return refused && words.isBlank() ? Outcome.NO_WORDS : Outcome.DONE;
    }
}
