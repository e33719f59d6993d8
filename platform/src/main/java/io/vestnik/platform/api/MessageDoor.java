package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageReading.Read;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Outages;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes messages, one or many. */
@RestController
@Tag(name = "Messages")
class MessageDoor {
    private static final int MOST = 10_000;
    private static final int PATIENCE_SECONDS = 30;

    private final Pipeline pipeline;
    private final SendingRules rules;
    private final Phones phones;
    private final Shortening shortening;
    private final Refusals refusals;

    MessageDoor(Pipeline pipeline, SendingRules rules, Phones phones, Shortening shortening, Refusals refusals) {
        this.pipeline = pipeline;
        this.rules = rules;
        this.phones = phones;
        this.shortening = shortening;
        this.refusals = refusals;
    }

    /**
     * A message to send, or many under {@code messages}.
     *
     * @param to the same as {@code recipient}
     * @param type advertising, service, transactional (usual) or code
     * @param sender as the account's settings say where it is left out
     * @param validityMinutes for how long it may wait; 1 to 4,320, as the account's settings say where it is left out
     * @param reference your own id, at most 64 characters; may repeat
     * @param shortLinks whether addresses in the text become short ones, everybody's own, and {@code [Отписка]} a link; as the
     *     account's settings say where it is left out
     * @param callback where the last state is told by a signed POST: an http or https address, at most 500 characters
     */
    record MessageRequest(
            @Nullable String sender,
            @Nullable String recipient,
            @Nullable String to,
            @Nullable String text,
            @Nullable String type,

            @JsonProperty("validity_minutes") @Nullable Integer validityMinutes,

            @Nullable String reference,

            @JsonProperty("short_links") @Nullable Boolean shortLinks,

            @Nullable String callback,
            @Nullable List<@Nullable MessageRequest> messages) {}

    /** A message that was taken; {@code price} is what all its parts cost when it is charged. */
    record Taken(String id, int parts, String price) {}

    /** What came of each of many, in the order given. */
    record TakenMany(List<Item> items) {}

    /** Either an id, or why this one was not taken. */
    record Item(
            @Nullable String id,
            @Nullable Integer parts,
            @Nullable String price,
            @Nullable FieldError error) {}

