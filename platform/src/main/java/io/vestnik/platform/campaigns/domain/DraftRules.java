package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.TextSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What may be kept as a draft, and what may be previewed. */
@Component
public class DraftRules {
    private final Senders senders;
    private final Texts texts;
    private final Contacts contacts;
    private final Linking linking;
    private final TimingRules timing;

    DraftRules(Senders senders, Texts texts, Contacts contacts, Linking linking, TimingRules timing) {
        this.senders = senders;
        this.texts = texts;
        this.contacts = contacts;
        this.linking = linking;
        this.timing = timing;
    }

    /** Why it cannot even be kept: a draft may lack anything, but it is bounded. */
    public List<Fault> keepable(Draft draft) {
        List<Fault> faults = new ArrayList<>();
        refuse(faults, draft.name().length() > Limits.NAME, "name", "too_long", Limits.NAME);
        refuse(faults, draft.text().length() > Limits.TEXT, "text", "too_long", Limits.TEXT);
        int named = draft.audience().groups().size() + draft.audience().minus().size();
        refuse(faults, named > Limits.GROUPS, "audience", "too_many_groups", Limits.GROUPS);
        List<String> tags = draft.manner().tags();
        refuse(faults, tags.size() > Limits.TAGS, "tags", "too_many", Limits.TAGS);
        refuse(
                faults,
                tags.stream().anyMatch(tag -> tag.isBlank() || tag.length() > Limits.TAG),
                "tags",
                "too_long",
                Limits.TAG);
        refuse(faults, draft.audience().phones().size() > Limits.PHONES, "audience", "too_many_phones", Limits.PHONES);
        String reserve = Objects.requireNonNullElse(draft.manner().reserve(), "");
        String all = draft.name()
                + draft.sender()
                + reserve
                + draft.text()
                + String.join("", draft.audience().phones())
                + String.join("", tags);
        refuse(faults, !Characters.storable(all), "text", "bad_characters", "");
        Duration validity = draft.timing().validity();
        boolean outOfRange =
                validity.compareTo(Limits.SHORTEST_VALIDITY) < 0 || validity.compareTo(Limits.LONGEST_VALIDITY) > 0;
        refuse(faults, outOfRange, "validity", "out_of_range", Limits.LONGEST_VALIDITY.toMinutes());
        faults.addAll(TimingRules.keepable(draft.timing()));
        faults.addAll(TrialRules.keepable(draft));
        return faults;
    }

    /** Why it cannot be previewed. */
    public List<Fault> previewable(AccountId account, Draft draft) {
        List<Fault> faults = new ArrayList<>(keepable(draft));
        faults.addAll(senderFaults(account, sender(account, draft)));
        faults.addAll(linking.faults(account, draft));
        draft.texts().forEach(text -> faults.addAll(textFaults(account, text)));
        List<String> marked = linking.marked(account, draft);
        marked.forEach(text -> faults.addAll(lengthFaults(account, text)));
        faults.addAll(TrialRules.previewable(draft, marked));
        faults.addAll(timing.previewable(account, draft.timing()));
        refuse(
                faults,
                draft.audience().groups().isEmpty() && draft.audience().phones().isEmpty(),
                "audience",
                "empty",
                "");
        Set<GroupId> missing = new HashSet<>(draft.audience().groups());
        missing.addAll(draft.audience().minus());
        if (!missing.isEmpty()) {
            contacts.groups(account).stream().map(Group::id).forEach(missing::remove);
        }
        String ids = missing.stream().map(GroupId::toString).sorted().collect(Collectors.joining(", "));
        refuse(faults, !missing.isEmpty(), "audience", "unknown_group", ids);
        return faults;
    }

    /** The name that it goes out under: the main one, or the reserve where only that may be used. */
    String sender(AccountId account, Draft draft) {
        String reserve = draft.manner().reserve();
        return reserve != null && !senders.allowed(account, draft.sender()) && senders.allowed(account, reserve)
                ? reserve
                : draft.sender();
    }

    List<Fault> senderFaults(AccountId account, String sender) {
        List<Fault> faults = new ArrayList<>();
        if (sender.isBlank()) {
            faults.add(new Fault("sender", "empty", ""));
        } else if (!senders.allowed(account, sender)) {
            faults.add(new Fault("sender", "not_allowed", sender));
        }
        return faults;
    }

    private List<Fault> textFaults(AccountId account, String text) {
        if (text.isBlank()) {
            return List.of(new Fault("text", "empty", ""));
        }
        return switch (texts.read(account, text)) {
            case Texts.Reading.Understood _ -> List.of();
            case Texts.Reading.Refused(List<Texts.Fault> faults) ->
                faults.stream()
                        .map(fault -> new Fault("text", fault.code(), fault.written()))
                        .toList();
        };
    }

    /** A text that everybody reads alike, and that nobody can be sent. */
    private List<Fault> lengthFaults(AccountId account, String marked) {
        return texts.read(account, marked) instanceof Texts.Reading.Understood(Template template)
                ? tooLong(template).stream().toList()
                : List.of();
    }

    /** Why nobody can be sent this text, whose links are marked; nothing where it differs from one to another. */
    public static Optional<Fault> tooLong(Template template) {
        if (!template.fields().isEmpty()) {
            return Optional.empty();
        }
        int parts = TextSize.of(template.render(Map.of())).parts();
        return parts > Limits.PARTS
                ? Optional.of(new Fault("text", "too_many_parts", Integer.toString(parts)))
                : Optional.empty();
    }

    private static void refuse(List<Fault> faults, boolean wrong, String field, String code, Object detail) {
        if (wrong) {
            faults.add(new Fault(field, code, detail.toString()));
        }
    }
}
