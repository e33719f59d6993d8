package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.ContactDoor.Started;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.contacts.DeletedContacts;
import io.vestnik.platform.contacts.DeletedContacts.Deleted;
import io.vestnik.platform.contacts.DeletedContacts.Wanted;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.Slice;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deleted contacts, which can be brought back for thirty days. */
@RestController
@RequestMapping("/api/v1/contacts/deleted")
@Tag(name = "Contacts")
class DeletedDoor {
    private static final int LONGEST = 100;

    private final DeletedContacts deleted;
    private final Refusals refusals;

    DeletedDoor(DeletedContacts deleted, Refusals refusals) {
        this.deleted = deleted;
        this.refusals = refusals;
    }

    /**
     * A deleted contact.
     *
     * @param id its own among the deleted
     * @param contact the id that it had, and will have again
     * @param deletion what was deleted at once has the same number
     * @param by the name of who deleted it
     * @param groups ids of the groups that it was in
     */
    record DeletedPerson(
            String id,
            String contact,
            String phone,
            Map<String, String> fields,
            String deletion,

            @JsonProperty("deleted_at") Instant deletedAt,

            String by,
            List<String> groups) {
        static DeletedPerson of(Deleted it) {
            Card card = it.card();
            return new DeletedPerson(
                    Long.toString(it.place()),
                    Long.toString(card.id()),
                    "+" + card.phone(),
                    card.fields(),
                    Long.toString(it.deletion()),
                    it.at(),
                    it.by(),
                    it.groups().stream().map(GroupId::toString).toList());
        }
    }

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record DeletedPage(List<DeletedPerson> items, @Nullable String next) {}

    /**
     * Which of them: chosen ones, or all that match the rest, as a job.
     *
     * @param ids 1 to 10,000, as the list has them
     * @param deletion what was deleted at once under this number
     * @param search words or digits
     * @param all true for everybody who is deleted
     */
    record DeletedRequest(
            @Nullable List<@Nullable String> ids,
            @Nullable String deletion,
            @Nullable String search,
            @Nullable Boolean all) {}

    /**
     * What came of bringing back.
     *
     * @param merged how many phones had come back meanwhile: what was empty there was filled
     */
    record RestoredView(long restored, long merged) {}

    /** How many are deleted for good. */
    record PurgedView(int purged) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List deleted contacts, the last deleted first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeletedPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String deletion,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, limit, errors);
        Wanted wanted = wanted(search, deletion, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Deleted> page = deleted.list(who.account(), wanted, cursor, limit);
        return ResponseEntity.ok(
                new DeletedPage(page.items().stream().map(DeletedPerson::of).toList(), page.next()));
    }

    private static Wanted wanted(@Nullable String search, @Nullable String deletion, List<FieldError> errors) {
        String words = Objects.requireNonNullElse(search, "");
        if (words.indexOf('\0') >= 0) {
            errors.add(new FieldError("/search", "bad_characters", null));
        }
        if (words.length() > LONGEST) {
            errors.add(new FieldError("/search", "too_long", null));
        }
        Optional<Long> number = Ids.read(deletion, Long::valueOf);
        if (deletion != null && number.isEmpty()) {
            errors.add(new FieldError("/deletion", "not_an_id", null));
        }
        return new Wanted(words, number.orElse(null));
    }

    @PostMapping("/restore")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Bring deleted contacts back, with their ids and groups",
            description = "Chosen ones at once; all that match as a job.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RestoredView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> restore(@AuthenticationPrincipal Who who, @RequestBody DeletedRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Wanted wanted = checked(request, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        if (request.ids() == null) {
            return BulkActDoor.started(deleted.restoreAll(who, wanted));
        }
        DeletedContacts.Restored done = deleted.restore(who, ChoiceWire.sound(ChoiceWire.numbers(request.ids())));
        return ResponseEntity.ok(new RestoredView(done.restored(), done.merged()));
    }

    @PostMapping("/purge")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Delete contacts for good that are deleted already",
            description =
                    "Chosen ones at once; all that match as a job. To erase all that is known of people, see erasures.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PurgedView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> purge(@AuthenticationPrincipal Who who, @RequestBody DeletedRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Wanted wanted = checked(request, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        if (request.ids() == null) {
            return BulkActDoor.started(deleted.purgeAll(who, wanted));
        }
        return ResponseEntity.ok(
                new PurgedView(deleted.purge(who, ChoiceWire.sound(ChoiceWire.numbers(request.ids())))));
    }

    private static Wanted checked(DeletedRequest request, List<FieldError> errors) {
        Wanted wanted = wanted(request.search(), request.deletion(), errors);
        boolean narrowed = !wanted.search().isBlank() || request.deletion() != null;
        int told = (request.ids() == null ? 0 : 1) + (narrowed ? 1 : 0) + (Boolean.TRUE.equals(request.all()) ? 1 : 0);
        if (told != 1) {
            errors.add(new FieldError("", "one_of", "ids, deletion and search, or all"));
        }
        if (request.ids() != null && (request.ids().isEmpty() || request.ids().size() > DeletedContacts.MOST_AT_ONCE)) {
            errors.add(new FieldError("/ids", "out_of_range", "1 to " + DeletedContacts.MOST_AT_ONCE));
        }
        return wanted;
    }
}
