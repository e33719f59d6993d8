package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.billing.Wallets.Wallet;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts right below. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts below")
class AccountDoor {
    private static final int LONGEST_NOTE = 200;
    private static final String AMOUNT = "\\d{1,9}(\\.\\d{1,2})?";

    private final Wallets wallets;
    private final Refusals refusals;

    AccountDoor(Wallets wallets, Refusals refusals) {
        this.wallets = wallets;
        this.refusals = refusals;
    }

    /**
     * An account that is served by yours.
     *
     * @param kind partner, client or sub_client
     * @param available what it may spend
     */
    record AccountView(
            String id,
            String name,
            String kind,
            boolean active,
            String currency,

            @JsonProperty("time_zone") String zone,

            String country,
            String available) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record AccountPage(List<AccountView> items, @Nullable String next) {}

    /**
     * Money for an account.
     *
     * @param amount as a decimal number with two digits at most, such as 1500.00
     * @param note at most 200 characters
     */
    record TopUpRequest(@Nullable String amount, @Nullable String note) {}

    @GetMapping
    @PreAuthorize("hasAuthority('billing:topup')")
    @Operation(summary = "List the accounts right below, by name")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> find(who, it).isPresent(), limit, Pages.MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Wallet> page = wallets.below(who.account(), cursor, limit);
        return ResponseEntity.ok(
                new AccountPage(page.items().stream().map(AccountDoor::view).toList(), page.next()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('billing:topup')")
    @Operation(summary = "Ask for an account right below")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> account(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(wallet -> ResponseEntity.<Object>ok(view(wallet)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping("/{id}/top-up")
    @PreAuthorize("hasAuthority('billing:topup')")
    @Operation(summary = "Put money on an account right below")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> topUp(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody TopUpRequest request) {
        Optional<Wallet> wallet = find(who, id);
        if (wallet.isEmpty()) {
            return refusals.notFound();
        }
        String amount = Objects.requireNonNullElse(request.amount(), "");
        String note = Objects.requireNonNullElse(request.note(), "").strip();
        List<FieldError> errors = new ArrayList<>();
        Money money = amount.matches(AMOUNT) ? Money.of(new BigDecimal(amount)) : Money.ZERO;
        if (money.isZero() || money.compareTo(Wallets.MOST) > 0) {
            errors.add(new FieldError("/amount", "out_of_range", "0.01 to " + Wallets.MOST));
        }
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            errors.add(new FieldError("/note", "too_long", "At most " + LONGEST_NOTE));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        AccountId account = wallet.get().account().id();
        return wallets.topUp(who, account, money, note) ? account(who, id) : refusals.notFound();
    }

    private Optional<Wallet> find(Who who, String id) {
        return Ids.read(id, AccountId::new).flatMap(account -> wallets.find(who.account(), account));
    }

    private static AccountView view(Wallet wallet) {
        Account account = wallet.account();
        return new AccountView(
                account.id().toString(),
                account.name(),
                account.kind().name().toLowerCase(Locale.ROOT),
                account.active(),
                account.currency(),
                account.zone().getId(),
                account.country(),
                wallet.available().toString());
    }
}
