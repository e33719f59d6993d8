package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.Recall;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Cancels messages that have not left. */
@RestController
@Tag(name = "Messages")
class RecallDoor {
    private final Recall recall;
    private final Pipeline pipeline;
    private final Refusals refusals;

    RecallDoor(Recall recall, Pipeline pipeline, Refusals refusals) {
        this.recall = recall;
        this.pipeline = pipeline;
        this.refusals = refusals;
    }

    /** Which messages to cancel; 1 to 10,000. */
    record RecallRequest(@Nullable List<@Nullable String> ids) {}

    /**
     * A message that was to be cancelled.
     *
     * @param state cancelled; absent where it was not
     * @param error why it was not: {@code not_found}, or {@code wrong_state} where it is on its way or has ended
     */
    record Recalled(
            @Nullable String id,
            @Nullable String state,
            @Nullable FieldError error) {}

    /** What came of each, in the order given. */
    record RecalledMany(List<Recalled> items) {}

    @PostMapping("/api/v1/messages/{id}/cancel")
    @PreAuthorize("hasAuthority('messages:send')")
    @Operation(summary = "Cancel a message that has not left", description = "Its money is given back.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Recalled.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<MessageView> message = Ids.message(id).flatMap(wanted -> pipeline.find(who.account(), wanted));
        if (message.isEmpty()) {
            return refusals.notFound();
        }
        MessageId wanted = message.get().id();
        return recall.recall(who.account(), List.of(wanted)).isEmpty()
                ? refusals.with(
                        ProblemType.WRONG_STATE,
                        "state",
                        pipeline.find(who.account(), wanted)
                                .orElse(message.get())
                                .state()
                                .code())
                : ResponseEntity.ok(cancelled(id));
    }

    private static Recalled cancelled(String id) {
        return new Recalled(id, MessageState.CANCELLED.code(), null);
    }

    @PostMapping("/api/v1/messages/cancel")
    @PreAuthorize("hasAuthority('messages:send')")
    @Operation(summary = "Cancel many messages that have not left", description = "Each is answered by itself.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecalledMany.class)))
    ResponseEntity<Object> many(@AuthenticationPrincipal Who who, @RequestBody RecallRequest request) {
        List<@Nullable String> written = Objects.requireNonNullElse(request.ids(), List.of());
        if (written.isEmpty() || written.size() > Recall.MOST_AT_ONCE) {
            return refusals.invalid(List.of(new FieldError("/ids", "out_of_range", "1 to " + Recall.MOST_AT_ONCE)));
        }
        List<Optional<MessageId>> ids = written.stream()
                .map(id -> Ids.message(Objects.requireNonNullElse(id, "")))
                .toList();
        List<MessageId> wanted =
                ids.stream().flatMap(Optional::stream).distinct().toList();
        Set<MessageId> recalled = recall.recall(who.account(), wanted);
        Set<MessageId> there =
                pipeline
                        .accepted(
                                who.account(),
                                wanted.stream()
                                        .filter(id -> !recalled.contains(id))
                                        .toList())
                        .stream()
                        .map(Acceptance.Accepted::id)
                        .collect(Collectors.toSet());
        List<Recalled> items = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            Optional<MessageId> id = ids.get(i);
            if (id.filter(recalled::contains).isPresent()) {
                items.add(cancelled(id.get().toString()));
            } else {
                String code = id.filter(there::contains).isPresent() ? "wrong_state" : "not_found";
                items.add(new Recalled(written.get(i), null, new FieldError("/ids/" + i, code, null)));
            }
        }
        return ResponseEntity.ok(new RecalledMany(items));
    }
}
