package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageDesk;
import io.vestnik.platform.pipeline.MessageDesk.Replaced;
import io.vestnik.platform.pipeline.MessageDesk.Replacement;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Recall;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One round of questions: looks everything up, changes all that may be changed in one transaction, and says what came of each. */
@Component
class QuestionRound {
    private final MessageDesk desk;
    private final Recall recall;
    private final MessageEnds ends;
    private final ReplaceReading replacing;
    private final Transactions transactions;

    QuestionRound(
            MessageDesk desk, Recall recall, MessageEnds ends, ReplaceReading replacing, Transactions transactions) {
        this.desk = desk;
        this.recall = recall;
        this.ends = ends;
        this.replacing = replacing;
        this.transactions = transactions;
    }

    /** What an account's programs ask, and what was found. */
    private final class Asked {
        private final AccountId account;
        private final List<Question> questions;
        private final Map<MessageId, MessageView> found;
        private final Map<CancelSm, Set<MessageId>> doomed = new HashMap<>();
        private final Map<ReplaceSm, ReplaceReading.Read> wanted = new HashMap<>();
        private Set<MessageId> cancelled = Set.of();
        private Map<MessageId, Replaced> replaced = Map.of();

        Asked(AccountId account, List<Question> questions) {
            this.account = account;
            this.questions = questions;
            this.found = desk.find(
                    account,
                    questions.stream()
                            .flatMap(one -> id(one.request()).stream())
                            .toList());
            for (Question one : questions) {
                switch (one.request()) {
                    case CancelSm cancel -> doomed.put(cancel, doomed(cancel));
                    case ReplaceSm replace -> {
                        MessageView view = view(replace);
                        if (view != null && isFrom(view, replace.source().digits())) {
                            wanted.put(replace, replacing.read(one.program(), replace, view));
                        }
                    }
                    case Pdu.Request _ -> {}
                }
            }
        }

        /** By its id, or, where there is none, all that wait between the two ends. */
        private Set<MessageId> doomed(CancelSm cancel) {
            if (cancel.messageId().isEmpty()) {
                String recipient = ends.recipient(account, cancel.destination());
                String sender = ends.sender(account, cancel.source());
                return recipient.isEmpty() ? Set.of() : Set.copyOf(desk.unsent(account, sender, recipient));
            }
            MessageView view = view(cancel);
            return view != null && isFrom(view, cancel.source().digits()) ? Set.of(view.id()) : Set.of();
        }

        void change() {
            Set<MessageId> all = new HashSet<>();
            doomed.values().forEach(all::addAll);
            cancelled = recall.recall(account, all);
            List<Replacement> replacements = new ArrayList<>();
            for (ReplaceReading.Read read : wanted.values()) {
                if (read instanceof ReplaceReading.Read.Wanted(Replacement replacement)) {
                    replacements.add(replacement);
                }
            }
            replaced = desk.replace(account, replacements);
        }

        Pdu.Response answer(Question question) {
            return switch (question.request()) {
                case QuerySm query -> QueryAnswers.answer(query, view(query));
                case CancelSm cancel -> cancel.refusal(status(cancel));
                case ReplaceSm replace -> replace.refusal(status(replace));
                case Pdu.Request other -> other.refusal(CommandStatus.ESME_RINVCMDID);
            };
        }

        private int status(CancelSm cancel) {
            if (!cancel.messageId().isEmpty() && view(cancel) == null) {
                return CommandStatus.ESME_RINVMSGID;
            }
            boolean any = doomed.getOrDefault(cancel, Set.of()).stream().anyMatch(cancelled::contains);
            return any ? CommandStatus.ESME_ROK : CommandStatus.ESME_RCANCELFAIL;
        }

        private int status(ReplaceSm replace) {
            if (view(replace) == null) {
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
                        case NOT_WAITING, OTHER_SIZE -> CommandStatus.ESME_RREPLACEFAIL;
                    };
            };
        }

        private @Nullable MessageView view(Pdu.Request request) {
            List<MessageId> id = id(request);
            return id.isEmpty() ? null : found.get(id.getFirst());
        }
    }

    Map<Question, Pdu.Response> answer(Map<AccountId, List<Question>> byAccount) {
        List<Asked> all = Pool.PAGES.call(() -> byAccount.entrySet().stream()
                .map(one -> new Asked(one.getKey(), one.getValue()))
                .toList());
        if (all.stream().anyMatch(one -> !one.doomed.isEmpty() || !one.wanted.isEmpty())) {
            transactions.run(Pool.HOT, () -> all.forEach(Asked::change));
        }
        Map<Question, Pdu.Response> answers = new HashMap<>();
        all.forEach(one -> one.questions.forEach(question -> answers.put(question, one.answer(question))));
        return answers;
    }

    /** The message that is meant; none where it is no id that could have been given. */
    private static List<MessageId> id(Pdu.Request request) {
        String written = switch (request) {
            case QuerySm query -> query.messageId();
            case CancelSm cancel -> cancel.messageId();
            case ReplaceSm replace -> replace.messageId();
            case Pdu.Request _ -> "";
        };
        return written.matches("[1-9]\\d{0,17}") ? List.of(new MessageId(Long.parseLong(written))) : List.of();
    }

    /** A program names the sender as it did in the submit, or leaves it to us in both. */
    static boolean isFrom(MessageView view, String source) {
        return source.isEmpty() || source.equals(view.sender());
    }
}
