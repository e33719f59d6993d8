package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageDesk;
import io.vestnik.platform.pipeline.MessageDesk.Replaced;
import io.vestnik.platform.pipeline.MessageDesk.Replacement;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Recall;
import io.vestnik.platform.smppserver.domain.Lookup.Subject;
import io.vestnik.platform.smppserver.domain.QuestionDesk.Question;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.ReplaceSm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One round of questions: looks everything up, changes all that may be changed in one transaction, and says what came of each. */
@Component
class QuestionRound {
    private final Lookup lookup;
    private final Changing changing;
    private final MessageEnds ends;
    private final ReplaceReading replacing;
    private final Transactions transactions;

    QuestionRound(
            Lookup lookup, Changing changing, MessageEnds ends, ReplaceReading replacing, Transactions transactions) {
        this.lookup = lookup;
        this.changing = changing;
        this.ends = ends;
        this.replacing = replacing;
        this.transactions = transactions;
    }

    /** Who changes what has not left. */
    @Component
    record Changing(MessageDesk desk, Recall recall, GatheredEnds gathered) {}

    /** What an account's programs ask, and what was found. */
    private final class Asked {
        private final AccountId account;
        private final List<Question> questions;
        private final Map<GivenId, Subject> found;
        private final Map<CancelSm, Set<MessageId>> doomed = new HashMap<>();
        private final Map<CancelSm, Long> torn = new HashMap<>();
        private final Map<ReplaceSm, ReplaceReading.Read> wanted = new HashMap<>();
        private Set<MessageId> cancelled = Set.of();
        private Map<MessageId, Replaced> replaced = Map.of();

        Asked(AccountId account, List<Question> questions) {
            this.account = account;
            this.questions = questions;
            this.found = lookup.find(
                    account,
                    questions.stream()
                            .flatMap(one -> id(one.request()).stream())
                            .collect(Collectors.toSet()));
            for (Question one : questions) {
                switch (one.request()) {
                    case CancelSm cancel -> doom(cancel);
                    case ReplaceSm replace -> {
                        MessageView view = single(replace);
                        if (view != null
                                && isFrom(view.sender(), replace.source().digits())) {
                            wanted.put(replace, replacing.read(one.program(), replace, view));
                        }
                    }
                    case Pdu.Request _ -> {}
                }
            }
        }

        /** By its id, or, where there is none, all that wait between the two ends. */
        private void doom(CancelSm cancel) {
            if (cancel.messageId().isEmpty()) {
                doomed.put(cancel, FieldRules.service(cancel) == CommandStatus.ESME_ROK ? between(cancel) : Set.of());
                return;
            }
            Subject subject = subject(cancel);
            if (subject != null && isFrom(subject.sender(), cancel.source().digits())) {
                switch (subject) {
                    case Subject.Accepted(List<MessageView> messages) ->
                        doomed.put(
                                cancel, messages.stream().map(MessageView::id).collect(Collectors.toSet()));
                    case Subject.Joining joining -> torn.put(cancel, joining.gathering());
                }
            }
        }

        private Set<MessageId> between(CancelSm cancel) {
            String recipient = ends.recipient(account, cancel.destination());
            String sender = ends.sender(account, cancel.source());
            return recipient.isEmpty() ? Set.of() : Set.copyOf(changing.desk().unsent(account, sender, recipient));
        }

        boolean changes() {
            return !doomed.isEmpty() || !torn.isEmpty() || !wanted.isEmpty();
        }

        void change() {
            List<MessageId> all =
                    doomed.values().stream().flatMap(Set::stream).distinct().toList();
            Set<MessageId> taken = new HashSet<>();
            for (int from = 0; from < all.size(); from += Recall.MOST_AT_ONCE) {
                taken.addAll(changing.recall()
                        .recall(account, all.subList(from, Math.min(all.size(), from + Recall.MOST_AT_ONCE))));
            }
            cancelled = taken;
            List<Replacement> replacements = new ArrayList<>();
            for (ReplaceReading.Read read : wanted.values()) {
                if (read instanceof ReplaceReading.Read.Wanted(Replacement replacement)) {
                    replacements.add(replacement);
                }
            }
            replaced = changing.desk().replace(account, replacements);
        }

