package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.pipeline.InboxFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what people wrote. */
@RestController
@Tag(name = "Inbound")
class InboundDoor {
    private static final int LONGEST = 200;

    private final Inbox inbox;
    private final Refusals refusals;

    InboundDoor(Inbox inbox, Refusals refusals) {
        this.inbox = inbox;
        this.refusals = refusals;
    }

    /**
     * What somebody wrote.
     *
     * @param from who wrote
     * @param to the number that it was written to
     * @param keyword the word by which it was told apart; absent where none did
     * @param wish stop or start, where the text asks for that; what it asks for is done already
     * @param answers the message that it answers; absent where there was none lately
     */
    record Inbound(
            String id,
            String from,
            String to,
            String text,
            @Nullable String keyword,
            @Nullable String wish,
            @Nullable String answers,

            @JsonProperty("received_at") Instant receivedAt) {}

    /**
     * Which messages are wanted; what is not given does not narrow.
     *
     * @param from who wrote
     * @param to the number that it was written to
     * @param since ISO 8601 with a zone
     * @param before ISO 8601 with a zone
     */
    record Wanted(
            @Nullable String from,
            @Nullable String to,
            @Nullable String keyword,
            @Nullable String since,
            @Nullable String before) {}

    /** A page of inbound messages; {@code next} asks for what follows, and is absent on the last one. */
    record InboundPage(List<Inbound> items, @Nullable String next) {}

    @GetMapping("/api/v1/inbound/{id}")
    @PreAuthorize("hasAuthority('inbound:view')")
    @Operation(summary = "Show an inbound message")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Inbound.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, value -> value)
                .flatMap(value -> inbox.find(who.account(), value))
                .map(message -> ResponseEntity.<Object>ok(view(message)))
                .orElseGet(refusals::notFound);
    }

    @GetMapping("/api/v1/inbound")
    @PreAuthorize("hasAuthority('inbound:view')")
    @Operation(summary = "List inbound messages, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InboundPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @ParameterObject Wanted wanted,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 1,000") @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Instant first = Moments.read("/since", wanted.since(), errors);
        Instant end = Moments.read("/before", wanted.before(), errors);
        List<Condition> conditions = new ArrayList<>();
        narrow(conditions, "phone", digits(wanted.from()));
        narrow(conditions, "number", digits(wanted.to()));
        narrow(conditions, "keyword", wanted.keyword());
        Pages.check(cursor, it -> it.matches("[1-9]\\d{0,17}"), limit, Pages.MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<InboundMessage> page =
                inbox.list(who.account(), new InboxFilter(first, end, "", conditions), cursor, limit);
        return ResponseEntity.ok(
                new InboundPage(page.items().stream().map(InboundDoor::view).toList(), page.next()));
    }

    private static @Nullable String digits(@Nullable String written) {
        return written == null ? null : written.replaceAll("\\D", "");
    }

    private static void narrow(List<Condition> conditions, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            String bounded = value.substring(0, Math.min(value.length(), LONGEST));
            conditions.add(new Condition(field, Condition.Test.IS, bounded));
        }
    }

    private static Inbound view(InboundMessage message) {
        boolean person = message.phone().matches("\\d{7,15}");
        return new Inbound(
                Long.toString(message.id()),
                person ? "+" + message.phone() : message.phone(),
                message.number(),
                message.text(),
                message.keyword().isEmpty() ? null : message.keyword(),
                message.wish() == InboundMessage.Wish.NONE
                        ? null
                        : message.wish().code(),
                message.answers() == null ? null : message.answers().toString(),
                message.at());
    }
}
