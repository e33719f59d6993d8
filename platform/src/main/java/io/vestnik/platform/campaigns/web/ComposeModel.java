package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.domain.TemplateStore;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    private final Parts parts;
    private final CampaignTexts texts;
    private final Measuring measuring;

    ComposeModel(Contacts contacts, Senders senders, Parts parts, CampaignTexts texts, Measuring measuring) {
        this.parts = parts;
        this.contacts = contacts;
        this.senders = senders;
        this.texts = texts;
        this.measuring = measuring;
    }

    /**
     * A group to choose.
     *
     * @param minus whether its people are left out
     */
    record Choice(long id, String name, long contacts, boolean chosen, boolean minus) {}

    /** Forms that were kept, the part of the form about the time, what an account usually chooses, and what another one kept. */
    @Component
    record Parts(TemplateStore templates, WhenModel when, SendingRules rules, Differences differences) {}

    /** The form before anybody has filled it. */
    ComposeForm empty(AccountId account, List<Long> groups) {
        SendingTerms usual = parts.rules().of(account);
        List<String> names = senders.names(account);
        String sender = usual.sender();
        String first = names.isEmpty() ? null : names.getFirst();
        return ComposeForm.empty(usual, sender != null && names.contains(sender) ? sender : first, groups);
    }

    void fill(Model model, Who who, ComposeForm form) {
        AccountId account = who.account();
        List<Long> chosen = Objects.requireNonNullElse(form.groups(), List.of());
        List<Long> minus = Objects.requireNonNullElse(form.minus(), List.of());
        model.addAttribute("form", form.sheet() == null ? form.on(SheetForm.fresh()) : form);
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
        model.addAttribute("homeOnly", parts.rules().of(account).homeOnly());
        model.addAttribute("senders", senderOptions(account, form.sender()));
        model.addAttribute("reserves", senderOptions(account, form.reserve()));
        model.addAttribute("validity", lifetimes(form.draft().timing().validity()));
        model.addAttribute(
                "templates",
                parts.templates().names(account).stream()
                        .map(it -> new Option(
                                Long.toString(it.id()),
                                it.folder().isEmpty() ? it.name() : it.folder() + " / " + it.name()))
                        .toList());
        model.addAttribute(
                "goals",
                Arrays.stream(Trial.Goal.values())
                        .map(goal -> new Option(goal.code(), texts.text("campaigns.trial.goal." + goal.code())))
                        .toList());
        measuring.fill(model, who, form);
        Timing timing = form.draft().timing();
        parts.when().form(model, account, form.when() == null ? WhenForm.of(timing) : form.when(), timing);
        model.addAttribute("mayStart", who.may(CampaignRights.START));
    }

    /** What another one kept beside what is in the form: keeping again keeps the form. */
    void differences(Model model, Who who, Draft theirs, Draft ours) {
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("changes", changes(who, theirs, ours));
    }

    /** What somebody would see differ. */
    List<Change> changes(Who who, Draft theirs, Draft ours) {
        return parts.differences().of(who.account(), theirs, ours);
    }

    /** The usual ones, and the one that the draft has: whoever opens a form changes nothing by that. */
    private List<Option> lifetimes(Duration current) {
        return Stream.concat(HOURS.stream().map(Duration::ofHours), Stream.of(current))
                .distinct()
                .sorted()
                .map(span -> new Option(Long.toString(span.toMinutes()), texts.span(span)))
                .toList();
    }

    /** The allowed names, and the one that the draft has even where it is allowed no more. */
    private List<Option> senderOptions(AccountId account, @Nullable String current) {
        Stream<String> kept = current == null || current.isBlank() ? Stream.empty() : Stream.of(current);
        return Stream.concat(senders.names(account).stream(), kept)
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }
}
