package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.platform.tariffs.Tariffs.Zone;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a part costs the account. */
@RestController
@Tag(name = "Balance")
class PriceDoor {
    private final Tariffs tariffs;
    private final Accounts accounts;

    PriceDoor(Tariffs tariffs, Accounts accounts) {
        this.tariffs = tariffs;
        this.accounts = accounts;
    }

    /**
     * A direction.
     *
     * @param code a network such as 25001, a country by its mobile code such as 250, or * for all others
     * @param label in the seller's words; may be empty
     * @param prices of one part, by the type of message; what is not sold there is left out
     */
    record PriceView(String code, String label, Map<String, String> prices) {}

    /** The price list; {@code currency} in ISO 4217 letters. */
    record PriceList(String currency, List<PriceView> items) {}

    @GetMapping("/api/v1/prices")
    @PreAuthorize("hasAuthority('tariffs:view')")
    @Operation(
            summary = "Ask what a part costs the account",
            description = "By direction; a network that has no line goes by its country's, or by that of all others.")
    PriceList prices(@AuthenticationPrincipal Who who) {
        return new PriceList(
                accounts.get(who.account()).currency(),
                tariffs.zones(who.account()).stream().map(PriceDoor::view).toList());
    }

    private static PriceView view(Zone zone) {
        Map<String, String> prices = new TreeMap<>();
        zone.prices().forEach((type, price) -> prices.put(type.code(), price.toString()));
        return new PriceView(zone.code(), zone.label(), prices);
    }
}
