package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageDoor.MessageRequest;
import io.vestnik.platform.api.MessageReading.Read;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Estimates;
import io.vestnik.platform.pipeline.Estimates.Estimate;
import io.vestnik.platform.pipeline.Estimates.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells what messages would cost. */
@RestController
@Tag(name = "Messages")
class EstimateDoor {
    private final LetterReader reader;
    private final Estimates estimates;
    private final Refusals refusals;

    EstimateDoor(LetterReader reader, Estimates estimates, Refusals refusals) {
        this.reader = reader;
        this.estimates = estimates;
        this.refusals = refusals;
    }

    /** What one message would cost, or why it would not be taken. */
    record EstimateItem(
            @Nullable Integer parts,
            @Nullable String price,
            @Nullable FieldError error) {}

    /**
     * What messages would cost.
     *
     * @param items in the order given
     * @param messages how many would be taken
     * @param parts of all of them
     * @param price of all of them
     * @param enoughMoney whether there is the money for all of them now
     */
    record EstimateView(
            List<EstimateItem> items,
            long messages,
            long parts,
            String price,
            @JsonProperty("enough_money") boolean enoughMoney) {}

    @PostMapping("/api/v1/messages/estimate")
    @PreAuthorize("hasAuthority('messages:send')")
    @Operation(
            summary = "Ask what a message, or many, would cost",
            description = "By the rules by which they would be taken at this moment. Nothing is stored, held or sent.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EstimateView.class)))
    ResponseEntity<Object> estimate(@AuthenticationPrincipal Who who, @RequestBody MessageRequest request) {
        List<@Nullable MessageRequest> many = request.messages();
        if (many != null && (many.isEmpty() || many.size() > MessageDoor.MOST)) {
            return refusals.invalid(List.of(new FieldError("/messages", "out_of_range", "1 to " + MessageDoor.MOST)));
        }
        String at = many == null ? "" : "/messages";
        List<Read> read = many == null ? List.of(reader.one(who, request)) : reader.many(who, many, at);
        Estimate estimate = estimates.estimate(
                who.account(),
                MessageDoor.taken(read).stream().map(Shortening::example).toList());
        return ResponseEntity.ok(view(read, estimate, at));
    }

    private static EstimateView view(List<Read> read, Estimate estimate, String at) {
        Iterator<Verdict> verdicts = estimate.verdicts().iterator();
        List<EstimateItem> items = new ArrayList<>(read.size());
        Money price = Money.ZERO;
        long messages = 0;
        long parts = 0;
        for (int i = 0; i < read.size(); i++) {
            String pointer = at.isEmpty() ? "" : at + "/" + i;
            switch (read.get(i)) {
                case Read.Wrong(List<FieldError> errors) -> items.add(new EstimateItem(null, null, errors.getFirst()));
                case Read.Message _ -> {
                    switch (verdicts.next()) {
                        case Verdict.Refused(Acceptance.Reason reason) ->
                            items.add(new EstimateItem(null, null, MessageReading.error(reason, pointer)));
                        case Verdict.Priced priced -> {
                            items.add(new EstimateItem(
                                    priced.parts(), priced.price().toString(), null));
                            price = price.plus(priced.price());
                            messages++;
                            parts += priced.parts();
                        }
                    }
                }
            }
        }
        return new EstimateView(items, messages, parts, price.toString(), estimate.affordable());
    }
}
