package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.StartedBy;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.shell.ProblemType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Loads of contacts. */
@RestController
@Tag(name = "Contacts")
class ContactDoor {
    private static final int LONGEST_GROUP = 100;

    private final Contacts contacts;
    private final Files files;
    private final Refusals refusals;
    private final Clock clock;

    ContactDoor(Contacts contacts, Files files, Refusals refusals, Clock clock) {
        this.contacts = contacts;
        this.files = files;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The job that loads; ask for it under {@code /api/v1/jobs/{id}}. */
    record Started(String job) {}

    @PostMapping("/api/v1/contacts/loads")
    @PreAuthorize("hasAuthority('contacts:load')")
    @Operation(
            summary = "Load contacts from an uploaded table into a group",
            description =
                    "The group is made when there is none of this name. Columns need one called phone. A workbook may give several sheets. Noting consents needs contacts:edit too.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> load(@AuthenticationPrincipal Who who, @RequestBody LoadRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<FileId> file = Ids.read(Objects.requireNonNullElse(request.file(), ""), FileId::new)
                .filter(id -> files.find(who.account(), id).isPresent());
        if (file.isEmpty()) {
            errors.add(new FieldError("/file", "not_found", null));
        }
        List<Contacts.Sheet> sheets = request.sheets(errors);
        if (request.notesConsents(sheets) && !who.may("contacts:edit")) {
            return refusals.of(ProblemType.NO_RIGHT, "contacts:edit");
        }
        Contacts.Existing existing = request.existing(errors);
        Contacts.Agreed agreed = request.agreed(StartedBy.of(who), clock.instant(), sheets, errors);
        String name = Objects.requireNonNullElse(request.group(), "").strip();
        if (name.isEmpty() || name.length() > LONGEST_GROUP) {
            errors.add(new FieldError("/group", name.isEmpty() ? "empty" : "too_long", null));
        }
        if (!errors.isEmpty() || file.isEmpty()) {
            return refusals.invalid(errors);
        }
        GroupId group = contacts.groupNamed(who.account(), name).id();
        var job = contacts.load(
                who.account(), new Contacts.Load(file.get(), sheets, group, existing, null, null, agreed));
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Started(job.toString()));
    }
}
