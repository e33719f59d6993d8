package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.ProgramJournal;
import io.vestnik.platform.accounts.ProgramJournal.Changed;
import io.vestnik.platform.accounts.ProgramJournal.Held;
import io.vestnik.platform.accounts.ProgramJournal.Hours;
import io.vestnik.platform.accounts.ProgramJournal.Made;
import io.vestnik.platform.accounts.ProgramJournal.Wanted;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What programs of the account did and may do, and who changed what in it: to be read only. */
@RestController
@Tag(name = "Journals")
class ProgramDoor {
    private final ProgramJournal journal;
    private final JsonMapper json;
    private final Refusals refusals;

    ProgramDoor(ProgramJournal journal, JsonMapper json, Refusals refusals) {
        this.journal = journal;
        this.json = json;
        this.refusals = refusals;
    }

    /**
     * A call.
     *
     * @param key its id; absent for the login of the API
     * @param name of the key, or the login
     * @param request the id that stood in its answer
     */
    record CallView(
            Instant at,
            @Nullable String key,
            String name,
            String method,
            String route,
            int status,
            int millis,
            String address,
            String request) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record CallPage(List<CallView> items, @Nullable String next) {}

    /** Hours of sending by the account's clock. */
    record KeyHours(
            String from,
            String to,
            @JsonProperty("codes_always") boolean codesAlways) {}

    /**
     * A key, without what could be used to come in.
     *
     * @param ending the last letters of its token
     * @param scopes empty for whatever its role may
     * @param addresses empty for anywhere
     * @param limits messages by minute, hour, day, week and month; what is absent has none
     * @param sent of them so far
     * @param olderUntil until when the token before this one works too
     */
    record KeyView(
            String id,
            String name,
            String role,
            String ending,
            List<String> scopes,
            List<String> addresses,

            @JsonProperty("last_day") @Nullable LocalDate lastDay,

            @Nullable KeyHours hours,
            Map<String, Long> limits,
            Map<String, Long> sent,

            @JsonProperty("created_at") Instant createdAt,

            @JsonProperty("used_at") @Nullable Instant usedAt,

            @JsonProperty("revoked_at") @Nullable Instant revokedAt,

            @JsonProperty("older_until") @Nullable Instant olderUntil) {}

    /** All keys, those that work first. */
    record KeyList(List<KeyView> items) {}

    /**
     * Something that was changed.
     *
     * @param details what exactly, by name
     */
    record ChangeView(Instant at, String who, String what, String object, Map<String, String> details) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record ChangePage(List<ChangeView> items, @Nullable String next) {}

    @GetMapping("/api/v1/calls")
    @PreAuthorize("hasAuthority('" + ProgramJournal.CALLS + "')")
    @Operation(
            summary = "List what programs of the account asked, the newest first",
            description = "The last 10,000 calls, without bodies; those of the last seconds may be missing.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallPage.class)))
    ResponseEntity<Object> calls(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "Letters of the route, the address or the id of the request")
                    @RequestParam(defaultValue = "")
                    String search,
            @Parameter(description = "The name of a key, or the login") @RequestParam(required = false) @Nullable
                    String key,
            @Parameter(description = "done, refused or failed") @RequestParam(required = false) @Nullable
                    String outcome,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> it.matches("\\d{1,9}-\\d{1,18}"), limit, Pages.MOST, errors);
        if (outcome != null && !journal.outcomes().contains(outcome)) {
            errors.add(new FieldError("/outcome", "unknown", String.join(", ", new TreeSet<>(journal.outcomes()))));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Made> page = journal.calls(who.account(), new Wanted(search.strip(), key, outcome), cursor, limit);
        return ResponseEntity.ok(
                new CallPage(page.items().stream().map(ProgramDoor::view).toList(), page.next()));
    }

    private static CallView view(Made call) {
        return new CallView(
                call.at(),
                call.key() == null ? null : Long.toString(call.key()),
                call.name(),
                call.method(),
                call.route(),
                call.status(),
                call.millis(),
                call.address(),
                call.request());
    }

    @GetMapping("/api/v1/keys")
    @PreAuthorize("hasAuthority('" + ProgramJournal.CALLS + "')")
    @Operation(
            summary = "List the keys of the account with what they may and have sent",
            description = "Keys are made, changed and revoked by people alone.")
    KeyList keys(@AuthenticationPrincipal Who who) {
        return new KeyList(
                journal.keys(who.account()).stream().map(ProgramDoor::view).toList());
    }

    private static KeyView view(Held key) {
        Hours hours = key.hours();
        return new KeyView(
                Long.toString(key.id()),
                key.name(),
                key.role().name().toLowerCase(Locale.ROOT),
                key.ending(),
                key.scopes().stream().sorted().toList(),
                key.addresses(),
                key.lastDay(),
                hours == null
                        ? null
                        : new KeyHours(hours.from().toString(), hours.to().toString(), hours.codesAlways()),
                key.limits(),
                key.sent(),
                key.createdAt(),
                key.usedAt(),
                key.revokedAt(),
                key.olderUntil());
    }

    @GetMapping("/api/v1/audit")
    @PreAuthorize("hasAuthority('" + ProgramJournal.CHANGES + "')")
    @Operation(summary = "List who changed what in the account, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChangePage.class)))
    ResponseEntity<Object> changes(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "Letters of who, what or the object") @RequestParam(defaultValue = "")
                    String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, Long::valueOf).isPresent(), limit, Pages.MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Changed> page = journal.changes(who.account(), search.strip(), cursor, limit);
        return ResponseEntity.ok(
                new ChangePage(page.items().stream().map(this::view).toList(), page.next()));
    }

    private ChangeView view(Changed change) {
        Map<String, String> details = new TreeMap<>();
        json.readTree(change.details())
                .properties()
                .forEach(it -> details.put(
                        it.getKey(),
                        it.getValue().isString()
                                ? it.getValue().asString()
                                : it.getValue().toString()));
        return new ChangeView(change.at(), change.who(), change.what(), change.object(), details);
    }
}
