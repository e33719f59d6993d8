package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.LoginsBelow;
import io.vestnik.platform.billing.AccountMovements;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Question;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Sums;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How much each account right below has sent, spent and been given in some days; today where none are named. */
@Component
class SubClientFigures {
    private final SubClients subs;
    private final LoginsBelow logins;
    private final Statistics statistics;
    private final AccountMovements movements;
    private final Clock clock;

    SubClientFigures(
            SubClients subs, LoginsBelow logins, Statistics statistics, AccountMovements movements, Clock clock) {
        this.subs = subs;
        this.logins = logins;
        this.statistics = statistics;
        this.movements = movements;
        this.clock = clock;
    }

    /**
     * A line for each of them.
     *
     * @param zone whose today it is
     * @param detailed whether lines tell more of the account
     */
    Answer answer(Client client, ZoneId zone, Params params, boolean detailed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Optional<LocalDate> start = params.has("start") ? Moments.day(params.get("start")) : Optional.of(today);
        Optional<LocalDate> end = params.has("end") ? Moments.day(params.get("end")) : Optional.of(today);
        if (start.isEmpty() || end.isEmpty() || end.get().isBefore(start.get())) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        String user = params.has("user") ? params.get("user") : params.get("user_id");
        List<Account> asked = user.isEmpty()
                ? subs.all(client.account())
                : subs.find(client.account(), user).stream().toList();
        List<Account> told = asked.stream()
                .filter(it -> it.active() || !params.on("hide_deleted"))
                .toList();
        if (told.isEmpty()) {
            return new Answer.Refused(user.isEmpty() ? Fault.NOT_FOUND : UsersScript.NO_SUCH);
        }
        Question question =
                new Question(start.get(), end.get(), Grouping.ACCOUNT, new Question.Everybody(), Question.Filters.NONE);
        return switch (statistics.ask(client.account(), question)) {
            case Statistics.Refused _ -> new Answer.Refused(Fault.PARAMETERS);
            case Report report -> new Answer.Many(lines(client.account(), told, question, report, detailed));
        };
    }

    private List<Item> lines(AccountId server, List<Account> told, Question question, Report report, boolean detailed) {
        Map<String, Sums> sent = report.lines().stream().collect(Collectors.toMap(Line::key, Line::sums));
        Map<AccountId, Money> given = movements.totals(
                told.stream().map(Account::id).toList(), Operation.TOP_UP, question.from(), question.to());
        Map<AccountId, String> called = logins.logins(server);
        return told.stream()
                .map(account -> {
                    Sums sums = sent.getOrDefault(account.id().toString(), Sums.NONE);
                    Item line = Item.of(
                            "login", SubClients.login(account, called),
                            "sms", sums.messages(),
                            "credit", Amounts.of(sums.charged()),
                            "debit", Amounts.of(given.getOrDefault(account.id(), Money.ZERO)),
                            "currency", BalanceScript.currency(account.currency()));
                    return detailed
                            ? line.with("id", account.id().value())
                                    .with("name", account.name())
                                    .with("blocked", account.active() ? 0 : 1)
                            : line;
                })
                .toList();
    }
}
