package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.ContactFields;
import io.vestnik.platform.contacts.ContactFields.Answer;
import io.vestnik.platform.contacts.ContactFields.Kept;
import io.vestnik.platform.shell.ProblemType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be told of contacts. */
@RestController
@RequestMapping("/api/v1/contacts/fields")
@Tag(name = "Contacts")
class ContactFieldDoor {
    /** More than any field takes; what is beyond is refused by the field itself. */
    private static final int MOST_CHOICES = 1_000;

    private final ContactFields fields;
    private final Refusals refusals;

    ContactFieldDoor(ContactFields fields, Refusals refusals) {
        this.fields = fields;
        this.refusals = refusals;
    }

    /** Fields of contacts, in the account's order. */
    record FieldList(List<FieldView> items) {}

    /**
     * A field.
     *
     * @param name that the account gave it; absent where a built-in one keeps its own
     * @param kind text, number, date, choice or yes_no; of what is found also moment
     * @param source built_in, own (made by the account) or found (nobody fills it)
     * @param choices what it chooses from
     * @param shown whether the account uses it
     * @param place where it stands among all fields, from 0
     * @param filled how many contacts have a value of it; told of one of the account's own that is asked for alone
     */
    record FieldView(
            String key,
            @Nullable String name,
            String kind,
            String source,
            List<String> choices,
            boolean shown,
            int place,
            @Nullable Long filled) {
        static FieldView of(Kept kept, @Nullable Long filled) {
            return new FieldView(
                    kept.key(),
                    kept.name(),
                    kept.kind(),
                    kept.source(),
                    kept.choices(),
                    kept.shown(),
                    kept.place(),
                    filled);
        }
    }

    /**
     * A field of the account's own.
     *
     * @param name 1 to 40 characters, the first a letter
     * @param kind text (usual), number, date, choice or yes_no
     * @param choices of a choice, 1 to 100 of at most 100 characters each
     */
    record FieldRequest(
            @Nullable String name,
            @Nullable String kind,
            @Nullable List<@Nullable String> choices) {}

    /**
     * What changes of a field; what is left out stays.
     *
     * @param name empty gives a built-in one its own name back
     * @param shown whether the account uses it; the phone always is
     * @param place where it stands among all fields, from 0
     */
    record FieldChange(
            @Nullable String name,
            @Nullable List<@Nullable String> choices,
            @Nullable Boolean shown,
            @Nullable Integer place) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List what can be told of a contact")
    FieldList fields(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "With what is found out about contacts, such as their region, as well")
                    @RequestParam(defaultValue = "false")
                    boolean found) {
        return new FieldList(fields.all(who.account()).stream()
                .filter(field -> found || field.filled())
                .map(field -> FieldView.of(field, null))
                .toList());
    }

    @GetMapping("/{key}")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "Ask for a field")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FieldView.class)))
    ResponseEntity<Object> field(@AuthenticationPrincipal Who who, @PathVariable String key) {
        return fields.find(who.account(), key)
                .map(field -> kept(
                        HttpStatus.OK, field, field.source().equals("own") ? fields.filled(who.account(), key) : null))
                .orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Make a field of the account's own", description = "An account has 50 at most.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FieldView.class)))
    ResponseEntity<Object> create(@AuthenticationPrincipal Who who, @RequestBody FieldRequest request) {
        Optional<ResponseEntity<Object>> refusal = choices(request.choices());
        return refusal.orElseGet(() -> answer(
                HttpStatus.CREATED,
                fields.add(
                        who,
                        Objects.requireNonNullElse(request.name(), ""),
                        Objects.requireNonNullElse(request.kind(), "text"),
                        told(request.choices()))));
    }

    @PatchMapping("/{key}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Change a field", description = "A choice that goes stays where contacts have it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FieldView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String key,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FieldChange change) {
        Optional<Kept> there = fields.find(who.account(), key);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        Kept now = there.get();
        if (!ETags.fits(ifMatch, tag(now))) {
            return refusals.changed(tag(now));
        }
        int place = Objects.requireNonNullElse(change.place(), now.place());
        if (place < 0) {
            return refusals.invalid(List.of(new FieldError("/place", "out_of_range", "0 or more")));
        }
        return choices(change.choices())
                .orElseGet(() -> answer(
                        HttpStatus.OK,
                        fields.change(
                                who,
                                key,
                                ifMatch == null ? null : now,
                                new ContactFields.Wish(
                                        change.name() != null
                                                ? change.name()
                                                : Objects.requireNonNullElse(now.name(), ""),
                                        change.choices() != null ? told(change.choices()) : now.choices(),
                                        Objects.requireNonNullElse(change.shown(), now.shown()),
                                        place))));
    }

    @DeleteMapping("/{key}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Delete a field of the account's own",
            description = "Its values go with it; both can be brought back for thirty days.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String key,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Kept> there = fields.find(who.account(), key);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        if (!ETags.fits(ifMatch, tag(there.get()))) {
            return refusals.changed(tag(there.get()));
        }
        if (!there.get().source().equals("own")) {
            return refusals.with(ProblemType.WRONG_STATE, "state", there.get().source());
        }
        return fields.delete(who, key) ? ResponseEntity.noContent().build() : refusals.notFound();
    }

    @PostMapping("/{key}/restore")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Take back that a field was deleted",
            description = "Where another has its name meanwhile, it gets a number behind it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FieldView.class)))
    ResponseEntity<Object> restore(@AuthenticationPrincipal Who who, @PathVariable String key) {
        return answer(HttpStatus.OK, fields.restore(who, key));
    }

    private Optional<ResponseEntity<Object>> choices(@Nullable List<@Nullable String> written) {
        return written != null && written.size() > MOST_CHOICES
                ? Optional.of(refusals.invalid(List.of(new FieldError("/choices", "too_many", "100"))))
                : Optional.empty();
    }

    private static List<String> told(@Nullable List<@Nullable String> written) {
        return Objects.requireNonNullElse(written, List.<@Nullable String>of()).stream()
                .map(it -> Objects.requireNonNullElse(it, ""))
                .toList();
    }

    private ResponseEntity<Object> answer(HttpStatus status, Answer answer) {
        return switch (answer) {
            case Answer.Saved(Kept field) -> kept(status, field, null);
            case Answer.Taken() -> wrong("/name", "duplicate", null);
            case Answer.Stale(Kept now) -> refusals.changed(tag(now));
            case Answer.BadName() -> wrong("/name", "bad_value", "1 to 40 characters, the first a letter, no brackets");
            case Answer.BadKind() -> wrong("/kind", "unknown", null);
            case Answer.BadChoices() -> wrong("/choices", "bad_value", "1 to 100 of at most 100 characters");
            case Answer.TooMany() -> refusals.of(ProblemType.TOO_MANY);
            case Answer.Gone() -> refusals.notFound();
        };
    }

    private ResponseEntity<Object> wrong(String pointer, String code, @Nullable String detail) {
        return refusals.invalid(List.of(new FieldError(pointer, code, detail)));
    }

    private static ResponseEntity<Object> kept(HttpStatus status, Kept field, @Nullable Long filled) {
        return ResponseEntity.status(status).eTag(tag(field)).body(FieldView.of(field, filled));
    }

    private static String tag(Kept field) {
        return ETags.of(field.toString());
    }
}