        Pdu.Response answer(Question question, Set<Long> givenUp) {
            return switch (question.request()) {
                case QuerySm query -> QueryAnswers.answer(query, subject(query));
                case CancelSm cancel -> cancel.refusal(status(cancel, givenUp));
                case ReplaceSm replace -> replace.refusal(status(replace));
                case Pdu.Request other -> other.refusal(CommandStatus.ESME_RINVCMDID);
            };
        }

        private int status(CancelSm cancel, Set<Long> givenUp) {
            if (cancel.messageId().isEmpty() && FieldRules.service(cancel) != CommandStatus.ESME_ROK) {
                return FieldRules.service(cancel);
            }
            if (!cancel.messageId().isEmpty() && subject(cancel) == null) {
                return CommandStatus.ESME_RINVMSGID;
            }
            Long gathering = torn.get(cancel);
            boolean any = doomed.getOrDefault(cancel, Set.of()).stream().anyMatch(cancelled::contains)
                    || (gathering != null && givenUp.contains(gathering));
            return any ? CommandStatus.ESME_ROK : CommandStatus.ESME_RCANCELFAIL;
        }

        private int status(ReplaceSm replace) {
            if (subject(replace) == null) {
                return CommandStatus.ESME_RINVMSGID;
            }
            return switch (wanted.get(replace)) {
                case null -> CommandStatus.ESME_RREPLACEFAIL;
                case ReplaceReading.Read.Refused(int status) -> status;
                case ReplaceReading.Read.Wanted(Replacement replacement) ->
                    switch (replaced.getOrDefault(replacement.message(), Replaced.NOT_WAITING)) {
                        case DONE -> CommandStatus.ESME_ROK;
                        case BAD_TEXT -> CommandStatus.ESME_RINVMSGLEN;
                        case TOO_LATE -> CommandStatus.ESME_RINVEXPIRY;
                        case NOT_WAITING, NO_TEXT, OTHER_SIZE -> CommandStatus.ESME_RREPLACEFAIL;
                    };
            };
        }

        private @Nullable Subject subject(Pdu.Request request) {
            return id(request).map(found::get).orElse(null);
        }

        /** The message that may be replaced; none where the id is that of a part or of many, whose text is not theirs alone. */
        private @Nullable MessageView single(ReplaceSm replace) {
            return id(replace)
                    .filter(GivenId.Whole.class::isInstance)
                    .map(found::get)
                    .flatMap(Subject::single)
                    .orElse(null);
        }
    }

    Map<Question, Pdu.Response> answer(Map<AccountId, List<Question>> byAccount) {
        List<Asked> all = Pool.PAGES.call(() -> byAccount.entrySet().stream()
                .map(one -> new Asked(one.getKey(), one.getValue()))
                .toList());
        Set<Long> givenUp = all.stream().anyMatch(Asked::changes)
                ? transactions.call(Pool.HOT, () -> {
                    all.forEach(Asked::change);
                    return giveUp(all);
                })
                : Set.of();
        Map<Question, Pdu.Response> answers = new HashMap<>();
        all.forEach(one -> one.questions.forEach(question -> answers.put(question, one.answer(question, givenUp))));
        return answers;
    }

    /**
     * Those that are not whole: of all accounts at once and after everything else in the transaction, for it takes a turn at the
     * mailboxes, for which others wait until the commit.
     */
    private Set<Long> giveUp(List<Asked> all) {
        Map<AccountId, Set<Long>> torn = new HashMap<>();
        for (Asked one : all) {
            if (!one.torn.isEmpty()) {
                torn.put(one.account, Set.copyOf(one.torn.values()));
            }
        }
        return torn.isEmpty() ? Set.of() : changing.gathered().cancel(torn);
    }

    /** What is named; empty where it is nothing that could have been given. */
    static Optional<GivenId> id(Pdu.Request request) {
        return GivenId.read(
                switch (request) {
                    case QuerySm query -> query.messageId();
                    case CancelSm cancel -> cancel.messageId();
                    case ReplaceSm replace -> replace.messageId();
                    case Pdu.Request _ -> "";
                });
    }

    /** A program names the sender as it did in the submit, or leaves it to us in both. */
    static boolean isFrom(String sender, String source) {
        return source.isEmpty() || source.equals(sender);
    }
}
