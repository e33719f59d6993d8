package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.domain.AnswerDesk;
import io.vestnik.platform.senders.domain.AnswerStore.Listing;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of accounts below for which an account answers: those that wait, where nothing else is asked for. */
@Component
class AnswerTable {
    static final ListQuery.Sort FIRST_COME = new ListQuery.Sort("requested", false);
    private static final String ALL = "all";
    private static final Set<SenderState> STATES =
            Set.of(SenderState.REQUESTED, SenderState.APPROVED, SenderState.REFUSED);

    private final AnswerDesk desk;
    private final Accounts accounts;
    private final Format format;

    AnswerTable(AnswerDesk desk, Accounts accounts, Format format) {
        this.desk = desk;
        this.accounts = accounts;
        this.format = format;
    }

    /** A name, and what its account is called. */
    record Row(Sender sender, String account) {}

    Filter states() {
        List<Option> options = Stream.of(
                        SenderState.REQUESTED.code(), SenderState.APPROVED.code(), SenderState.REFUSED.code(), ALL)
                .map(code -> new Option(code, format.text("senders.state." + code)))
                .toList();
        return new Filter("state", "senders.state", options);
    }

    Slice<Row> page(Who who, ListQuery query, @Nullable String after, int limit) {
        return desk.list(who.account(), listing(who, query), after, limit).map(this::row);
    }

    Row row(Sender sender) {
        return new Row(sender, name(sender.account()));
    }

    String name(AccountId account) {
        return accounts.get(account).name();
    }

    private Listing listing(Who who, ListQuery query) {
        Optional<String> asked = query.filter("state");
        Set<SenderState> states = asked.filter(ALL::equals).isPresent()
                ? STATES
                : Set.of(STATES.stream()
                        .filter(state -> asked.filter(state.code()::equals).isPresent())
                        .findFirst()
                        .orElse(SenderState.REQUESTED));
        boolean newestFirst = query.sort(FIRST_COME, "requested").descending();
        return new Listing(query.search(), found(who, query.search()), states, newestFirst);
    }

    /** Whoever is looked for by the name of an account finds its names. */
    private List<AccountId> found(Who who, String search) {
        String wanted = search.toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? List.of()
                : accounts.tree(who.account()).stream()
                        .filter(id -> name(id).toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
    }
}
