package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.domain.TemplateStore;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.Encoding;
import io.vestnik.sms.TextSize;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a campaign shows besides what was typed. */
@Component
class ComposeModel {
    private static final List<Integer> HOURS = List.of(1, 3, 6, 12, 24, 48, 72);

    private final Contacts contacts;
    private final Senders senders;
    private final Texts placeholders;
    private final TemplateStore templates;
    private final CampaignTexts texts;

    ComposeModel(Contacts contacts, Senders senders, Texts placeholders, TemplateStore templates, CampaignTexts texts) {
        this.templates = templates;
        this.contacts = contacts;
        this.senders = senders;
        this.placeholders = placeholders;
        this.texts = texts;
    }

    /**
     * A group to choose.
     *
     * @param minus whether its people are left out
     */
    record Choice(long id, String name, long contacts, boolean chosen, boolean minus) {}

    /** A placeholder to put in: what is inserted and what it says. */
    record Chip(String insert, String name) {}

    /**
     * How long a text is.
     *
     * @param letters of the text with an example put in
     * @param left letters that still fit into the last part
     * @param offender the letter that made the parts shorter, with its name; none where none did
     * @param example the text as the first recipient might read it
     * @param personal whether other recipients' texts may be longer or shorter
     */
    record Measure(
            int letters,
            int parts,
            int left,
            boolean narrow,
            @Nullable String offender,
            String example,
            boolean personal,
            @Nullable String unknown) {}

    /** The sender that is chosen before anybody chose. */
    @Nullable
    String usualSender(AccountId account) {
        List<String> names = senders.names(account);
        return names.isEmpty() ? null : names.getFirst();
    }

    void fill(Model model, Who who, ComposeForm form) {
        AccountId account = who.account();
        List<Long> chosen = Objects.requireNonNullElse(form.groups(), List.of());
        List<Long> minus = Objects.requireNonNullElse(form.minus(), List.of());
        model.addAttribute("form", form);
        model.addAttribute(
                "groups",
                contacts.groups(account).stream()
                        .map(group -> new Choice(
                                group.id().value(),
                                group.name(),
                                group.contacts(),
                                chosen.contains(group.id().value()),
                                minus.contains(group.id().value())))
                        .toList());
        model.addAttribute("anyMinus", !minus.isEmpty());
        model.addAttribute("senders", senderOptions(account, form.sender()));
        model.addAttribute("reserves", senderOptions(account, form.reserve()));
        model.addAttribute(
                "validity",
                HOURS.stream()
                        .map(hours ->
                                new Option(hours.toString(), texts.format().count(hours, "campaigns.hours")))
                        .toList());
        model.addAttribute(
                "templates",
                templates.list(account, null, "").stream()
                        .map(it -> new Option(
                                Long.toString(it.id()),
                                it.folder().isEmpty()
                                        ? it.draft().name()
                                        : it.folder() + " / " + it.draft().name()))
                        .toList());
        model.addAttribute("chips", chips(account));
        model.addAttribute("measure", measure(account, form.draft()));
        model.addAttribute("mayStart", who.may(CampaignRights.START));
    }

    /** What another one kept beside what is in the form: keeping again keeps the form. */
    void differences(Model model, Who who, Draft theirs, Draft ours) {
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute(
                "changes",
                Stream.of(
                                new Change(texts.text("campaigns.name"), theirs.name(), ours.name()),
                                new Change(texts.text("campaigns.sender"), theirs.sender(), ours.sender()),
                                new Change(texts.text("campaigns.text"), theirs.text(), ours.text()),
                                new Change(
                                        texts.text("campaigns.groups"),
                                        named(who.account(), theirs.audience().groups()),
                                        named(who.account(), ours.audience().groups())),
                                new Change(
                                        texts.text("campaigns.phones"),
                                        String.join("\n", theirs.audience().phones()),
                                        String.join("\n", ours.audience().phones())),
                                new Change(
                                        texts.text("campaigns.minus"),
                                        named(who.account(), theirs.audience().minus()),
                                        named(who.account(), ours.audience().minus())),
                                new Change(
                                        texts.text("campaigns.tags"),
                                        String.join(", ", theirs.manner().tags()),
                                        String.join(", ", ours.manner().tags())))
                        .filter(Change::differs)
                        .toList());
    }

    /** The names of these groups, as a person reads them. */
    String named(AccountId account, List<GroupId> groups) {
        return contacts.groups(account).stream()
                .filter(group -> groups.contains(group.id()))
                .map(Group::name)
                .collect(Collectors.joining(", "));
    }

    /** One name of each placeholder: where there are several, the one in the language of the page. */
    private Collection<Chip> chips(AccountId account) {
        boolean latin = !texts.locale().getLanguage().equals("ru");
        Map<String, Chip> byField = new LinkedHashMap<>();
        for (Texts.Placeholder it : placeholders.placeholders(account)) {
            Chip chip = new Chip("[" + it.name() + "]", it.name());
            if (latin
                    && ascii(it.name())
                    && !Optional.ofNullable(byField.get(it.field()))
                            .filter(had -> ascii(had.name()))
                            .isPresent()) {
                byField.put(it.field(), chip);
            } else {
                byField.putIfAbsent(it.field(), chip);
            }
        }
        return byField.values();
    }

    private static boolean ascii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    /** The allowed names, and the one that the draft has even where it is allowed no more. */
    private List<Option> senderOptions(AccountId account, @Nullable String current) {
        Stream<String> kept = current == null || current.isBlank() ? Stream.empty() : Stream.of(current);
        return Stream.concat(senders.names(account).stream(), kept)
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }

    Measure measure(AccountId account, Draft draft) {
        return switch (placeholders.read(account, draft.text())) {
            case Texts.Reading.Understood(Template template) -> {
                Map<String, String> example = examples(account, template.fields());
                yield measure(template.render(example), !template.fields().isEmpty(), null);
            }
            case Texts.Reading.Refused(List<Texts.Fault> faults) ->
                measure(
                        draft.text(),
                        true,
                        faults.stream().map(Texts.Fault::written).collect(Collectors.joining(", ")));
        };
    }

    /** What stands for the fields while the text is written. */
    private Map<String, String> examples(AccountId account, Set<String> fields) {
        Map<String, String> examples = new HashMap<>();
        for (Texts.Placeholder it : placeholders.placeholders(account)) {
            if (fields.contains(it.field())) {
                examples.computeIfAbsent(
                        it.field(),
                        field -> it.example() == null ? texts.text("campaigns.example." + field) : it.example());
            }
        }
        return examples;
    }

    private static Measure measure(String text, boolean personal, @Nullable String unknown) {
        TextSize size = TextSize.of(text);
        boolean narrow = size.encoding() == Encoding.UCS2;
        String offender = size.offender() == null
                ? null
                : Character.toString(size.offender().codePoint());
        return new Measure(
                text.codePointCount(0, text.length()),
                text.isEmpty() ? 0 : size.parts(),
                size.leftInLast(),
                narrow,
                offender,
                text,
                personal,
                unknown);
    }
}
