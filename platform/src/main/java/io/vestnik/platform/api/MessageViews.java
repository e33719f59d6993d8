package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageDoor.Octets;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.StepSearch;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows messages. */
@RestController
@Tag(name = "Messages")
class MessageViews {
    private static final int LONGEST = 64;
    private static final Instant LATEST = MessageId.EPOCH.plusSeconds(Integer.MAX_VALUE);

    private final Pipeline pipeline;
    private final StepSearch search;
    private final Refusals refusals;

    MessageViews(Pipeline pipeline, StepSearch search, Refusals refusals) {
        this.pipeline = pipeline;
        this.search = search;
        this.refusals = refusals;
    }

    /**
     * A message.
     *
     * @param state scheduled, moderation, awaiting_payment, queued, sending, in_doubt, sent, delivered, read, undelivered,
     *     expired, rejected or cancelled
     * @param marks what the recipient did: clicked, unsubscribed
     * @param kind text, flash or binary
     * @param text absent where it is binary, and once the term of keeping texts is over
     * @param binary its octets; absent where it is none, and once that term is over
     * @param error the network's code of a failure, or our own word
     */
    record Message(
            String id,
            String state,
            List<String> marks,
            String sender,
            String recipient,
            String kind,
            @Nullable String text,
            @Nullable Octets binary,
            int parts,
            String price,

            @JsonProperty("mcc_mnc") String mccMnc,

            String way,
            @Nullable String campaign,
            @Nullable String reference,
            @Nullable String error,

            @JsonProperty("created_at") Instant createdAt,

            @JsonProperty("sent_at") @Nullable Instant sentAt,

            @JsonProperty("final_at") @Nullable Instant finalAt) {}

    /**
     * A page of messages; {@code next} asks for what follows, and is absent on the last one. Where much has to be looked through, a page
     * may hold fewer than asked for, even none, and there are more all the same.
     */
    record Messages(List<Message> items, @Nullable String next) {}

    /**
     * Which messages are wanted; what is not given does not narrow.
     *
     * @param recipient digits that the number starts with
     * @param sender the name, in any case
     * @param reference exactly what was given when it was sent
     * @param since from which second on they were accepted, ISO 8601 with a zone
     * @param before the second before which they were accepted, ISO 8601 with a zone
     */
    record Wanted(
            @Nullable String campaign,
            @Nullable String state,
            @Nullable String recipient,
            @Nullable String sender,
            @Nullable String reference,
            @Nullable String since,
            @Nullable String before) {}

    @GetMapping("/api/v1/messages/{id}")
    @PreAuthorize("hasAuthority('messages:view')")
    @Operation(summary = "Ask where a message stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Message.class)))
    ResponseEntity<Object> message(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.message(id)
                .flatMap(wanted -> pipeline.find(who.account(), wanted))
                .map(message -> ResponseEntity.<Object>ok(
                        views(who.account(), List.of(message)).getFirst()))
                .orElseGet(refusals::notFound);
    }

    @GetMapping("/api/v1/messages")
    @PreAuthorize("hasAuthority('messages:view')")
    @Operation(summary = "List messages, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Messages.class)))
    ResponseEntity<Object> messages(
            @AuthenticationPrincipal Who who,
            @ParameterObject Wanted wanted,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 1,000") @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        MessageFilter filter = filter(wanted, errors);
        Pages.check(cursor, it -> Ids.message(it).isPresent(), limit, Pages.MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<MessageView> page = page(who, filter, cursor, limit);
        return ResponseEntity.ok(new Messages(views(who.account(), page.items()), page.next()));
    }

    /** What no index tells is looked for step by step, so that no request takes long. */
    private Slice<MessageView> page(Who who, MessageFilter filter, @Nullable String cursor, int limit) {
        boolean plain = filter.state() == null
                && filter.recipientPrefix() == null
                && filter.reference() == null
                && filter.conditions().isEmpty();
        if (plain) {
            return pipeline.list(who.account(), filter, cursor, limit);
        }
        StepSearch.Wanted wanted = new StepSearch.Wanted(
                Objects.requireNonNullElse(filter.since(), MessageId.EPOCH),
                Objects.requireNonNullElse(filter.before(), LATEST),
                filter);
        StepSearch.Found found = search.look(who.account(), wanted, cursor, limit);
        return new Slice<>(found.messages(), found.next());
    }

    private static MessageFilter filter(Wanted wanted, List<FieldError> errors) {
        Optional<CampaignId> campaign =
                Optional.ofNullable(wanted.campaign()).flatMap(id -> Ids.read(id, CampaignId::new));
        Optional<MessageState> state = Optional.ofNullable(wanted.state()).flatMap(MessageViews::state);
        String prefix = wanted.recipient() == null ? "" : wanted.recipient().replaceAll("\\D", "");
        String sender = Objects.requireNonNullElse(wanted.sender(), "");
        check(wanted.campaign() != null && campaign.isEmpty(), "campaign", "not_an_id", errors);
        check(wanted.state() != null && state.isEmpty(), "state", "unknown", errors);
        check(sender.length() > LONGEST, "sender", "too_long", errors);
        check(sender.indexOf('\0') >= 0, "sender", "bad_characters", errors);
        check(wanted.reference() != null && wanted.reference().length() > LONGEST, "reference", "too_long", errors);
        check(
                wanted.reference() != null && wanted.reference().indexOf('\0') >= 0,
                "reference",
                "bad_characters",
                errors);
        return new MessageFilter(
                campaign.orElse(null),
                state.orElse(null),
                prefix.isEmpty() ? null : prefix,
                sender.isEmpty() || sender.length() > LONGEST
                        ? List.of()
                        : List.of(new Condition("sender", Condition.Test.IS, sender)),
                wanted.reference(),
                Moments.read("/since", wanted.since(), errors),
                Moments.read("/before", wanted.before(), errors));
    }

    private static void check(boolean wrong, String parameter, String code, List<FieldError> errors) {
        if (wrong) {
            errors.add(new FieldError("/" + parameter, code, null));
        }
    }

    private static Optional<MessageState> state(String code) {
        return Arrays.stream(MessageState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    private List<Message> views(AccountId account, List<MessageView> messages) {
        Map<MessageId, Set<MessageMark>> marks =
                pipeline.marks(account, messages.stream().map(MessageView::id).toList());
        return messages.stream()
                .map(message -> view(message, marks.getOrDefault(message.id(), Set.of())))
                .toList();
    }

    private static Octets octets(Body.Binary binary) {
        return new Octets(
                binary.udh() ? binary.header() : null, binary.data(), binary.dataCoding(), binary.protocolId());
    }

    private static Message view(MessageView message, Set<MessageMark> marks) {
        Body body = message.body();
        return new Message(
                message.id().toString(),
                message.state().code(),
                marks.stream().map(MessageMark::code).sorted().toList(),
                message.sender(),
                "+" + message.recipient(),
                message.kind().code(),
                body instanceof Body.Text text ? text.text() : null,
                body instanceof Body.Binary binary ? octets(binary) : null,
                message.parts(),
                message.price().toString(),
                message.mccMnc(),
                message.way().code(),
                message.campaign() == null ? null : message.campaign().toString(),
                message.reference(),
                message.error(),
                message.createdAt(),
                message.sentAt(),
                message.finalAt());
    }
}
