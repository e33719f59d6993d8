package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.ContactDoor.Started;
import io.vestnik.platform.api.FilterWire.FilterBody;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.ContactExports;
import io.vestnik.platform.contacts.ContactExports.Of;
import io.vestnik.platform.contacts.ContactFields;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tables of contacts to take away. */
@RestController
@Tag(name = "Contacts")
class ContactExportDoor {
    private final ContactExports exports;
    private final Reading reading;
    private final FilterWire filters;
    private final Refusals refusals;

    ContactExportDoor(ContactExports exports, Reading reading, FilterWire filters, Refusals refusals) {
        this.exports = exports;
        this.reading = reading;
        this.filters = filters;
        this.refusals = refusals;
    }

    /** What an order names. */
    @Component
    record Reading(Contacts contacts, ContactFields fields) {}

    /**
     * What is exported: chosen contacts, the people of groups, or all that match a filter; everybody where none of them is told.
     *
     * @param ids 1 to 10,000
     * @param groups ids of groups and segments, 1 to 100, each a sheet of its own
     * @param format xlsx (usual), xls or csv
     * @param columns keys of fields in their order; all that the account uses where they are left out
     */
    record ExportRequest(
            @Nullable List<@Nullable String> ids,
            @Nullable List<@Nullable String> groups,
            @Nullable FilterBody filter,
            @Nullable String format,
            @Nullable List<@Nullable String> columns) {}

    @PostMapping("/api/v1/contacts/exports")
    @PreAuthorize("hasAuthority('contacts:export')")
    @Operation(
            summary = "Write contacts into a table",
            description = "The job's result has the file, which GET /files/{id} hands out for thirty days.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> start(@AuthenticationPrincipal Who who, @RequestBody ExportRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (Stream.of(
                                Optional.ofNullable(request.ids()),
                                Optional.ofNullable(request.groups()),
                                Optional.ofNullable(request.filter()))
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            errors.add(new FieldError("", "one_of", "ids, groups or filter"));
        }
        Of of = of(who, request, errors);
        String format = Objects.requireNonNullElse(request.format(), "xlsx");
        if (!ContactExports.FORMATS.contains(format)) {
            errors.add(new FieldError("/format", "unknown", String.join(", ", ContactExports.FORMATS)));
        }
        List<String> columns = columns(who, request.columns(), errors);
        return errors.isEmpty()
                ? BulkActDoor.started(exports.start(who, of, format, columns))
                : refusals.invalid(errors);
    }

    private Of of(Who who, ExportRequest request, List<FieldError> errors) {
        if (request.ids() != null) {
            if (request.ids().isEmpty() || request.ids().size() > ContactExports.MOST_CHOSEN) {
                errors.add(new FieldError("/ids", "out_of_range", "1 to " + ContactExports.MOST_CHOSEN));
            }
            List<Long> ids = ChoiceWire.numbers(request.ids());
            for (int i = 0; i < ids.size(); i++) {
                if (ids.get(i) == 0) {
                    errors.add(new FieldError("/ids/" + i, "not_an_id", null));
                }
            }
            return new Of.Chosen(ids);
        }
        return request.groups() != null
                ? new Of.OfGroups(groups(who, request.groups(), errors))
                : new Of.Matching(filters.read(who.account(), request.filter(), "/filter", errors));
    }

    private List<Group> groups(Who who, List<@Nullable String> written, List<FieldError> errors) {
        if (written.isEmpty() || written.size() > ContactExports.MOST_GROUPS) {
            errors.add(new FieldError("/groups", "out_of_range", "1 to " + ContactExports.MOST_GROUPS));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < Math.min(written.size(), ContactExports.MOST_GROUPS); i++) {
            Optional<Group> group = Ids.read(written.get(i), GroupId::new)
                    .flatMap(id -> reading.contacts().group(who.account(), id));
            group.ifPresent(groups::add);
            if (group.isEmpty()) {
                errors.add(new FieldError("/groups/" + i, "unknown_group", null));
            }
        }
        return groups;
    }

    private List<String> columns(Who who, @Nullable List<@Nullable String> written, List<FieldError> errors) {
        List<String> known = reading.fields().all(who.account()).stream()
                .filter(ContactFields.Kept::shown)
                .map(ContactFields.Kept::key)
                .toList();
        if (written == null) {
            return known;
        }
        if (written.isEmpty() || written.size() > known.size()) {
            errors.add(new FieldError("/columns", "out_of_range", "1 to " + known.size()));
            return known;
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String column = Objects.requireNonNullElse(written.get(i), "");
            if (!known.contains(column)) {
                errors.add(new FieldError("/columns/" + i, "unknown_field", null));
            } else if (columns.contains(column)) {
                errors.add(new FieldError("/columns/" + i, "duplicate", null));
            }
            columns.add(column);
        }
        return columns;
    }
}
