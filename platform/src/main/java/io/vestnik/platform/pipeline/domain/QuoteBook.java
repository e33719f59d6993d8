package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Gives prices a number, so that a message carries all levels of its price in one column. */
@Component
class QuoteBook {
    private final AcceptStore store;
    private final Transactions transactions;
    private final Map<Tariffs.Quote, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, Tariffs.Quote> quotes = new ConcurrentHashMap<>();

    QuoteBook(AcceptStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    long numberOf(Tariffs.Quote quote) {
        Long known = numbers.get(quote);
        if (known != null) {
            return known;
        }
        long number = transactions.apart(() -> store.quoteId(quote));
        numbers.put(quote, number);
        quotes.put(number, quote);
        return number;
    }

    Tariffs.Quote quote(long number) {
        return quotes.computeIfAbsent(number, store::quote);
    }
}
