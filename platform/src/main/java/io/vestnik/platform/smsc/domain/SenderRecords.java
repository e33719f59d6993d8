package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Paper;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Verdict;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Form;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of an account as {@code senders.php} lists them. */
@Component
class SenderRecords {
    private static final int PAGE = 1_000;
    private static final int MOST = 15_000;

    private final SenderNames names;
    private final SenderPapers papers;
    private final Accounts accounts;

    SenderRecords(SenderNames names, SenderPapers papers, Accounts accounts) {
        this.names = names;
        this.papers = papers;
        this.accounts = accounts;
    }

    /** By its id, or by the whole name. */
    Optional<Sender> find(AccountId account, Params params) {
        return params.has("id")
                ? params.number("id").stream()
                        .boxed()
                        .flatMap(id -> names.find(account, id).stream())
                        .findFirst()
                : names.find(account, params.get("sender"));
    }

    Answer list(AccountId account, Params params) {
        long count = params.has("cnt") ? params.number("cnt").orElse(0) : MOST;
        Optional<LocalDate> from = Moments.day(params.get("from_date"));
        boolean wrong = count < 1
                || count > MOST
                || (params.has("prev_id") && params.number("prev_id").isEmpty())
                || (params.has("from_date") && from.isEmpty());
        if (wrong) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        String cursor =
                params.has("prev_id") ? Long.toString(params.number("prev_id").getAsLong()) : null;
        Stream<Sender> wanted = all(account, cursor).stream()
                .filter(sender -> params.on("all") || sender.state() == SenderState.APPROVED);
        if (from.isPresent()) {
            Instant since =
                    from.get().atStartOfDay(accounts.get(account).zone()).toInstant();
            wanted = wanted.filter(sender -> !changed(sender).isBefore(since))
                    .sorted(Comparator.comparing(SenderRecords::changed).reversed());
        }
        boolean withFiles = params.on("files") && (params.form() == Form.XML || params.form() == Form.JSON);
        Map<Long, List<Paper>> attached = withFiles ? papers.of(account) : Map.of();
        return new Answer.Many(wanted.limit(count)
                .map(sender -> {
                    Item item = Item.of("id", sender.id(), "sender", sender.name());
                    item = params.on("operators") ? item.with("operators", operators(sender)) : item;
                    return withFiles ? item.with("files", files(attached.getOrDefault(sender.id(), List.of()))) : item;
                })
                .toList());
    }

    /** When its state changed last. */
    private static Instant changed(Sender sender) {
        return Objects.requireNonNullElse(sender.answeredAt(), sender.requestedAt());
    }

    /** Those that the account names, by their codes; the state is that of the name. */
    private static List<Item> operators(Sender sender) {
        int status = switch (sender.state()) {
            case REQUESTED, UNCONFIRMED -> Verdict.ON_CHECK.number();
            case REFUSED -> Verdict.REFUSED.number();
            case APPROVED -> Verdict.ADMITTED.number();
        };
        return Stream.concat(
                        sender.terms().registrations().stream().map(it -> it.code()),
                        sender.terms().operators().stream())
                .map(code -> Item.of("operator", code, "status", status))
                .toList();
    }

    private static List<Item> files(List<Paper> papers) {
        return papers.stream()
                .map(paper -> Item.of(
                        "file",
                        paper.name(),
                        "fid",
                        paper.id(),
                        "fstatus",
                        paper.verdict().number(),
                        "fcomment",
                        paper.comment()))
                .toList();
    }

    /** An account has two hundred at most. */
    private List<Sender> all(AccountId account, @Nullable String from) {
        List<Sender> all = new ArrayList<>();
        String cursor = from;
        do {
            Slice<Sender> page = names.list(account, "", cursor, PAGE);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
