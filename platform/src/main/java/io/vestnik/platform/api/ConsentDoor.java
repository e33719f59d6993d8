package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.StopScope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** That people agreed, or withdrew. */
@RestController
@RequestMapping("/api/v1/consents")
@Tag(name = "Consents")
class ConsentDoor {
    private static final int MOST = Consents.MOST_AT_ONCE;
    /** Faults that one answer tells; the rest is told when these are gone. */
    private static final int MOST_ERRORS = 1_000;

    private final Consents consents;
    private final Phones phones;
    private final Refusals refusals;
    private final Clock clock;

    ConsentDoor(Consents consents, Phones phones, Refusals refusals, Clock clock) {
        this.consents = consents;
        this.phones = phones;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * A consent.
     *
     * @param channel sms (usual), viber…
     * @param given true (usual), or false for a withdrawal
     * @param at when the person said so
     * @param source where, at most 500 characters
     * @param wording to what, at most 4,000 characters
     * @param evidence such as an IP address, at most 500 characters
     */
    record ConsentView(
            @Nullable String phone,
            @Nullable String channel,
            @Nullable Boolean given,
            @Nullable Instant at,
            @Nullable String source,
            @Nullable String wording,
            @Nullable String evidence,

            @JsonProperty("noted_at") @Nullable Instant notedAt) {}

    /** Consents to note, or those of one person, the newest first. */
    record ConsentList(@Nullable List<ConsentView> items) {}

    /** How many are new. */
    record Noted(int added) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List what a person agreed to")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentList.class)))
    ResponseEntity<Object> list(@AuthenticationPrincipal Who who, @RequestParam String phone) {
        String digits = Phones.digits(phone, phones.home(who.account()));
        if (digits.isEmpty()) {
            return refusals.invalid(List.of(new FieldError("/phone", "bad_recipient", null)));
        }
        return ResponseEntity.ok(new ConsentList(consents.history(who.account(), digits).stream()
                .map(ConsentDoor::view)
                .toList()));
    }

    private static ConsentView view(Consents.Noted noted) {
        Consent consent = noted.consent();
        return new ConsentView(
                consent.phone(),
                consent.channel(),
                consent.given(),
                consent.at(),
                consent.source(),
                consent.wording(),
                consent.evidence(),
                noted.notedAt());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Note consents", description = "What is there word for word is noted once.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Noted.class)))
    ResponseEntity<Object> note(@AuthenticationPrincipal Who who, @RequestBody ConsentList request) {
        List<ConsentView> given = Objects.requireNonNullElse(request.items(), List.of());
        List<FieldError> errors = new ArrayList<>();
        if (given.isEmpty() || given.size() > MOST) {
            errors.add(new FieldError("/items", "out_of_range", "1 to " + MOST));
        }
        List<Consent> read = new ArrayList<>(given.size());
        Country home = phones.home(who.account());
        for (int i = 0; i < given.size() && errors.size() < MOST_ERRORS; i++) {
            read(given.get(i), home, "/items/" + i, errors, read);
        }
        return errors.isEmpty() ? ResponseEntity.ok(new Noted(consents.note(who, read))) : refusals.invalid(errors);
    }

    private void read(
            @Nullable ConsentView item, Country home, String pointer, List<FieldError> errors, List<Consent> read) {
        if (item == null) {
            errors.add(new FieldError(pointer, "empty", null));
            return;
        }
        int before = errors.size();
        String digits = Phones.digits(Objects.requireNonNullElse(item.phone(), ""), home);
        if (digits.isEmpty()) {
            errors.add(new FieldError(pointer + "/phone", "bad_recipient", null));
        }
        String channel = Objects.requireNonNullElse(item.channel(), "sms");
        if (!StopScope.CHANNELS.contains(channel)) {
            errors.add(new FieldError(pointer + "/channel", "unknown", String.join(", ", StopScope.CHANNELS)));
        }
        Instant at = item.at();
        if (at == null || !Consent.possible(at, clock.instant())) {
            errors.add(new FieldError(pointer + "/at", "out_of_range", "from 1900, not in the future"));
        }
        String source = text(item.source(), Consent.LONGEST, pointer + "/source", errors);
        String wording = text(item.wording(), Consent.LONGEST_WORDING, pointer + "/wording", errors);
        String evidence = text(item.evidence(), Consent.LONGEST, pointer + "/evidence", errors);
        if (errors.size() == before && at != null) {
            read.add(new Consent(digits, channel, !Boolean.FALSE.equals(item.given()), at, source, wording, evidence));
        }
    }

    private static String text(@Nullable String written, int most, String pointer, List<FieldError> errors) {
        String text = Objects.requireNonNullElse(written, "");
        if (!Consent.fits(text, most)) {
            errors.add(new FieldError(pointer, "too_long", "at most " + most));
            return "";
        }
        return text;
    }
}
