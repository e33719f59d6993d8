package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.FilterWire.FilterBody;
import io.vestnik.platform.api.PeopleDoor.PersonPage;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Choosing;
import io.vestnik.platform.contacts.Meant;
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
import org.springframework.web.bind.annotation.RestController;

/** Contacts by what is known of them. */
@RestController
@RequestMapping("/api/v1/contacts")
@Tag(name = "Contacts")
class ChoosingDoor {
    private static final int USUAL = 100;

    private final Choosing choosing;
    private final FilterWire filters;
    private final Refusals refusals;

    ChoosingDoor(Choosing choosing, FilterWire filters, Refusals refusals) {
        this.choosing = choosing;
        this.filters = filters;
        this.refusals = refusals;
    }

    /** What conditions may be set on. */
    record AskableList(List<AskableView> items) {}

    /**
     * What a condition may be set on.
     *
     * @param kind text, number, day, moment (compared by days) or choice
     * @param tests how it may be compared: is, is_not, has, starts, more, less, since, before, within, older and soon (so many days),
     *     empty, filled
     * @param values what a choice chooses from, 1,000 at most
     */
    record AskableView(String field, String name, String kind, List<String> tests, List<ValueView> values) {}

    /** One of the values of a choice, and what people call it. */
    record ValueView(String value, String name) {}

    /**
     * Which contacts, and which page of them.
     *
     * @param cursor the next of the page before
     * @param limit 1 to 1,000; 100 unless said
     */
    record SearchRequest(
            @Nullable FilterBody filter,
            @Nullable String cursor,
            @Nullable Integer limit) {}

    /** Which contacts. */
    record CountRequest(@Nullable FilterBody filter) {}

    /** How many there are. */
    record CountView(long contacts) {}

    @GetMapping("/conditions")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List what conditions may be set on")
    AskableList conditions(@AuthenticationPrincipal Who who) {
        return new AskableList(choosing.askable(who.account()).stream()
                .map(it -> new AskableView(
                        it.field(),
                        it.name(),
                        it.kind(),
                        it.tests(),
                        it.values().stream()
                                .map(value -> new ValueView(value.value(), value.name()))
                                .toList()))
                .toList());
    }

    @PostMapping("/search")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(
            summary = "List contacts that match a filter",
            description = "A group's by phone, otherwise the newest first.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonPage.class)))
    ResponseEntity<Object> search(@AuthenticationPrincipal Who who, @RequestBody SearchRequest request) {
        List<FieldError> errors = new ArrayList<>();
        int limit = Objects.requireNonNullElse(request.limit(), USUAL);
        Pages.check(request.cursor(), limit, errors);
        Meant meant = filters.read(who.account(), request.filter(), "/filter", errors);
        return errors.isEmpty()
                ? ResponseEntity.ok(PersonPage.of(choosing.list(who.account(), meant, request.cursor(), limit)))
                : refusals.invalid(errors);
    }

    @PostMapping("/count")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "Count contacts that match a filter")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CountView.class)))
    ResponseEntity<Object> count(@AuthenticationPrincipal Who who, @RequestBody CountRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Meant meant = filters.read(who.account(), request.filter(), "/filter", errors);
        return errors.isEmpty()
                ? ResponseEntity.ok(new CountView(choosing.count(who.account(), meant)))
                : refusals.invalid(errors);
    }
}
