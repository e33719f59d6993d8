package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Unpaid;
import io.vestnik.platform.campaigns.Unpaid.Waiting;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns that wait for money. */
@RestController
@RequestMapping("/api/v1/campaigns/unpaid")
@Tag(name = "Campaigns")
class UnpaidDoor {
    private final Unpaid unpaid;
    private final Refusals refusals;

    UnpaidDoor(Unpaid unpaid, Refusals refusals) {
        this.unpaid = unpaid;
        this.refusals = refusals;
    }

    /** One that waits; {@code enough_money} is about it and all before it. */
    record WaitingView(
            String id,
            String name,
            int preview,
            long recipients,
            String cost,
            @JsonProperty("enough_money") boolean enough) {}

    /**
     * A page, a hundred at most.
     *
     * @param missing what all that wait cost above what is available; absent where there is enough
     */
    record UnpaidPage(
            List<WaitingView> items,
            String available,
            @Nullable String missing,
            @Nullable String next) {}

    /**
     * What is to be sent.
     *
     * @param ids 100 at most
     * @param all instead of them: the page behind the cursor
     */
    record SendRequest(
            @Nullable List<String> ids,
            @Nullable Boolean all,
            @Nullable String cursor) {}

    /** What became of one: started, no_money, counted_anew, awaits_approval or refused. */
    record SentView(String id, String outcome) {}

    /** Each that waited, in the order of waiting. */
    record SentList(List<SentView> items) {}

    @GetMapping
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "List campaigns that wait for money, who has waited longest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnpaidPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who, @RequestParam(required = false) @Nullable String cursor) {
        Optional<Long> after = after(cursor);
        if (after.isEmpty()) {
            return refusals.invalid(List.of(new FieldError("/cursor", "not_a_cursor", null)));
        }
        Unpaid.Page page = unpaid.page(who.account(), after.get());
        return ResponseEntity.ok(new UnpaidPage(
                page.items().stream().map(UnpaidDoor::view).toList(),
                page.available().toString(),
                page.missing() == null ? null : page.missing().toString(),
                page.next() == 0 ? null : Long.toString(page.next())));
    }

    @PostMapping("/send")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Send campaigns that wait for money, as far as it goes",
            description =
                    "Who has waited longest goes first. One whose preview is too old is counted anew, and waits on.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SentList.class)))
    ResponseEntity<Object> send(
            @AuthenticationPrincipal Who who,
            @RequestBody SendRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (use != null && use.bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        List<FieldError> errors = new ArrayList<>();
        List<CampaignId> chosen = ids(request.ids(), errors);
        boolean all = Boolean.TRUE.equals(request.all());
        if (all != (request.ids() == null)) {
            errors.add(new FieldError("/ids", "one_of", "Either ids or all"));
        }
        Optional<Long> after = after(request.cursor());
        if (after.isEmpty()) {
            errors.add(new FieldError("/cursor", "not_a_cursor", null));
        }
        if (after.isEmpty() || !errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        List<Unpaid.Sent> sent = all ? unpaid.sendPage(who, after.get()) : unpaid.send(who, chosen);
        return ResponseEntity.ok(new SentList(sent.stream()
                .map(it -> new SentView(it.id().toString(), it.outcome().name().toLowerCase(Locale.ROOT)))
                .toList()));
    }

    private static List<CampaignId> ids(@Nullable List<String> written, List<FieldError> errors) {
        List<String> ids = Listed.present(written, "/ids/", errors);
        if (ids.size() > Unpaid.MOST) {
            errors.add(new FieldError("/ids", "out_of_range", "At most " + Unpaid.MOST));
        }
        List<CampaignId> read = new ArrayList<>();
        for (String id : ids) {
            Optional<CampaignId> one = Ids.read(id, CampaignId::new);
            one.ifPresent(read::add);
            if (one.isEmpty()) {
                errors.add(new FieldError("/ids/" + ids.indexOf(id), "not_an_id", null));
            }
        }
        return read;
    }

    /** 0 for the first page; none for what is no cursor. */
    private static Optional<Long> after(@Nullable String cursor) {
        return cursor == null ? Optional.of(0L) : Ids.read(cursor, Long::valueOf);
    }

    private static WaitingView view(Waiting one) {
        return new WaitingView(
                one.id().toString(),
                one.name(),
                one.preview(),
                one.recipients(),
                one.cost().toString(),
                one.enough());
    }
}
