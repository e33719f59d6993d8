package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.ContactDoor.Started;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoActions;
import io.vestnik.platform.promo.PromoActions.Kept;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** The codes of promo actions, and what came in for them. */
@RestController
@RequestMapping("/api/v1/promo/actions/{id}")
@Tag(name = "Promo codes")
class PromoCodeDoor {
    private static final int LONGEST = 100;

    private final PromoActions actions;
    private final Files files;
    private final Refusals refusals;

    PromoCodeDoor(PromoActions actions, Files files, Refusals refusals) {
        this.actions = actions;
        this.files = files;
        this.refusals = refusals;
    }

    /** A page of codes; {@code next} asks for what follows, and is absent on the last one. */
    record CodeList(List<CodeLine> items, @Nullable String next) {}

    /**
     * A code that was given, or may be.
     *
     * @param state free (loaded, nobody's yet), issued, redeemed or void
     * @param phone whose it is; absent where it is nobody's, or the person was erased
     * @param until the moment from which it is good no more
     */
    record CodeLine(
            String code,
            String state,
            @Nullable String phone,
            @JsonProperty("issued_at") @Nullable Instant issuedAt,
            @Nullable Instant until) {}

    /** A page of redemptions; {@code next} asks for what follows, and is absent on the last one. */
    record RedemptionList(
            List<RedemptionLine> items, @Nullable String next) {}

    /**
     * A redemption.
     *
     * @param amount of the purchase
     * @param returnedAt when it was taken back
     */
    record RedemptionLine(
            String code,
            String cashier,
            String amount,
            @JsonProperty("redeemed_at") Instant redeemedAt,
            @JsonProperty("returned_at") @Nullable Instant returnedAt,
            @Nullable String reason) {}

    /** A stored table whose first column has codes. */
    record CodeLoadRequest(@Nullable String file) {}

    @GetMapping("/codes")
    @PreAuthorize("hasAuthority('promo:view')")
    @Operation(summary = "List the codes of an action, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeList.class)))
    ResponseEntity<Object> codes(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Optional<Kept> action = find(who, id);
        if (action.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, value -> value).isPresent(), limit, Pages.MOST, errors);
        if (search.length() > LONGEST || search.indexOf(0) >= 0) {
            errors.add(new FieldError("/search", "bad_value", null));
        }
        if (state != null && !actions.states().contains(state)) {
            errors.add(new FieldError("/state", "unknown", String.join(", ", actions.states())));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        return actions.codes(who.account(), action.get().id(), new PromoActions.Which(search, state), cursor, limit)
                .map(page -> ResponseEntity.<Object>ok(codes(page)))
                .orElseGet(refusals::notFound);
    }

    private static CodeList codes(Slice<PromoActions.Code> page) {
        return new CodeList(
                page.items().stream()
                        .map(it -> new CodeLine(
                                it.code(),
                                it.state(),
                                it.phone() == null ? null : "+" + it.phone(),
                                it.issuedAt(),
                                it.until()))
                        .toList(),
                page.next());
    }

    @GetMapping("/redemptions")
    @PreAuthorize("hasAuthority('promo:view')")
    @Operation(summary = "List what was redeemed of an action, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedemptionList.class)))
    ResponseEntity<Object> redemptions(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Optional<Kept> action = find(who, id);
        if (action.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, value -> value).isPresent(), limit, Pages.MOST, errors);
        return errors.isEmpty()
                ? actions.redemptions(who.account(), action.get().id(), cursor, limit)
                        .map(page -> ResponseEntity.<Object>ok(redemptions(page)))
                        .orElseGet(refusals::notFound)
                : refusals.invalid(errors);
    }

    private static RedemptionList redemptions(Slice<PromoActions.Redemption> page) {
        return new RedemptionList(
                page.items().stream()
                        .map(it -> new RedemptionLine(
                                it.code(), it.cashier(), it.amount().toString(), it.at(), it.returnedAt(), it.reason()))
                        .toList(),
                page.next());
    }

    @PostMapping("/codes/loads")
    @PreAuthorize("hasAuthority('promo:edit')")
    @Operation(
            summary = "Load codes from an uploaded table",
            description = "The first column of the first sheet. The job's result counts added, known, bad and full.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> load(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody CodeLoadRequest request) {
        Optional<Kept> action = find(who, id);
        if (action.isEmpty()) {
            return refusals.notFound();
        }
        if (!action.get().outline().source().equals("loaded")) {
            return refusals.with(ProblemType.WRONG_STATE, "state", "made");
        }
        Optional<FileId> file = Ids.read(request.file(), FileId::new)
                .filter(it -> files.find(who.account(), it).isPresent());
        if (file.isEmpty()) {
            return refusals.invalid(List.of(new FieldError("/file", "not_found", null)));
        }
        return actions.load(who, action.get().id(), file.get())
                .map(BulkActDoor::started)
                .orElseGet(refusals::notFound);
    }

    private Optional<Kept> find(Who who, String id) {
        return Ids.read(id, ActionId::new).flatMap(it -> actions.find(who.account(), it));
    }
}
