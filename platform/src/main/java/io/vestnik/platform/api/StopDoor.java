package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.Stops.Entry;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stop-list of the account. */
@RestController
@RequestMapping("/api/v1/stops")
@Tag(name = "Stop-list")
class StopDoor {
    private static final String EVERYTHING = "everything";
    private static final List<String> SCOPES = List.of(EVERYTHING, "channel", "sender");

    private final Stops stops;
    private final Phones phones;
    private final Refusals refusals;

    StopDoor(Stops stops, Phones phones, Refusals refusals) {
        this.stops = stops;
        this.phones = phones;
        this.refusals = refusals;
    }

    /**
     * Numbers that are not to be written to.
     *
     * @param phones 1 to 10,000
     * @param scope everything (usual), channel or sender
     * @param channel with the scope channel: sms, viber…
     * @param sender with the scope sender: the name, at most 30 characters
     * @param reason at most 200 characters
     */
    record StopRequest(
            @Nullable List<String> phones,
            @Nullable String scope,
            @Nullable String channel,
            @Nullable String sender,
            @Nullable String reason) {}

    /** How many were new, and how many stood there already. */
    record Added(int added, int known) {}

    /** An entry of the list. */
    record StopView(
            String id,
            String phone,
            String scope,
            @Nullable String channel,
            @Nullable String sender,
            String source,
            String reason,

            @com.fasterxml.jackson.annotation.JsonProperty("added_at")
            Instant addedAt) {}

    /** A page; {@code next} is the cursor of the page behind it. */
    record StopPage(List<StopView> items, @Nullable String next) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:stops')")
    @Operation(summary = "List the stop-list, newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StopPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, value -> value).isPresent(), limit, Pages.MOST, errors);
        String digits = phone == null ? "" : Phones.digits(phone, phones.home(who.account()));
        if (phone != null && digits.isEmpty()) {
            errors.add(new FieldError("/phone", "bad_recipient", null));
        }
        if (scope != null && !SCOPES.contains(scope)) {
            errors.add(new FieldError("/scope", "unknown", String.join(", ", SCOPES)));
        }
        Optional<StopSource> from = Arrays.stream(StopSource.values())
                .filter(it -> it.code().equals(source))
                .findFirst();
        if (source != null && from.isEmpty()) {
            errors.add(new FieldError("/source", "unknown", null));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Stop> page =
                stops.list(who.account(), new Listing(digits, scope, from.orElse(null), List.of()), cursor, limit);
        return ResponseEntity.ok(
                new StopPage(page.items().stream().map(StopDoor::view).toList(), page.next()));
    }

    private static StopView view(Stop stop) {
        return new StopView(
                Long.toString(stop.id()),
                stop.phone(),
                stop.scope().kind(),
                stop.scope() instanceof StopScope.Channel(String code) ? code : null,
                stop.scope() instanceof StopScope.Sender(String name) ? name : null,
                stop.source().code(),
                stop.reason(),
                stop.at());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:stops-edit')")
    @Operation(
            summary = "Put numbers on the stop-list",
            description = "A number that stands in the scope already stays as it is.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Added.class)))
    ResponseEntity<Object> add(@AuthenticationPrincipal Who who, @RequestBody StopRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<String> given = Objects.requireNonNullElse(request.phones(), List.of());
        if (given.isEmpty() || given.size() > Stops.MOST_AT_ONCE) {
            errors.add(new FieldError("/phones", "out_of_range", "1 to " + Stops.MOST_AT_ONCE));
        }
        Optional<StopScope> scope = scope(request.scope(), request.channel(), request.sender(), errors);
        String reason = reason(request.reason(), errors);
        Set<String> numbers = new LinkedHashSet<>();
        if (errors.isEmpty()) {
            read(given, phones.home(who.account()), numbers, errors);
        }
        if (!errors.isEmpty() || scope.isEmpty()) {
            return refusals.invalid(errors);
        }
        int added = stops.add(who, numbers, new Entry(scope.get(), StopSource.API, reason));
        return ResponseEntity.ok(new Added(added, numbers.size() - added));
    }

    private static void read(List<String> given, Country home, Set<String> numbers, List<FieldError> errors) {
        for (int i = 0; i < given.size(); i++) {
            String digits = Phones.digits(Objects.requireNonNullElse(given.get(i), ""), home);
            if (digits.isEmpty()) {
                errors.add(new FieldError("/phones/" + i, "bad_recipient", null));
            } else {
                numbers.add(digits);
            }
        }
    }

    /** What is to be stopped; what is wrong with it is added to the errors. */
    static Optional<StopScope> scope(
            @Nullable String kind, @Nullable String channel, @Nullable String sender, List<FieldError> errors) {
        Optional<StopScope> scope = scope(kind, channel, sender);
        if (scope.isEmpty()) {
            errors.add(
                    new FieldError("/scope", "unknown", "everything, channel with a channel, or sender with a name"));
        }
        return scope;
    }

    /** Why; what is wrong with it is added to the errors. */
    static String reason(@Nullable String written, List<FieldError> errors) {
        String reason = Objects.requireNonNullElse(written, "");
        if (reason.length() > Stops.LONGEST_REASON || reason.indexOf('\0') >= 0) {
            errors.add(new FieldError("/reason", "too_long", "at most " + Stops.LONGEST_REASON));
        }
        return reason;
    }

    private static Optional<StopScope> scope(@Nullable String kind, @Nullable String channel, @Nullable String sender) {
        String wanted = Objects.requireNonNullElse(kind, EVERYTHING);
        String value = wanted.equals("channel") ? channel : sender;
        return StopScope.of(wanted, wanted.equals(EVERYTHING) ? "" : Objects.requireNonNullElse(value, ""));
    }

    @DeleteMapping
    @PreAuthorize("hasAuthority('contacts:stops-edit')")
    @Operation(summary = "Take a number off the stop-list", description = "In one scope, or in all when none is given.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> remove(
            @AuthenticationPrincipal Who who,
            @RequestParam String phone,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String sender) {
        String digits = Phones.digits(phone, phones.home(who.account()));
        if (digits.isEmpty()) {
            return refusals.invalid(List.of(new FieldError("/phone", "bad_recipient", null)));
        }
        Optional<StopScope> wanted = scope(scope, channel, sender);
        if (scope != null && wanted.isEmpty()) {
            return refusals.invalid(List.of(new FieldError("/scope", "unknown", null)));
        }
        return stops.remove(who, digits, scope == null ? null : wanted.orElse(null))
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }
}
