package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.PeopleDoor.PersonPage;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.ContactCards;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Groups;
import io.vestnik.platform.contacts.Groups.Membership;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is in a group. */
@RestController
@RequestMapping("/api/v1/groups/{id}/members")
@Tag(name = "Groups")
class MemberDoor {
    private final Contacts contacts;
    private final ContactCards cards;
    private final Groups groups;
    private final Phones phones;
    private final Refusals refusals;

    MemberDoor(Contacts contacts, ContactCards cards, Groups groups, Phones phones, Refusals refusals) {
        this.contacts = contacts;
        this.cards = cards;
        this.groups = groups;
        this.phones = phones;
        this.refusals = refusals;
    }

    /**
     * Who comes in or goes out.
     *
     * @param phones 1 to 10,000
     * @param newcomers whether those who are no contacts yet become contacts; true where it is left out
     */
    record MemberRequest(
            @Nullable List<@Nullable String> phones,
            @Nullable Boolean newcomers) {}

    /**
     * What became of one phone.
     *
     * @param state joined, there (it was in before), left, absent (it was not in), or unknown (it is no contact)
     */
    record MemberItem(
            @Nullable String phone,
            @Nullable String state,
            @Nullable FieldError error) {}

    /** What became of each, in the order given. */
    record MemberItems(List<MemberItem> items) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List who is in a group, by phone")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Optional<Group> group = find(who, id);
        if (group.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, limit, errors);
        return errors.isEmpty()
                ? ResponseEntity.ok(PersonPage.of(cards.list(
                        who.account(), new ContactCards.Wanted("", group.get().id()), cursor, limit)))
                : refusals.invalid(errors);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Put people into a group", description = "Each phone is answered by itself.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberItems.class)))
    ResponseEntity<Object> join(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody MemberRequest request) {
        boolean newcomers = !Boolean.FALSE.equals(request.newcomers());
        return each(who, id, request, group -> some -> groups.join(who.account(), group, some, newcomers));
    }

    @PostMapping("/remove")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Take people out of a group", description = "They stay contacts.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberItems.class)))
    ResponseEntity<Object> leave(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody MemberRequest request) {
        return each(who, id, request, group -> some -> groups.leave(who.account(), group, some));
    }

    private ResponseEntity<Object> each(
            Who who,
            String id,
            MemberRequest request,
            Function<GroupId, Function<List<String>, Optional<List<Membership>>>> order) {
        Optional<Group> group = find(who, id);
        if (group.isEmpty()) {
            return refusals.notFound();
        }
        List<@Nullable String> written = Objects.requireNonNullElse(request.phones(), List.of());
        if (written.isEmpty() || written.size() > Groups.MOST_AT_ONCE) {
            return refusals.invalid(List.of(new FieldError("/phones", "out_of_range", "1 to " + Groups.MOST_AT_ONCE)));
        }
        Country home = phones.home(who.account());
        List<String> digits = written.stream()
                .map(phone -> Phones.digits(Objects.requireNonNullElse(phone, ""), home))
                .toList();
        return order.apply(group.get().id())
                .apply(digits.stream().filter(it -> !it.isEmpty()).toList())
                .map(answers -> ResponseEntity.<Object>ok(new MemberItems(items(written, digits, answers))))
                .orElseGet(() -> refusals.invalid(List.of(new FieldError("", "segment", null))));
    }

    private static List<MemberItem> items(
            List<@Nullable String> written, List<String> digits, List<Membership> answers) {
        Iterator<Membership> next = answers.iterator();
        List<MemberItem> items = new ArrayList<>(written.size());
        for (int i = 0; i < digits.size(); i++) {
            items.add(
                    digits.get(i).isEmpty()
                            ? new MemberItem(
                                    written.get(i), null, new FieldError("/phones/" + i, "bad_recipient", null))
                            : new MemberItem(
                                    "+" + digits.get(i), next.next().name().toLowerCase(Locale.ROOT), null));
        }
        return items;
    }

    private Optional<Group> find(Who who, String id) {
        return Ids.read(id, GroupId::new).flatMap(group -> contacts.group(who.account(), group));
    }
}
