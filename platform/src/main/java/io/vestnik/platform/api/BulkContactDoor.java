package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.BulkContacts;
import io.vestnik.platform.contacts.BulkContacts.Put;
import io.vestnik.platform.contacts.ContactCards;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.GroupId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes many contacts at once. */
@RestController
@Tag(name = "Contacts")
class BulkContactDoor {
    private final BulkContacts bulk;
    private final Contacts contacts;
    private final Phones phones;
    private final Refusals refusals;

    BulkContactDoor(BulkContacts bulk, Contacts contacts, Phones phones, Refusals refusals) {
        this.bulk = bulk;
        this.contacts = contacts;
        this.phones = phones;
        this.refusals = refusals;
    }

    /**
     * Contacts to keep.
     *
     * @param items 1 to 10,000
     * @param existing what becomes of those who are there: fill (usual) from what is told, or skip
     * @param group the id of a group made by hand that all of them join
     */
    record BulkRequest(
            @Nullable List<@Nullable BulkPerson> items,
            @Nullable String existing,
            @Nullable String group) {}

    /** A contact, told by the keys of fields. */
    record BulkPerson(@Nullable String phone, @Nullable Map<String, @Nullable String> fields) {}

    /**
     * What became of one.
     *
     * @param change added, changed or unchanged
     */
    record BulkItem(
            @Nullable String id,
            @Nullable String change,
            @Nullable FieldError error) {}

    /** What became of each, in the order given. */
    record BulkItems(List<BulkItem> items) {}

    @PostMapping("/api/v1/contacts")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Keep contacts, up to 10,000",
            description =
                    "Those who are new are added, those who are there get what is told of them. Each is answered by"
                            + " itself: one that is wrong does not stop the others.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BulkItems.class)))
    ResponseEntity<Object> put(@AuthenticationPrincipal Who who, @RequestBody BulkRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<@Nullable BulkPerson> written = Objects.requireNonNullElse(request.items(), List.of());
        if (written.isEmpty() || written.size() > BulkContacts.MOST_AT_ONCE) {
            errors.add(new FieldError("/items", "out_of_range", "1 to " + BulkContacts.MOST_AT_ONCE));
        }
        Existing existing = existing(request.existing(), errors);
        GroupId group = group(who, request.group(), errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        List<FieldError> wrong = new ArrayList<>();
        List<Optional<ContactCards.Told>> told = told(written, phones.home(who.account()), wrong);
        return bulk.put(who.account(), told.stream().flatMap(Optional::stream).toList(), existing, group)
                .map(answers -> ResponseEntity.<Object>ok(new BulkItems(items(told, wrong, answers))))
                .orElseGet(() -> refusals.invalid(List.of(new FieldError("/group", "not_found", null))));
    }

    private static Existing existing(@Nullable String written, List<FieldError> errors) {
        return switch (Objects.requireNonNullElse(written, "fill")) {
            case "fill" -> Existing.FILL;
            case "skip" -> Existing.SKIP;
            default -> {
                errors.add(new FieldError("/existing", "unknown", "fill or skip"));
                yield Existing.SKIP;
            }
        };
    }

    private @Nullable GroupId group(Who who, @Nullable String written, List<FieldError> errors) {
        if (written == null) {
            return null;
        }
        Optional<GroupId> group = Ids.read(written, GroupId::new)
                .filter(id -> contacts.group(who.account(), id).isPresent());
        if (group.isEmpty()) {
            errors.add(new FieldError("/group", "not_found", null));
        }
        return group.orElse(null);
    }

    private static List<Optional<ContactCards.Told>> told(
            List<@Nullable BulkPerson> written, Country home, List<FieldError> wrong) {
        List<Optional<ContactCards.Told>> told = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            BulkPerson person = written.get(i);
            told.add(
                    person == null
                            ? Told.of(null, null, home, "/items/" + i, wrong)
                            : Told.of(person.phone(), person.fields(), home, "/items/" + i, wrong));
        }
        return told;
    }

    private static List<BulkItem> items(
            List<Optional<ContactCards.Told>> told, List<FieldError> wrong, List<Put> answers) {
        Iterator<FieldError> error = wrong.iterator();
        Iterator<Put> answer = answers.iterator();
        List<BulkItem> items = new ArrayList<>(told.size());
        for (int i = 0; i < told.size(); i++) {
            items.add(
                    told.get(i).isEmpty()
                            ? new BulkItem(null, null, error.next())
                            : item(answer.next(), "/items/" + i));
        }
        return items;
    }

    private static BulkItem item(Put put, String at) {
        return switch (put) {
            case Put.Kept(long id, BulkContacts.Change change) ->
                new BulkItem(Long.toString(id), change.name().toLowerCase(Locale.ROOT), null);
            case Put.Duplicate() -> new BulkItem(null, null, new FieldError(at + "/phone", "duplicate", null));
            case Put.Refused(ContactCards.Fault fault) -> new BulkItem(null, null, Told.error(fault, at));
        };
    }
}
