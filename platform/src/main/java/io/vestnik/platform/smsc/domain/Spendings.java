package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.billing.AccountMovements;
import io.vestnik.platform.billing.MovementFilter;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How much an account has sent, spent and been given in some days, and accounts below it; today where none are named. */
@Component
class Spendings {
    private final Statistics statistics;
    private final AccountMovements movements;
    private final Accounts accounts;
    private final Clock clock;

    Spendings(Statistics statistics, AccountMovements movements, Accounts accounts, Clock clock) {
        this.statistics = statistics;
        this.movements = movements;
        this.accounts = accounts;
        this.clock = clock;
    }

    Answer answer(Client client, Params params) {
        Account account = accounts.get(client.account());
        LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
        Optional<LocalDate> start = params.has("start") ? Moments.day(params.get("start")) : Optional.of(today);
        Optional<LocalDate> end = params.has("end") ? Moments.day(params.get("end")) : Optional.of(today);
        if (start.isEmpty() || end.isEmpty() || end.get().isBefore(start.get())) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!client.who().may("billing:view")) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        return switch (statistics.ask(account.id(), Question.of(start.get(), end.get(), Grouping.DAY))) {
            case Statistics.Refused _ -> new Answer.Refused(Fault.PARAMETERS);
            case Report report -> {
                List<Item> items = new ArrayList<>();
                items.add(line(
                                account.name(),
                                report.total(),
                                Amounts.of(report.total().charged()))
                        .with("debit", Amounts.of(given(account, start.get(), end.get())))
                        .with("currency", BalanceScript.currency(account.currency())));
                if (client.who().may("statistics:below")) {
                    items.addAll(below(account, start.get(), end.get()));
                }
                yield new Answer.Many(items);
            }
        };
    }

    private static Item line(String login, Sums sums, String charged) {
        return Item.of("login", login, "sms", sums.messages(), "credit", charged);
    }

    /** What accounts below sent; what they were given is told to {@code users.php}. */
    private List<Item> below(Account account, LocalDate start, LocalDate end) {
        Question everybody =
                new Question(start, end, Grouping.ACCOUNT, new Question.Everybody(), Question.Filters.NONE);
        return switch (statistics.ask(account.id(), everybody)) {
            case Statistics.Refused _ -> List.of();
            case Report report ->
                report.lines().stream()
                        .filter(line -> !line.key().equals(account.id().toString()))
                        .map(line -> below(report, line))
                        .toList();
        };
    }

    private Item below(Report report, Line line) {
        Account account = accounts.get(new AccountId(Long.parseLong(line.key())));
        return line(
                        account.name(),
                        line.sums(),
                        report.currency() == null ? "" : Amounts.of(line.sums().charged()))
                .with("debit", "")
                .with("currency", BalanceScript.currency(account.currency()));
    }

    private Money given(Account account, LocalDate start, LocalDate end) {
        return movements
                .totals(account.id(), new MovementFilter(start, end, Operation.TOP_UP))
                .getOrDefault(Operation.TOP_UP, Money.ZERO);
    }
}
