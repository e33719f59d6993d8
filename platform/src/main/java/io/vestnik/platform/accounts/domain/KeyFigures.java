package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much the keys of an account have sent, as of a second ago. */
@Component
public class KeyFigures {

    private final KeyCounts counts;
    private final Accounts accounts;
    private final Clock clock;

    KeyFigures(KeyCounts counts, Accounts accounts, Clock clock) {
        this.counts = counts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Messages of the login of the account's API by present span; a span that is not there has sent none. */
    public Map<Span, Long> ofLogin(AccountId account) {
        return of(account).getOrDefault(KeyCount.ofLogin(account), Map.of());
    }

    /** Messages by key and present span; a key or span that is not there has sent none. */
    public Map<Long, Map<Span, Long>> of(AccountId account) {
        ZonedDateTime now = clock.instant().atZone(accounts.get(account).zone());
        Map<Long, Map<Span, Long>> figures = new HashMap<>();
        for (KeyCount count : counts.of(account)) {
            if (count.span().start(now).toInstant().equals(count.since())) {
                figures.computeIfAbsent(count.key(), _ -> new EnumMap<>(Span.class))
                        .put(count.span(), count.messages());
            }
        }
        return figures;
    }
}
