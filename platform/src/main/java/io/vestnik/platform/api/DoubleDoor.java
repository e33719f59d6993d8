package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.ContactDoor.Started;
import io.vestnik.platform.api.PeopleDoor.PersonView;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Doubles;
import io.vestnik.platform.contacts.Doubles.Keep;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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

/** People who are alike though their phones are not. */
@RestController
@RequestMapping("/api/v1/contacts/duplicates")
@Tag(name = "Contacts")
class DoubleDoor {
    private static final int MOST = 100;

    private final Doubles doubles;
    private final Contacts contacts;
    private final Refusals refusals;

    DoubleDoor(Doubles doubles, Contacts contacts, Refusals refusals) {
        this.doubles = doubles;
        this.contacts = contacts;
        this.refusals = refusals;
    }

    /**
     * What is searched.
     *
     * @param by email, full_name, or the key of a field of the account's own with texts or numbers
     * @param group only among the people of this group
     */
    record DoubleRequest(@Nullable String by, @Nullable String group) {}

    /** People who are alike, the oldest first. */
    record AlikeView(List<PersonView> people) {}

    /** A page of sets; {@code next} asks for what follows, and is absent on the last one. */
    record AlikePage(List<AlikeView> items, @Nullable String next) {}

    /**
     * Who stays of each set.
     *
     * @param keep newest, oldest, fullest (of whom most is known) or merged (the newest, with what only the others know, and in all
     *     their groups)
     */
    record CleanRequest(@Nullable String keep) {}

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Search for people who are alike",
            description = "The id of the job is that of the search: what it found is kept for a week.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> search(@AuthenticationPrincipal Who who, @RequestBody DoubleRequest request) {
        List<FieldError> errors = new ArrayList<>();
        String by = Objects.requireNonNullElse(request.by(), "");
        List<String> known = doubles.by(who.account());
        if (!known.contains(by)) {
            errors.add(new FieldError("/by", "unknown", String.join(", ", known)));
        }
        Optional<GroupId> group = Ids.read(request.group(), GroupId::new)
                .filter(id -> contacts.group(who.account(), id)
                        .filter(it -> !it.living())
                        .isPresent());
        if (request.group() != null && group.isEmpty()) {
            errors.add(new FieldError("/group", "unknown_group", null));
        }
        return errors.isEmpty()
                ? BulkActDoor.started(doubles.search(who, by, group.orElse(null)))
                : refusals.invalid(errors);
    }

    @GetMapping("/{job}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "List the sets that a search found")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlikePage.class)))
    ResponseEntity<Object> sets(
            @AuthenticationPrincipal Who who,
            @PathVariable String job,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, value -> value).isPresent(), limit, MOST, errors);
        Optional<JobId> search = Ids.read(job, JobId::new);
        if (search.isEmpty() || doubles.sets(who.account(), search.get(), 0, 1).isEmpty()) {
            return refusals.notFound();
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        long after = Ids.read(cursor, Long::valueOf).orElse(0L);
        return doubles.sets(who.account(), search.get(), after, limit)
                .map(page -> ResponseEntity.<Object>ok(page(page)))
                .orElseGet(refusals::notFound);
    }

    private static AlikePage page(Slice<List<Card>> page) {
        return new AlikePage(
                page.items().stream()
                        .map(set -> new AlikeView(set.stream()
                                .map(card -> PersonView.of(card, null))
                                .toList()))
                        .toList(),
                page.next());
    }

    @PostMapping("/{job}/clean")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Leave one of each set",
            description = "The others are deleted, and can be brought back for thirty days.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> clean(
            @AuthenticationPrincipal Who who, @PathVariable String job, @RequestBody CleanRequest request) {
        Optional<JobId> search = Ids.read(job, JobId::new)
                .filter(id -> doubles.sets(who.account(), id, 0, 1).isPresent());
        if (search.isEmpty()) {
            return refusals.notFound();
        }
        Optional<Keep> keep = Arrays.stream(Keep.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(request.keep()))
                .findFirst();
        if (keep.isEmpty()) {
            return refusals.invalid(List.of(new FieldError("/keep", "unknown", "newest, oldest, fullest or merged")));
        }
        return doubles.clean(who, search.get(), keep.get())
                .map(BulkActDoor::started)
                .orElseGet(() -> refusals.with(ProblemType.WRONG_STATE, "state", "running"));
    }
}
