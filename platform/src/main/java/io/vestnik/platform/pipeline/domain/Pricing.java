package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a number belongs, which route goes there and what it costs. */
@Component
class Pricing {
    private final Numbering numbering;
    private final Tariffs tariffs;
    private final Routes routes;
    private final QuoteBook quotes;
    private final Lanes lanes;

    Pricing(Numbering numbering, Tariffs tariffs, Routes routes, QuoteBook quotes, Lanes lanes) {
        this.numbering = numbering;
        this.tariffs = tariffs;
        this.routes = routes;
        this.quotes = quotes;
        this.lanes = lanes;
    }

    /** What came of asking for a way and a price. */
    sealed interface Outcome {
        record Direction(Origin origin, RouteId route, Tariffs.Quote quote) implements Outcome {}

        record NoPrice() implements Outcome {}

        record NoRoute() implements Outcome {}
    }

    Outcome price(AccountId account, String recipient, TrafficType type) {
        Origin origin = numbering.of(recipient);
        Optional<Tariffs.Quote> quote = tariffs.quote(account, origin.mccMnc(), type);
        if (quote.isEmpty()) {
            return new Outcome.NoPrice();
        }
        Optional<RouteId> route = routes.choose(account, origin.mccMnc(), type);
        if (route.isEmpty()) {
            return new Outcome.NoRoute();
        }
        return rehearses(account)
                ? new Outcome.Direction(origin, Lanes.NOWHERE, free(quote.get()))
                : new Outcome.Direction(origin, route.get(), quote.get());
    }

    Optional<RouteId> route(AccountId account, String mccMnc, TrafficType type) {
        return routes.choose(account, mccMnc, type);
    }

    @Nullable
    String regionOf(String recipient) {
        return numbering.of(recipient).region();
    }

    long numberOf(Tariffs.Quote quote) {
        return quotes.numberOf(quote);
    }

    /** The lane of single messages. */
    int lane(RouteId route, TrafficType type, AccountId account) {
        return lanes.idOf(route, type, account);
    }

    /** The lane of messages of a campaign. */
    int lane(RouteId route, CampaignChunk chunk) {
        return lanes.idOf(route, chunk);
    }

    /** Whether what this account sends is sent to nobody. */
    boolean rehearses(AccountId account) {
        return lanes.rehearses(account);
    }

    /** The same payers, none of whom pays. */
    private static Tariffs.Quote free(Tariffs.Quote quote) {
        return new Tariffs.Quote(quote.levels().stream()
                .map(level -> new Tariffs.Level(level.payer(), level.payee(), Money.ZERO, level.charge(), level.line()))
                .toList());
    }

    static Billing.Charge charge(Tariffs.Quote quote, int parts) {
        return new Billing.Charge(
                quote.levels().stream()
                        .map(level -> new Billing.Payment(
                                level.payer(), level.perPart().times(parts)))
                        .toList(),
                1);
    }
}
