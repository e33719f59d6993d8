package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageReading.Read;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.Taking.Asked;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
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
    /** How many messages a request may hold. */
    private static final int MOST_TOLD = 10;

    private static final int LONGEST_TOLD = 50;
    static final int MOST = 10_000;

    private final LetterReader reader;
    private final Taking taking;
    private final SendingRules rules;
    private final Refusals refusals;

    MessageDoor(LetterReader reader, Taking taking, SendingRules rules, Refusals refusals) {
        this.reader = reader;
        this.taking = taking;
        this.rules = rules;
        this.refusals = refusals;
    }

    /**
     * A message to send, or many under {@code messages}.
     *
     * @param to the same as {@code recipient}
     * @param type advertising, service, transactional (usual) or code
     * @param sender as the account's settings say where it is left out
     * @param validityMinutes for how long it may wait; 1 to 4,320, as the account's settings say where it is left out
     * @param reference your own id, at most 64 characters; may repeat, and does not begin with {@code vestnik:}
     * @param shortLinks whether addresses in the text become short ones, everybody's own, and {@code [Отписка]} a link; as the
     *     account's settings say where it is left out
     * @param flash whether the phone is to show the text at once and not keep it
     * @param binary octets in place of a text
     * @param sendAt when it may leave, ISO 8601 with a zone, at most 30 days ahead; what is over means now
     * @param callback where the last state is told by a signed POST: an http or https address, at most 500 characters
     * @param others what is none of these
     */
    record MessageRequest(
            @Nullable String sender,
            @Nullable String recipient,
            @Nullable String to,
            @Nullable String text,

            @Schema(allowableValues = {"advertising", "service", "transactional", "code"}) @Nullable
            String type,

            @JsonProperty("validity_minutes") @Nullable Integer validityMinutes,

            @Nullable String reference,

            @JsonProperty("short_links") @Nullable Boolean shortLinks,

            @Nullable Boolean flash,
            @Nullable Octets binary,

            @Schema(format = "date-time") @JsonProperty("send_at") @Nullable
            String sendAt,

            @Schema(maxLength = 500) @Nullable String callback,
            @Nullable List<@Nullable MessageRequest> messages,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, @Nullable Object> others) {
        /** Refuses what is no field: a misspelt {@code send_at} must not send at once. */
        void checkNames(String at, List<FieldError> errors) {
            if (others != null) {
                others.keySet().stream()
                        .limit(MOST_TOLD)
                        .forEach(name -> errors.add(new FieldError(at + "/" + cut(name), "unknown_field", null)));
            }
        }

        private static String cut(String name) {
            String told = name.substring(0, Math.min(name.length(), LONGEST_TOLD));
            return told.replace("~", "~0").replace("/", "~1");
        }
    }

    /**
     * Octets for a program on the phone, in hexadecimal digits; 140 at most with the header.
     *
     * @param udh the user data header with the octet of its length; absent where there is none
     * @param dataCoding 4 where it is left out; 2, 0x14 to 0x17, 0xF4 to 0xF7, 0xFC to 0xFF
     * @param protocolId 0 where it is left out
     */
    record Octets(
            @Nullable String udh,
            @Nullable String data,

            @JsonProperty("data_coding") @Nullable Integer dataCoding,

            @JsonProperty("protocol_id") @Nullable Integer protocolId) {}

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
            @RequestAttribute(name = PlannedIds.ATTRIBUTE, required = false) @Nullable PlannedIds planned,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use)
            throws ExecutionException, InterruptedException {
        Asked asked = Asked.of(who, use, planned);
        if (request.messages() == null) {
            return one(asked, request);
        }
        List<FieldError> errors = new ArrayList<>();
        request.checkNames("", errors);
        return errors.isEmpty() ? many(asked, request.messages()) : refusals.invalid(errors);
    }

    private ResponseEntity<Object> one(Asked asked, MessageRequest request)
            throws ExecutionException, InterruptedException {
        return switch (reader.one(asked.who(), request)) {
            case Read.Wrong(List<FieldError> errors) -> refusals.invalid(errors);
            case Read.Message message ->
                taking.offer(asked, List.of(message), acceptances -> answer(asked.who(), acceptances.getFirst()));
        };
    }

    private ResponseEntity<Object> answer(Who who, Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted accepted ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Taken(
                                accepted.id().toString(),
                                accepted.parts(),
                                accepted.price().toString()));
            case Acceptance.Refused(Acceptance.Reason reason) -> refused(who, reason);
        };
    }

    private ResponseEntity<Object> refused(Who who, Acceptance.Reason reason) {
        return switch (reason) {
            case NO_MONEY -> refusals.of(ProblemType.NO_MONEY);
            case ACCOUNT_CLOSED -> refusals.of(ProblemType.ACCOUNT_CLOSED);
            case OUTSIDE_HOURS ->
                rules.opens(who.account())
                        .map(at -> refusals.with(ProblemType.OUTSIDE_HOURS, "opens_at", at))
                        .orElseGet(() -> refusals.of(ProblemType.OUTSIDE_HOURS));
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

    private ResponseEntity<Object> many(Asked asked, List<@Nullable MessageRequest> requests)
            throws ExecutionException, InterruptedException {
        if (requests.isEmpty() || requests.size() > MOST) {
            return refusals.invalid(List.of(new FieldError("/messages", "out_of_range", "1 to " + MOST)));
        }
        List<Read> read = reader.many(asked.who(), requests, "/messages");
        return taking.offer(
                asked,
                taken(read),
                acceptances -> ResponseEntity.ok(new TakenMany(items(read, acceptances, "/messages"))));
    }

    /** Those that can be offered. */
    static List<Read.Message> taken(List<Read> read) {
        return read.stream()
                .filter(Read.Message.class::isInstance)
                .map(Read.Message.class::cast)
                .toList();
    }

    /** What came of each; {@code at} points to the list of them. */
    static List<Item> items(List<Read> read, List<Acceptance> acceptances, String at) {
        Iterator<Acceptance> next = acceptances.iterator();
        List<Item> items = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            items.add(
                    switch (read.get(i)) {
                        case Read.Wrong(List<FieldError> errors) -> new Item(null, null, null, errors.getFirst());
                        case Read.Message _ -> item(next.next(), at + "/" + i);
                    });
        }
        return items;
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
}
