package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.AccountsBelow.Change;
import io.vestnik.platform.accounts.AccountsBelow.Changed;
import io.vestnik.platform.accounts.AccountsBelow.Opened;
import io.vestnik.platform.accounts.AccountsBelow.Opening;
import io.vestnik.platform.accounts.AccountsBelow.Owner;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.AccountWire.AccountView;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.pipeline.TestModes;
import io.vestnik.platform.shell.ProblemType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening and keeping accounts right below. */
@RestController
@RequestMapping("/api/v1/accounts")
@PreAuthorize("hasAuthority('clients:manage')")
@Tag(name = "Accounts below")
class AccountBookDoor {
    private final AccountsBelow below;
    private final Accounts accounts;
    private final TestModes modes;
    private final AccountWire wire;
    private final Refusals refusals;

    AccountBookDoor(AccountsBelow below, Accounts accounts, TestModes modes, AccountWire wire, Refusals refusals) {
        this.below = below;
        this.accounts = accounts;
        this.modes = modes;
        this.wire = wire;
        this.refusals = refusals;
    }

    /**
     * An account to be opened.
     *
     * @param name at most 200 characters
     * @param kind client (usual) or partner
     * @param zone usually your own, such as Asia/Omsk
     * @param note for yourself, at most 1,000 characters
     * @param tariff the number of one of your tariffs, with the right to manage them; usually the one that is usual
     */
    record OpenRequest(
            @Nullable String name,
            @Nullable String kind,
            @JsonProperty("time_zone") @Nullable String zone,
            @Nullable String note,
            @Nullable OwnerRequest owner,
            @Nullable String tariff) {}

    /**
     * The first person of an account, who may do everything in it.
     *
     * @param email a link to set a password goes there
     * @param login by which they sign in; usually the e-mail
     */
    record OwnerRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String login) {}

    /**
     * What is to be changed; what is absent stays.
     *
     * @param test whether what it sends goes to nobody: no network is asked, and nothing is charged
     */
    record ChangeRequest(
            @Nullable String name,
            @JsonProperty("time_zone") @Nullable String zone,
            @Nullable String note,
            @JsonProperty("test_mode") @Nullable Boolean test) {}

    @PostMapping
    @Operation(
            summary = "Open an account right below",
            description =
                    "It pays in your currency by the tariff that is chosen or usual below you. Its owner gets a letter with a"
                            + " link to set a password; at most 100 an hour are opened.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> open(@AuthenticationPrincipal Who who, @RequestBody OpenRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<AccountKind> kind = kind(request.kind());
        if (kind.isEmpty()) {
            errors.add(new FieldError("/kind", "unknown", "client or partner"));
        }
        Optional<ZoneId> zone = zone(request.zone(), accounts.get(who.account()).zone());
        if (zone.isEmpty()) {
            errors.add(new FieldError("/time_zone", "unknown", null));
        }
        OwnerRequest owner = request.owner();
        if (owner == null) {
            errors.add(new FieldError("/owner", "empty", null));
        } else if (orEmpty(owner.email()).isBlank()) {
            // A password that is made up is shown to people only: answers are kept for whoever asks again.
            errors.add(new FieldError("/owner/email", "empty", null));
        }
        Optional<Long> tariff = request.tariff() == null ? Optional.of(0L) : Ids.read(request.tariff(), it -> it);
        if (tariff.isEmpty()) {
            errors.add(new FieldError("/tariff", "unknown", null));
        }
        if (kind.isEmpty() || zone.isEmpty() || owner == null || !errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Owner first = new Owner(orEmpty(owner.name()), orEmpty(owner.email()), orEmpty(owner.login()));
        Opening opening = new Opening(
                        kind.get(), orEmpty(request.name()), zone.get(), orEmpty(request.note()), first, null)
                .by(tariff.filter(it -> it > 0).orElse(null));
        return switch (below.open(who, opening)) {
            case Opened.Done done -> wire.answer(HttpStatus.CREATED, done.below(), done.password() == null);
            case Opened.Refused(String field, String code) -> wrong(field, code);
            case Opened.TooMany _ -> refusals.of(ProblemType.TOO_MANY);
            case Opened.TooOften _ -> refusals.with(ProblemType.TOO_OFTEN, "most_an_hour", AccountsBelow.MOST_AN_HOUR);
        };
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change an account right below", description = "What the request does not name stays.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeRequest request) {
        Optional<Below> there = wire.find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        Below seen = there.get();
        if (!ETags.fits(ifMatch, wire.tag(seen))) {
            return refusals.changed(wire.tag(seen));
        }
        Optional<ZoneId> zone = zone(request.zone(), seen.account().zone());
        if (zone.isEmpty()) {
            return wrong("time_zone", "unknown");
        }
        Change change = new Change(
                Objects.requireNonNullElse(request.name(), seen.account().name()),
                zone.get(),
                Objects.requireNonNullElse(request.note(), seen.note()));
        return switch (below.change(who, seen.account().id(), seen.version(), change)) {
            case Changed.Done(Below now) -> {
                Boolean test = request.test();
                if (test != null && test != wire.isTesting(now.account())) {
                    modes.turn(who, now.account().id(), test);
                }
                yield wire.answer(HttpStatus.OK, now, null);
            }
            case Changed.Refused(String field, String code) -> wrong(field, code);
            case Changed.NotFound _ -> refusals.notFound();
            case Changed.Stale(Below current) -> refusals.changed(wire.tag(current));
        };
    }

    @PostMapping("/{id}/close")
    @Operation(
            summary = "Close an account right below",
            description = "Nobody and no program of it, or of those below it, comes in or has a message accepted; what"
                    + " waits to be sent waits on, to the end of its lifetime. Nothing is deleted.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> close(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return turned(
                wire.find(who, id).flatMap(it -> below.close(who, it.account().id())));
    }

    @PostMapping("/{id}/reopen")
    @Operation(summary = "Open a closed account again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    ResponseEntity<Object> reopen(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return turned(
                wire.find(who, id).flatMap(it -> below.reopen(who, it.account().id())));
    }

    private ResponseEntity<Object> turned(Optional<Below> now) {
        return now.map(it -> wire.answer(HttpStatus.OK, it, null)).orElseGet(refusals::notFound);
    }

    private ResponseEntity<Object> wrong(String field, String code) {
        return refusals.invalid(List.of(new FieldError("/" + field, code, null)));
    }

    private static Optional<AccountKind> kind(@Nullable String written) {
        String name = written == null ? AccountKind.CLIENT.name() : written.toUpperCase(Locale.ROOT);
        return Arrays.stream(AccountKind.values())
                .filter(it -> it != AccountKind.OPERATOR && it.name().equals(name))
                .findFirst();
    }

    private static Optional<ZoneId> zone(@Nullable String written, ZoneId otherwise) {
        return written == null
                ? Optional.of(otherwise)
                : Optional.of(written)
                        .filter(ZoneId.getAvailableZoneIds()::contains)
                        .map(ZoneId::of);
    }

    private static String orEmpty(@Nullable String written) {
        return Objects.requireNonNullElse(written, "");
    }
}
