package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Groups, and loads of contacts. */
@RestController
@Tag(name = "Contacts")
class ContactDoor {
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_GROUP = 100;
    private static final int MOST_HEADER_ROWS = 100;

    private final Contacts contacts;
    private final Files files;
    private final Refusals refusals;

    ContactDoor(Contacts contacts, Files files, Refusals refusals) {
        this.contacts = contacts;
        this.files = files;
        this.refusals = refusals;
    }

    /** All groups of the account. */
    record Groups(List<Group> items) {}

    /**
     * A group made by hand, or a segment.
     *
     * @param contacts how many are in it; of a segment as of when it was counted
     */
    record Group(
            String id,
            String name,
            long contacts,
            boolean segment,

            @JsonProperty("counted_at") @Nullable Instant countedAt) {}

    /** A load to start; {@code columns} tells the field of each column, counted from 0. */
    record LoadRequest(
            @Nullable String file,
            @Nullable Integer sheet,

            @JsonProperty("header_rows") @Nullable Integer headerRows,

            @Nullable Map<String, String> columns,
            @Nullable String group) {}

    /** The job that loads; ask for it under {@code /api/v1/jobs/{id}}. */
    record Started(String job) {}

    @GetMapping("/api/v1/groups")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List groups")
    Groups groups(@AuthenticationPrincipal Who who) {
        return new Groups(contacts.groups(who.account()).stream()
                .map(group -> new Group(
                        group.id().toString(), group.name(), group.contacts(), group.living(), group.countedAt()))
                .toList());
    }

    @PostMapping("/api/v1/contacts/loads")
    @PreAuthorize("hasAuthority('contacts:load')")
    @Operation(
            summary = "Load contacts from an uploaded table into a group",
            description = "The group is made when there is none of this name. Columns need one called phone.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> load(@AuthenticationPrincipal Who who, @RequestBody LoadRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<FileId> file = Ids.read(Objects.requireNonNullElse(request.file(), ""), FileId::new)
                .filter(id -> files.find(who.account(), id).isPresent());
        if (file.isEmpty()) {
            errors.add(new FieldError("/file", "not_found", null));
        }
        Map<Integer, String> columns = columns(request, errors);
        int sheet = number(request.sheet(), 0, Short.MAX_VALUE, "/sheet", errors);
        int headerRows = number(request.headerRows(), 1, MOST_HEADER_ROWS, "/header_rows", errors);
        String name = Objects.requireNonNullElse(request.group(), "").strip();
        if (name.isEmpty() || name.length() > LONGEST_GROUP) {
            errors.add(new FieldError("/group", name.isEmpty() ? "empty" : "too_long", null));
        }
        if (!errors.isEmpty() || file.isEmpty()) {
            return refusals.invalid(errors);
        }
        GroupId group = contacts.groupNamed(who.account(), name).id();
        var job = contacts.load(who.account(), new Contacts.Load(file.get(), sheet, headerRows, columns, group));
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Started(job.toString()));
    }

    private static Map<Integer, String> columns(LoadRequest request, List<FieldError> errors) {
        Map<Integer, String> columns = new HashMap<>();
        Set<String> fields = new HashSet<>();
        for (Map.Entry<String, String> column : Objects.requireNonNullElse(request.columns(), Map.<String, String>of())
                .entrySet()) {
            if (!column.getKey().matches("\\d{1,3}") || Integer.parseInt(column.getKey()) >= MOST_COLUMNS) {
                errors.add(new FieldError("/columns/" + column.getKey(), "not_a_column", null));
            } else if (!fields.add(column.getValue())) {
                errors.add(new FieldError("/columns/" + column.getKey(), "field_twice", column.getValue()));
            } else {
                columns.put(Integer.parseInt(column.getKey()), column.getValue());
            }
        }
        if (!fields.contains("phone")) {
            errors.add(new FieldError("/columns", "no_phone_column", null));
        }
        return columns;
    }

    private static int number(@Nullable Integer given, int usual, int most, String pointer, List<FieldError> errors) {
        int number = Objects.requireNonNullElse(given, usual);
        if (number < 0 || number > most) {
            errors.add(new FieldError(pointer, "out_of_range", "0 to " + most));
        }
        return number;
    }
}
