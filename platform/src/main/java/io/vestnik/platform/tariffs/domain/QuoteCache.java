package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.tariffs.Tariffs.Quote;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Quotes that were worked out already, found without allocating: a campaign asks for the same few a million times. */
final class QuoteCache {
    private final Map<AccountId, Map<String, Map<TrafficType, Optional<Quote>>>> quotes = new ConcurrentHashMap<>();

    Optional<Quote> get(AccountId account, String mccMnc, TrafficType type, Source source) {
        Map<String, Map<TrafficType, Optional<Quote>>> own = quotes.get(account);
        if (own == null) {
            own = quotes.computeIfAbsent(account, _ -> new ConcurrentHashMap<>());
        }
        Map<TrafficType, Optional<Quote>> byType = own.get(mccMnc);
        if (byType == null) {
            byType = own.computeIfAbsent(mccMnc, _ -> new ConcurrentHashMap<>());
        }
        Optional<Quote> quote = byType.get(type);
        if (quote == null) {
            quote = source.quote(account, mccMnc, type);
            byType.put(type, quote);
        }
        return quote;
    }

    /** Works a quote out. */
    interface Source {
        Optional<Quote> quote(AccountId account, String mccMnc, TrafficType type);
    }
}
