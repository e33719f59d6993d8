package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.ContactCards;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.contacts.ContactCards.Saved;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contacts one by one. */
@RestController
@Tag(name = "Contacts")
class PeopleDoor {
    private final ContactCards cards;
    private final Phones phones;
    private final Refusals refusals;

    PeopleDoor(ContactCards cards, Phones phones, Refusals refusals) {
        this.cards = cards;
        this.phones = phones;
        this.refusals = refusals;
    }

    /**
     * A contact.
     *
     * @param fields what is known, by the keys of fields, such as name or f12
     * @param mccMnc the network that the number belongs to
     */
    record PersonView(
            String id,
            int version,
            String phone,
            Map<String, String> fields,
            String country,

            @JsonProperty("mcc_mnc") String mccMnc,

            @Nullable String region,

            @JsonProperty("created_at") Instant createdAt,

            @JsonProperty("updated_at") Instant updatedAt,

            @Nullable List<String> groups) {
        static PersonView of(Card card, @Nullable List<String> groups) {
            return new PersonView(
                    Long.toString(card.id()),
                    card.version(),
                    "+" + card.phone(),
                    card.fields(),
                    card.country(),
                    card.mccMnc(),
                    card.region(),
                    card.createdAt(),
                    card.updatedAt(),
                    groups);
        }
    }

    /** A page of contacts; {@code next} asks for what follows, and is absent on the last one. */
    record PersonPage(List<PersonView> items, @Nullable String next) {
        static PersonPage of(Slice<Card> page) {
            return new PersonPage(
                    page.items().stream().map(card -> PersonView.of(card, null)).toList(), page.next());
        }
    }

    /**
     * A contact written anew.
     *
     * @param fields what is not told is empty afterwards
     * @param groups ids of the groups that it is in afterwards; where they are left out, it stays where it is
     * @param version that was read
     */
    record PersonRequest(
            @Nullable String phone,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable List<@Nullable String> groups,
            @Nullable Integer version) {}

    @GetMapping("/api/v1/contacts")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List contacts, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, limit, errors);
        if (search.indexOf('\0') >= 0) {
            errors.add(new FieldError("/search", "bad_characters", null));
        }
        return errors.isEmpty()
                ? ResponseEntity.ok(
                        PersonPage.of(cards.list(who.account(), new ContactCards.Wanted(search, null), cursor, limit)))
                : refusals.invalid(errors);
    }

    @GetMapping("/api/v1/contacts/{id}")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "Ask for a contact")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    ResponseEntity<Object> contact(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(card -> kept(who, card)).orElseGet(refusals::notFound);
    }

    private ResponseEntity<Object> kept(Who who, Card card) {
        List<String> groups = cards.groupsOf(who.account(), card).stream()
                .map(GroupId::toString)
                .toList();
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(PersonView.of(card, groups));
    }

    @PutMapping("/api/v1/contacts/{id}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Write a contact anew",
            description =
                    "What is not told is empty afterwards; the version is the one that was read, unless If-Match says"
                            + " so.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PersonRequest request) {
        Optional<Card> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        Card card = there.get();
        if (!ETags.fits(ifMatch, ETags.of(card.version()))) {
            return refusals.changed(ETags.of(card.version()));
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<ContactCards.Told> told =
                Told.of(request.phone(), request.fields(), phones.home(who.account()), "", errors);
        List<GroupId> groups =
                request.groups() == null ? cards.groupsOf(who.account(), card) : groups(request.groups(), errors);
        if (told.isEmpty() || !errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        int version = ETags.version(ifMatch, card.version(), request.version());
        return switch (cards.change(who.account(), card.id(), version, told.get(), groups)) {
            case Saved.Kept(Card kept) -> kept(who, kept);
            case Saved.Taken(Card other) ->
                refusals.with(ProblemType.ALREADY_THERE, "there", Long.toString(other.id()));
            case Saved.Stale(Card now) -> refusals.stale(ifMatch, now.version());
            case Saved.Refused(ContactCards.Fault fault) -> refusals.invalid(List.of(Told.error(fault, "")));
            case Saved.Gone() -> refusals.notFound();
        };
    }

    private static List<GroupId> groups(List<@Nullable String> written, List<FieldError> errors) {
        List<GroupId> groups = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Optional<GroupId> group = Ids.read(Objects.requireNonNullElse(written.get(i), ""), GroupId::new);
            group.ifPresent(groups::add);
            if (group.isEmpty()) {
                errors.add(new FieldError("/groups/" + i, "not_an_id", null));
            }
        }
        return groups.stream().distinct().toList();
    }

    @DeleteMapping("/api/v1/contacts/{id}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Delete a contact",
            description = "On the page of deleted contacts it can be brought back for thirty days.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Card> card = find(who, id);
        if (card.isEmpty()) {
            return refusals.notFound();
        }
        String tag = ETags.of(card.get().version());
        if (!ETags.fits(ifMatch, tag)) {
            return refusals.changed(tag);
        }
        return cards.delete(who, card.get().id()) ? ResponseEntity.noContent().build() : refusals.notFound();
    }

    private Optional<Card> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(number -> cards.find(who.account(), number));
    }
}
