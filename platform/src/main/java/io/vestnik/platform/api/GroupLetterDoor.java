package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageDoor.Item;
import io.vestnik.platform.api.MessageDoor.MessageRequest;
import io.vestnik.platform.api.MessageReading.Read;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.Taking.Asked;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes one text for everybody of some groups. */
@RestController
@Tag(name = "Messages")
class GroupLetterDoor {
    private static final int MOST_GROUPS = 100;
    /** As of a campaign: before everybody's own text is made of it, not after. */
    private static final int LONGEST_TEXT = 4_000;

    private final Contacts contacts;
    private final Texts texts;
    private final LetterReader reader;
    private final Taking taking;
    private final Refusals refusals;

    GroupLetterDoor(Contacts contacts, Texts texts, LetterReader reader, Taking taking, Refusals refusals) {
        this.contacts = contacts;
        this.texts = texts;
        this.reader = reader;
        this.taking = taking;
        this.refusals = refusals;
    }

    /**
     * A text for everybody of some groups.
     *
     * @param groups ids of groups and segments, 1 to 100; they have 10,000 people at most together
     * @param text with placeholders, such as {@code [Имя]}; at most 4,000 characters
     */
    record GroupLetterRequest(
            @Nullable List<@Nullable String> groups,
            @Nullable String sender,
            @Nullable String text,
            @Nullable String type,

            @JsonProperty("validity_minutes") @Nullable Integer validityMinutes,

            @Nullable String reference,

            @JsonProperty("short_links") @Nullable Boolean shortLinks,

            @Nullable Boolean flash,

            @JsonProperty("send_at") @Nullable String sendAt,

            @Nullable String callback) {
        private MessageRequest to(String phone, String rendered) {
            return new MessageRequest(
                    sender,
                    "+" + phone,
                    null,
                    rendered,
                    type,
                    validityMinutes,
                    reference,
                    shortLinks,
                    flash,
                    null,
                    sendAt,
                    callback,
                    null,
                    null);
        }
    }

    /** What came of the message to one person. */
    record GroupLetterItem(
            String recipient,
            @Nullable String id,
            @Nullable Integer parts,
            @Nullable String price,
            @Nullable FieldError error) {}

    /** What came of each, by phone. */
    record GroupLetterItems(List<GroupLetterItem> items) {}

    @PostMapping("/api/v1/messages/to-groups")
    @PreAuthorize("hasAuthority('messages:send') and hasAuthority('contacts:view')")
    @Operation(
            summary = "Send a text to everybody of some groups",
            description =
                    "Each person once, 10,000 at most: for more people there are campaigns. Each message is taken or"
                            + " refused by itself. An answer means that they are stored.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupLetterItems.class)))
    ResponseEntity<Object> send(
            @AuthenticationPrincipal Who who,
            @RequestBody GroupLetterRequest request,
            @RequestAttribute(name = PlannedIds.ATTRIBUTE, required = false) @Nullable PlannedIds planned,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use)
            throws ExecutionException, InterruptedException {
        List<FieldError> errors = new ArrayList<>();
        Set<GroupId> groups = groups(who, request, errors);
        Optional<Template> text = text(who, request, errors);
        if (text.isEmpty() || !errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        List<Recipient> people = people(who, groups, text.get());
        if (people.isEmpty() || people.size() > MessageDoor.MOST) {
            String code = people.isEmpty() ? "nobody_left" : "too_many_people";
            return refusals.invalid(List.of(new FieldError("/groups", code, "1 to " + MessageDoor.MOST)));
        }
        List<Read> read = reader.many(
                who,
                people.stream()
                        .<@Nullable MessageRequest>map(
                                person -> request.to(person.phone(), text.get().render(person.fields())))
                        .toList(),
                "/items");
        return taking.offer(
                Asked.of(who, use, planned),
                MessageDoor.taken(read),
                acceptances -> ResponseEntity.ok(view(people, MessageDoor.items(read, acceptances, "/items"))));
    }

    private static GroupLetterItems view(List<Recipient> people, List<Item> items) {
        List<GroupLetterItem> all = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            all.add(new GroupLetterItem(
                    "+" + people.get(i).phone(), item.id(), item.parts(), item.price(), item.error()));
        }
        return new GroupLetterItems(all);
    }

    private Set<GroupId> groups(Who who, GroupLetterRequest request, List<FieldError> errors) {
        List<@Nullable String> written = Objects.requireNonNullElse(request.groups(), List.of());
        if (written.isEmpty() || written.size() > MOST_GROUPS) {
            errors.add(new FieldError("/groups", "out_of_range", "1 to " + MOST_GROUPS));
            return Set.of();
        }
        List<GroupId> groups = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Optional<GroupId> group = Ids.read(Objects.requireNonNullElse(written.get(i), ""), GroupId::new)
                    .filter(id -> contacts.group(who.account(), id).isPresent());
            group.ifPresent(groups::add);
            if (group.isEmpty()) {
                errors.add(new FieldError("/groups/" + i, "unknown_group", null));
            }
        }
        return Set.copyOf(groups);
    }

    private Optional<Template> text(Who who, GroupLetterRequest request, List<FieldError> errors) {
        String written = Objects.requireNonNullElse(request.text(), "");
        if (written.isBlank()) {
            errors.add(new FieldError("/text", "empty", null));
            return Optional.empty();
        }
        if (written.length() > LONGEST_TEXT) {
            errors.add(new FieldError("/text", "too_long", "At most " + LONGEST_TEXT));
            return Optional.empty();
        }
        return switch (texts.read(who.account(), written)) {
            case Texts.Reading.Understood(Template template) -> Optional.of(template);
            case Texts.Reading.Refused(List<Texts.Fault> faults) -> {
                faults.forEach(fault -> errors.add(new FieldError("/text", fault.code(), fault.written())));
                yield Optional.empty();
            }
        };
    }

    /** More than may be at most, where there are too many. */
    private List<Recipient> people(Who who, Set<GroupId> groups, Template text) {
        List<Recipient> people = new ArrayList<>();
        String after = null;
        do {
            // A step of a segment looks at so many contacts, however few of them belong.
            Slice<Recipient> page = contacts.members(who.account(), groups, text.fields(), after, MessageDoor.MOST + 1);
            people.addAll(page.items());
            after = page.next();
        } while (after != null && people.size() <= MessageDoor.MOST);
        return people;
    }
}
