package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds accounts by what an operator types of their names; names repeat, so each is shown with its number. */
@Component
class Clients {
    private static final int MOST = 20;
    private static final String BETWEEN = " · ";
    private static final Pattern SHOWN = Pattern.compile("(?s).*" + BETWEEN + "([1-9]\\d{0,17})");

    private final Accounts accounts;

    Clients(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Those with these letters in their name, as the field shows them; at most twenty, by name. */
    List<String> like(AccountId operator, String letters) {
        return named(operator, letters)
                .sorted(Comparator.comparing(Account::name))
                .limit(MOST)
                .map(Clients::shown)
                .toList();
    }

    /** The one that is meant: as the field shows it, or by letters that one name alone has. */
    Optional<AccountId> find(AccountId operator, String typed) {
        Matcher shown = SHOWN.matcher(typed);
        if (shown.matches()) {
            return accounts.find(new AccountId(Long.parseLong(shown.group(1)))).map(Account::id);
        }
        List<Account> few = named(operator, typed).limit(2).toList();
        return few.size() == 1 ? Optional.of(few.getFirst().id()) : Optional.empty();
    }

    /** As the field shows an account. */
    String named(AccountId account) {
        return accounts.find(account).map(Clients::shown).orElse("");
    }

    private Stream<Account> named(AccountId operator, String letters) {
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        return accounts.tree(operator).stream()
                .flatMap(id -> accounts.find(id).stream())
                .filter(account -> account.name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static String shown(Account account) {
        return account.name() + BETWEEN + account.id();
    }
}
