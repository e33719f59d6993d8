package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.AccountWire.AccountView;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.billing.Wallets.Wallet;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.ProblemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
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

/** The accounts right below, and their money. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts below")
class AccountDoor {
    private static final int LONGEST_NOTE = 200;
    private static final String AMOUNT = "\\d{1,9}(\\.\\d{1,2})?";

    private final Wallets wallets;
    private final AccountWire wire;
    private final Refusals refusals;

    AccountDoor(Wallets wallets, AccountWire wire, Refusals refusals) {
        this.wallets = wallets;
        this.wire = wire;
        this.refusals = refusals;
    }

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record AccountPage(List<AccountView> items, @Nullable String next) {}

    /**
     * Money for an account.
     *
     * @param amount as a decimal number with two digits at most, such as 1500.00
     * @param note at most 200 characters
     */
    record MoneyRequest(@Nullable String amount, @Nullable String note) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('billing:topup', 'clients:manage')")
    @Operation(summary = "List the accounts right below, by name")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "A part of the name, or the id") @RequestParam(defaultValue = "") String search,
            @Parameter(description = "Only those that are open (true) or closed (false)")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean active,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> wire.wallet(who, it).isPresent(), limit, Pages.MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Wallets.Wish wish = new Wallets.Wish(search.strip(), active, Wallets.Order.NAME, false);
        Slice<Wallet> page = wallets.below(who.account(), wish, cursor, limit);
        return ResponseEntity.ok(
                new AccountPage(page.items().stream().map(wire::line).toList(), page.next()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('billing:topup', 'clients:manage')")
    @Operation(summary = "Ask for an account right below")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> account(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return wire.wallet(who, id)
                .map(wallet -> wire.now(who, wallet.account().id()))
                .orElseGet(refusals::notFound);
    }

    @PostMapping("/{id}/top-up")
    @PreAuthorize("hasAuthority('billing:topup')")
    @Operation(summary = "Put money on an account right below")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> topUp(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody MoneyRequest request) {
        return moved(
                who,
                id,
                request,
                (account, asked) -> wallets.topUp(who, account, asked.money(), asked.note())
                        ? wire.now(who, account)
                        : refusals.notFound());
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize("hasAuthority('billing:topup')")
    @Operation(
            summary = "Take money back from an account right below",
            description = "Only what it may spend: what is held for messages on their way is not taken.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> withdraw(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody MoneyRequest request) {
        return moved(who, id, request, (account, asked) -> switch (wallets.takeBack(
                who, account, asked.money(), asked.note())) {
            case DONE -> wire.now(who, account);
            case REFUSED -> refusals.notFound();
            case NOT_ENOUGH -> refusals.of(ProblemType.NO_MONEY, "Only what is available can be taken back");
        });
    }

    /** What is asked for, read. */
    private record Asked(Money money, String note) {}

    private ResponseEntity<Object> moved(
            Who who, String id, MoneyRequest request, BiFunction<AccountId, Asked, ResponseEntity<Object>> move) {
        Optional<Wallet> wallet = wire.wallet(who, id);
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
        return errors.isEmpty()
                ? move.apply(wallet.get().account().id(), new Asked(money, note))
                : refusals.invalid(errors);
    }
}
