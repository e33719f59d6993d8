package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.promo.Till;
import io.vestnik.platform.promo.Till.Answer;
import io.vestnik.platform.promo.Till.Coupon;
import io.vestnik.platform.shell.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Promo codes at a till that is a program. */
@RestController
@RequestMapping("/api/v1/promo/codes")
@PreAuthorize("hasAuthority('promo:till')")
@Tag(name = "Promo codes")
class CodeDoor {
    private static final int LONGEST_CODE = 40;

    private final Till till;
    private final Refusals refusals;

    CodeDoor(Till till, Refusals refusals) {
        this.till = till;
        this.refusals = refusals;
    }

    /**
     * What is asked of a code.
     *
     * @param amount of the purchase, a decimal number as a string; to redeem
     * @param reason why a redemption is taken back, at most 200 characters
     */
    record CodeRequest(
            @Nullable String code,
            @Nullable String amount,
            @Nullable String reason) {}

    /**
     * A code of the account.
     *
     * @param state good, redeemed or returned
     * @param until from this moment on it is good no more
     */
    record CodeView(
            String state,
            String code,
            String action,
            String name,
            String instruction,
            Instant until,

            @JsonProperty("redeemed_amount") @Nullable String redeemedAmount) {}

    @PostMapping("/check")
    @Operation(summary = "Check a code", description = "Changes nothing.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeView.class)))
    ResponseEntity<Object> check(
            @AuthenticationPrincipal Who who, @RequestBody CodeRequest request, HttpServletRequest from) {
        String code = code(request);
        return code == null ? empty("/code") : answer(till.check(who, from.getRemoteAddr(), code));
    }

    @PostMapping("/redeem")
    @Operation(summary = "Redeem a code", description = "Once: of several requests at the same time one wins.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeView.class)))
    ResponseEntity<Object> redeem(
            @AuthenticationPrincipal Who who, @RequestBody CodeRequest request, HttpServletRequest from) {
        String code = code(request);
        String amount = Objects.requireNonNullElse(request.amount(), "");
        if (code == null || !amount.matches("\\d{1,8}(\\.\\d{1,4})?")) {
            return empty(code == null ? "/code" : "/amount");
        }
        Money sum = Money.of(amount);
        return sum.compareTo(Till.MOST) > 0
                ? refusals.invalid(List.of(new FieldError("/amount", "out_of_range", Till.MOST.toString())))
                : answer(till.redeem(who, from.getRemoteAddr(), code, sum));
    }

    @PostMapping("/return")
    @Operation(summary = "Take a redemption back", description = "Within 24 hours; the code is good again.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeView.class)))
    ResponseEntity<Object> giveBack(
            @AuthenticationPrincipal Who who, @RequestBody CodeRequest request, HttpServletRequest from) {
        String code = code(request);
        String reason = Objects.requireNonNullElse(request.reason(), "");
        if (code == null || !Till.isReason(reason)) {
            return empty(code == null ? "/code" : "/reason");
        }
        return answer(till.giveBack(who, from.getRemoteAddr(), code, reason));
    }

    private static @Nullable String code(CodeRequest request) {
        String code = Objects.requireNonNullElse(request.code(), "").strip();
        return code.isEmpty() || code.length() > LONGEST_CODE ? null : code;
    }

    private ResponseEntity<Object> empty(String pointer) {
        return refusals.invalid(List.of(new FieldError(pointer, "malformed", null)));
    }

    private ResponseEntity<Object> answer(Answer answer) {
        return switch (answer) {
            case Answer.Good(Coupon coupon) -> ResponseEntity.ok(view("good", coupon, null));
            case Answer.Redeemed(Coupon coupon, Money amount) ->
                ResponseEntity.ok(view("redeemed", coupon, amount.toString()));
            case Answer.Returned(Coupon coupon) -> ResponseEntity.ok(view("returned", coupon, null));
            case Answer.Refused(Till.Why why, Coupon coupon) -> refusals.with(problem(why), "name", coupon.name());
            case Answer.Unknown() -> refusals.notFound();
            case Answer.Pause(long seconds) -> {
                ResponseEntity<Object> busy = refusals.of(ProblemType.TOO_MANY_WRONG_CODES);
                yield ResponseEntity.status(busy.getStatusCode())
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                        .body(busy.getBody());
            }
        };
    }

    private static ProblemType problem(Till.Why why) {
        return switch (why) {
            case USED -> ProblemType.CODE_USED;
            case EXPIRED -> ProblemType.CODE_EXPIRED;
            case NOT_YET -> ProblemType.CODE_NOT_YET;
            case NOT_REDEEMED -> ProblemType.CODE_NOT_REDEEMED;
            case TOO_LATE -> ProblemType.CODE_TOO_LATE;
        };
    }

    private static CodeView view(String state, Coupon coupon, @Nullable String amount) {
        return new CodeView(
                state,
                coupon.code(),
                coupon.action().toString(),
                coupon.name(),
                coupon.instruction(),
                coupon.until(),
                amount);
    }
}
