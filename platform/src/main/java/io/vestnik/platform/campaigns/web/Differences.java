package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.shell.Change;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In what two drafts differ, in words: every field of them, so that nobody keeps a change that they have not seen. */
@Component
class Differences {
    private final Contacts contacts;
    private final CampaignTexts texts;

    Differences(Contacts contacts, CampaignTexts texts) {
        this.contacts = contacts;
        this.texts = texts;
    }

    List<Change> of(AccountId account, Draft theirs, Draft ours) {
        List<Change> changes = new ArrayList<>(said(account, theirs, ours));
        changes.addAll(times(theirs.timing(), ours.timing()));
        changes.add(change("reserve", reserve(theirs), reserve(ours)));
        changes.add(change(
                "short-links",
                yes(theirs.manner().shortLinks()),
                yes(ours.manner().shortLinks())));
        changes.add(change("trial.on", trial(theirs.trial()), trial(ours.trial())));
        changes.removeIf(change -> !change.differs());
        return changes;
    }

    private List<Change> said(AccountId account, Draft theirs, Draft ours) {
        return List.of(
                change("name", theirs.name(), ours.name()),
                change("sender", theirs.sender(), ours.sender()),
                change("text", String.join("\n\n", theirs.texts()), String.join("\n\n", ours.texts())),
                change(
                        "groups",
                        named(account, theirs.audience().groups()),
                        named(account, ours.audience().groups())),
                change(
                        "phones",
                        String.join("\n", theirs.audience().phones()),
                        String.join("\n", ours.audience().phones())),
                change(
                        "minus",
                        named(account, theirs.audience().minus()),
                        named(account, ours.audience().minus())),
                change(
                        "tags",
                        String.join(", ", theirs.manner().tags()),
                        String.join(", ", ours.manner().tags())));
    }

    private List<Change> times(Timing theirs, Timing ours) {
        return List.of(
                change("when.start", start(theirs.start()), start(ours.start())),
                change("when.spread", spread(theirs.spread()), spread(ours.spread())),
                change("when.limited", allowed(theirs.allowed()), allowed(ours.allowed())),
                change("when.quiet", yes(theirs.quiet()), yes(ours.quiet())),
                change("when.holidays", holidays(theirs.holidays()), holidays(ours.holidays())),
                change("when.stop", percent(theirs.stopAbove()), percent(ours.stopAbove())),
                change("when.cap", cap(theirs.cap()), cap(ours.cap())),
                change("validity", texts.span(theirs.validity()), texts.span(ours.validity())));
    }

    private Change change(String field, @Nullable String theirs, @Nullable String ours) {
        return new Change(texts.text("campaigns." + field), theirs, ours);
    }

    /** The names of these groups, as a person reads them. */
    String named(AccountId account, List<GroupId> groups) {
        return groups.isEmpty()
                ? ""
                : contacts.groups(account).stream()
                        .filter(group -> groups.contains(group.id()))
                        .map(Group::name)
                        .collect(Collectors.joining(", "));
    }

    private String yes(boolean yes) {
        return texts.text(yes ? "campaigns.stale.yes" : "campaigns.stale.no");
    }

    private String reserve(Draft draft) {
        return Objects.requireNonNullElse(draft.manner().reserve(), texts.text("campaigns.reserve.none"));
    }

    private String whose(Whose whose) {
        return texts.text("campaigns.when.clock." + whose.code());
    }

    private String start(Start start) {
        return switch (start) {
            case Start.Now _ -> texts.text("campaigns.when.start.now");
            case Start.At at ->
                at.in(ZoneOffset.UTC)
                        .map(moment -> texts.format().dateTime(moment, ZoneOffset.UTC) + ", " + whose(at.clock()))
                        .orElse(texts.text("campaigns.when.start.at"));
        };
    }

    private String spread(Spread spread) {
        return switch (spread) {
            case Spread.AtOnce _ -> texts.text("campaigns.when.spread.once");
            case Spread.Over over ->
                texts.text("campaigns.when.spread.over") + ": " + texts.format().duration(over.period());
            case Spread.PerHour(int messages) ->
                texts.text("campaigns.when.rate", texts.format().number(messages));
        };
    }

    private String allowed(@Nullable Allowed allowed) {
        if (allowed == null) {
            return yes(false);
        }
        Hours hours = allowed.hours();
        String when = hours == null
                ? ""
                : hours.from() + " – " + hours.to() + ", "
                        + hours.days().stream()
                                .sorted()
                                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale()))
                                .collect(Collectors.joining(" "));
        return when + ", " + whose(allowed.clock());
    }

    private String holidays(@Nullable Whose whose) {
        return texts.text("campaigns.when.holidays." + (whose == null ? "send" : whose.code()));
    }

    private String percent(int stop) {
        return stop == 0 ? yes(false) : stop + " %";
    }

    private String cap(@Nullable Cap cap) {
        return cap == null ? yes(false) : texts.text("campaigns.stale.cap", cap.messages(), cap.days());
    }

    private String trial(@Nullable Trial trial) {
        return trial == null
                ? yes(false)
                : String.join(
                        ", ",
                        trial.share() + " %",
                        texts.text("campaigns.trial.goal." + trial.goal().code()),
                        texts.span(trial.watch()),
                        texts.text(trial.byItself() ? "campaigns.trial.itself" : "campaigns.stale.by-person"));
    }
}
