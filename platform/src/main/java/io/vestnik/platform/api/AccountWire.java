package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.billing.Wallets.Wallet;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.SendingRules;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Accounts right below as programs see them. */
@Component
class AccountWire {
    private final AccountsBelow below;
    private final Wallets wallets;
    private final SendingRules rules;
    private final Refusals refusals;

    AccountWire(AccountsBelow below, Wallets wallets, SendingRules rules, Refusals refusals) {
        this.below = below;
        this.wallets = wallets;
        this.rules = rules;
        this.refusals = refusals;
    }

    /**
     * An account that is served by yours.
     *
     * @param kind partner or client
     * @param active false where it is closed
     * @param available what it may spend
     * @param test whether what it sends goes to nobody
     * @param note yours, which the account does not see; absent in lists
     * @param openedAt absent in lists
     * @param invited whether its owner was sent a link to set a password; only in the answer that opened it
     */
    record AccountView(
            String id,
            String name,
            String kind,
            boolean active,
            String currency,

            @JsonProperty("time_zone") String zone,

            String country,
            String available,

            @JsonProperty("test_mode") boolean test,

            @Nullable String note,

            @JsonProperty("opened_at") @Nullable Instant openedAt,

            @Nullable Boolean invited) {}

    Optional<Wallet> wallet(Who who, String id) {
        return Ids.read(id, AccountId::new).flatMap(account -> wallets.find(who.account(), account));
    }

    Optional<Below> find(Who who, String id) {
        return Ids.read(id, AccountId::new).flatMap(account -> below.find(who.account(), account));
    }

    /** How it stands now. */
    ResponseEntity<Object> now(Who who, AccountId account) {
        return below.find(who.account(), account)
                .map(it -> answer(HttpStatus.OK, it, null))
                .orElseGet(refusals::notFound);
    }

    ResponseEntity<Object> answer(HttpStatus status, Below found, @Nullable Boolean invited) {
        Account account = found.account();
        Wallet wallet = wallets.find(parent(account), account.id()).orElseThrow();
        return ResponseEntity.status(status)
                .eTag(tag(found))
                .body(view(new Wallet(account, wallet.available()), found, invited));
    }

    /** A line of a list. */
    AccountView line(Wallet wallet) {
        return view(wallet, null, null);
    }

    /** What people and programs change of it; money comes and goes by itself. */
    String tag(Below found) {
        return ETags.of(found.version() + (isTesting(found.account()) ? " test" : ""));
    }

    private AccountView view(Wallet wallet, @Nullable Below found, @Nullable Boolean invited) {
        Account account = wallet.account();
        return new AccountView(
                account.id().toString(),
                account.name(),
                account.kind().name().toLowerCase(Locale.ROOT),
                account.active(),
                account.currency(),
                account.zone().getId(),
                account.country(),
                wallet.available().toString(),
                isTesting(account),
                found == null ? null : found.note(),
                found == null ? null : found.openedAt(),
                invited);
    }

    boolean isTesting(Account account) {
        return rules.of(account.id()).test();
    }

    private static AccountId parent(Account account) {
        AccountId parent = account.parent();
        if (parent == null) {
            throw new IllegalArgumentException("Nobody serves " + account.id());
        }
        return parent;
    }
}