    @PostMapping("/api/v1/messages")
    @PreAuthorize("hasAuthority('messages:send')")
    @Operation(
            summary = "Send a message, or many",
            description = "One message in the body, or up to 10,000 under messages: then each is taken or refused by"
                    + " itself. An answer means that it is stored.",
            parameters =
                    @Parameter(
                            name = "Idempotency-Key",
                            in = ParameterIn.HEADER,
                            description = "Sent again with the same key within 24 hours, it is done once"))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Taken.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TakenMany.class)))
    ResponseEntity<Object> send(
            @AuthenticationPrincipal Who who,
            @RequestBody MessageRequest request,
            @RequestAttribute(name = PlannedIds.ATTRIBUTE, required = false) @Nullable PlannedIds planned)
            throws ExecutionException, InterruptedException {
        try {
            return request.messages() == null ? one(who, request, planned) : many(who, request.messages(), planned);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Batcher.Full) {
                return refusals.of(HttpStatus.TOO_MANY_REQUESTS, "busy", null);
            }
            if (Outages.isOutage(e)) {
                return refusals.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", null);
            }
            throw e;
        } catch (TimeoutException e) {
            return refusals.of(HttpStatus.GATEWAY_TIMEOUT, "slow", "Ask for it by its reference before sending again");
        }
    }

    private ResponseEntity<Object> one(Who who, MessageRequest request, @Nullable PlannedIds planned)
            throws ExecutionException, InterruptedException, TimeoutException {
        return switch (read(who, request, usual(who), "")) {
            case Read.Wrong(List<FieldError> errors) -> refusals.invalid(errors);
            case Read.Message message -> {
                Acceptance acceptance = accept(who, List.of(message), planned).getFirst();
                yield switch (acceptance) {
                    case Acceptance.Accepted accepted ->
                        ResponseEntity.status(HttpStatus.CREATED)
                                .body(new Taken(
                                        accepted.id().toString(),
                                        accepted.parts(),
                                        accepted.price().toString()));
                    case Acceptance.Refused(Acceptance.Reason reason) -> refused(who, reason);
                };
            }
        };
    }

    private Read read(Who who, @Nullable MessageRequest request, MessageReading.Usual usual, String at) {
        Read read = MessageReading.read(who, request, usual, at);
        boolean shortLinks = request != null
                && Objects.requireNonNullElse(
                        request.shortLinks(), usual.terms().shortLinks());
        return shortLinks && read instanceof Read.Message message ? shortening.marked(message, at) : read;
    }

    private ResponseEntity<Object> refused(Who who, Acceptance.Reason reason) {
        return switch (reason) {
            case NO_MONEY -> refusals.of(HttpStatus.PAYMENT_REQUIRED, "no-money", null);
            case ACCOUNT_CLOSED -> refusals.of(HttpStatus.FORBIDDEN, "account-closed", null);
            case OUTSIDE_HOURS ->
                rules.opens(who.account())
                        .map(at -> refusals.with(HttpStatus.CONFLICT, "outside-hours", "opens_at", at))
                        .orElseGet(() -> refusals.of(HttpStatus.CONFLICT, "outside-hours", null));
            case BAD_RECIPIENT,
                    EMPTY_TEXT,
                    BAD_CHARACTERS,
                    TOO_LONG,
                    SENDER_NOT_ALLOWED,
                    NO_PRICE,
                    NO_ROUTE,
                    STOPPED,
                    FOREIGN_NUMBER -> refusals.invalid(List.of(MessageReading.error(reason, "")));
        };
    }

    private ResponseEntity<Object> many(Who who, List<@Nullable MessageRequest> requests, @Nullable PlannedIds planned)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (requests.isEmpty() || requests.size() > MOST) {
            return refusals.invalid(List.of(new FieldError("/messages", "out_of_range", "1 to " + MOST)));
        }
        MessageReading.Usual usual = usual(who);
        List<Read> read = new ArrayList<>(requests.size());
        List<Read.Message> messages = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            Read one = read(who, requests.get(i), usual, "/messages/" + i);
            read.add(one);
            if (one instanceof Read.Message message) {
                messages.add(message);
            }
        }
        Iterator<Acceptance> acceptances = accept(who, messages, planned).iterator();
        List<Item> items = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            items.add(
                    switch (read.get(i)) {
                        case Read.Wrong(List<FieldError> errors) -> new Item(null, null, null, errors.getFirst());
                        case Read.Message _ -> item(acceptances.next(), "/messages/" + i);
                    });
        }
        return ResponseEntity.ok(new TakenMany(items));
    }

    private static Item item(Acceptance acceptance, String pointer) {
        return switch (acceptance) {
            case Acceptance.Accepted accepted ->
                new Item(
                        accepted.id().toString(),
                        accepted.parts(),
                        accepted.price().toString(),
                        null);
            case Acceptance.Refused(Acceptance.Reason reason) ->
                new Item(null, null, null, MessageReading.error(reason, pointer));
        };
    }

    private MessageReading.Usual usual(Who who) {
        return new MessageReading.Usual(phones.home(who.account()), rules.of(who.account()));
    }

    private List<Acceptance> accept(Who who, List<Read.Message> messages, @Nullable PlannedIds planned)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (messages.isEmpty()) {
            return List.of();
        }
        if (planned == null && !Shortening.wanted(messages)) {
            return pipeline.accept(messages.stream().map(Read.Message::message).toList())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        List<MessageId> fresh = pipeline.newIds(who.account(), messages.size());
        List<MessageId> ids = planned == null ? fresh : planned.of(fresh);
        Map<MessageId, Acceptance> before = ids.equals(fresh)
                ? Map.of()
                : pipeline.accepted(who.account(), ids).stream()
                        .collect(Collectors.toMap(Acceptance.Accepted::id, Function.identity()));
        if (before.isEmpty()) {
            if (Shortening.wanted(messages) && !pipeline.isOpen(who.account())) {
                throw new ExecutionException(new Batcher.Full("the networks")); // before links are written for nothing
            }
            return pipeline.accept(shortening.written(who.account(), messages, ids), ids)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        // It was taken, and only the answer is missing. One transaction: what is not there was not paid.
        Acceptance unpaid = new Acceptance.Refused(Acceptance.Reason.NO_MONEY);
        return ids.stream().map(id -> before.getOrDefault(id, unpaid)).toList();
    }
}
