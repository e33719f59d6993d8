package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.domain.Addressee;
import io.vestnik.platform.campaigns.domain.DraftRules;
import io.vestnik.platform.campaigns.domain.FirstThousand;
import io.vestnik.platform.campaigns.domain.FirstThousand.People;
import io.vestnik.platform.campaigns.domain.Limits;
import io.vestnik.platform.campaigns.domain.Linking;
import io.vestnik.platform.campaigns.domain.Reckoning;
import io.vestnik.platform.campaigns.domain.Verdict;
import io.vestnik.platform.campaigns.web.Measure.Crowd;
import io.vestnik.platform.campaigns.web.Measure.Empty;
import io.vestnik.platform.campaigns.web.Measure.Look;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.TextSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says what a text comes to while it is written: for the first of the audience, or by examples while there is nobody. */
@Component
class Measuring {
    /** How many of those who lack a value are listed. */
    private static final int LISTED = 50;
    /** How many lines that are no numbers are shown, and how much of each. */
    private static final int SHOWN = 3;

    private static final int LETTERS = 30;

    private final DraftTexts texts;
    private final FirstThousand audience;
    private final Accounts accounts;
    private final Examples examples;
    private final CampaignTexts words;

    Measuring(DraftTexts texts, FirstThousand audience, Accounts accounts, Examples examples, CampaignTexts words) {
        this.texts = texts;
        this.audience = audience;
        this.accounts = accounts;
        this.examples = examples;
        this.words = words;
    }

    /** All that the part of the form about the text needs. */
    void fill(Model model, Who who, ComposeForm form) {
        model.addAttribute("offers", examples.offers(texts.reader(who.account())));
        model.addAttribute("emoji", Emoji.GROUPS);
        model.addAttribute("measure", measure(who, form.shown(), 0));
    }

    /**
     * What the draft's text comes to.
     *
     * @param at whose text is looked at, by the place among those reached
     */
    Measure measure(Who who, Draft draft, int at) {
        return measured(who, draft, at).withUnreadable(unreadable(who, draft));
    }

    private @Nullable String unreadable(Who who, Draft draft) {
        List<String> lines = audience.unreadable(who.account(), draft);
        String shown = lines.stream().limit(SHOWN).map(Measuring::shortened).collect(Collectors.joining(", "));
        return lines.isEmpty()
                ? null
                : words.format()
                        .count(lines.size(), "campaigns.phones.unreadable")
                        .replace("{1}", lines.size() > SHOWN ? shown + "…" : shown);
    }

    private static String shortened(String line) {
        return "«" + (line.length() > LETTERS ? line.substring(0, LETTERS) + "…" : line) + "»";
    }

    private Measure measured(Who who, Draft draft, int at) {
        if (draft.text().length() > Limits.TEXT) {
            return unread(draft.text(), null, List.of());
        }
        Texts.Reader reader = texts.reader(who.account());
        Texts.Reader counting = texts.counting(who.account(), draft, reader);
        return switch (reader.read(draft.text())) {
            case Texts.Reading.Understood(Template template) -> {
                People people = draft.text().isBlank() ? new People(List.of(), true) : audience(who, draft, reader);
                yield measure(who.account(), counting, template, people, at);
            }
            case Texts.Reading.Refused(List<Texts.Fault> faults) ->
                unread(
                        draft.text(),
                        faults.stream().map(words::text).distinct().collect(Collectors.joining(" ")),
                        Nearest.remedies(draft.text(), faults, reader.placeholders()));
        };
    }

    private Measure unread(String text, @Nullable String fault, List<Measure.Remedy> remedies) {
        TextSize size = TextSize.of(text);
        return new Measure(
                letters(text),
                size.parts(),
                size.leftInLast(),
                false,
                fault,
                null,
                null,
                null,
                remedies,
                Look.example(text, size.parts()));
    }

    private Measure measure(AccountId account, Texts.Reader reader, Template template, People people, int at) {
        // What is offered changes the text as it was written; all that is counted has marks in place of links.
        Template counted =
                reader.read(template.source()) instanceof Texts.Reading.Understood(Template read) ? read : template;
        Reckoning reckoning = Reckoning.of(people, counted);
        Map<String, String> example = examples.of(reader, template.fields());
        String currency = accounts.get(account).currency();
        Look look = look(counted, reckoning, example, at);
        TextSize size = TextSize.of(look.text());
        Remedies remedies = new Remedies(words, reader, people, example, currency);
        return new Measure(
                letters(look.text()),
                look.text().isEmpty() ? 0 : size.parts(),
                size.leftInLast(),
                !counted.fields().isEmpty(),
                DraftRules.tooLong(counted).map(words::text).orElse(null),
                null,
                people.people().isEmpty() || DraftRules.tooLong(counted).isPresent()
                        ? null
                        : crowd(people, reckoning, currency, reader),
                remedies.narrow(template, reckoning, size),
                remedies.of(template, reckoning),
                look);
    }

    private Look look(Template template, Reckoning reckoning, Map<String, String> example, int wanted) {
        List<Addressee> reached = reckoning.reached();
        if (reached.isEmpty()) {
            String text = Linking.example(template.render(example));
            return Look.example(text, TextSize.of(text).parts());
        }
        int at = Math.clamp(wanted, 0, reached.size() - 1);
        Addressee person = reached.get(at);
        String text = Linking.example(template.render(person.person().fields()));
        return new Look(
                text,
                words.format().phone(person.person().phone()),
                TextSize.of(text).parts(),
                at,
                reached.size(),
                reckoning.longest(),
                reckoning.firstEmpty());
    }

    private Crowd crowd(People people, Reckoning reckoning, String currency, Texts.Reader reader) {
        String parts = words.format().count(reckoning.parts(), "shell.parts");
        String cost = words.format().money(reckoning.cost(), currency);
        String count = words.format().number(reckoning.reached().size());
        return new Crowd(
                reckoning.reached().isEmpty()
                        ? words.text("campaigns.crowd.nobody")
                        : words.text(
                                people.all() ? "campaigns.crowd.all" : "campaigns.crowd.first", count, parts, cost),
                reckoning.fewest() == reckoning.most()
                        ? null
                        : words.text("campaigns.crowd.spread", reckoning.fewest(), reckoning.most()),
                reckoning.leftOut() == 0
                        ? null
                        : words.text(
                                "campaigns.crowd.left-out",
                                words.format().number(reckoning.leftOut()),
                                reckoning.reasons().entrySet().stream()
                                        .map(it -> reason(it.getKey(), it.getValue(), reckoning.leftOut()))
                                        .collect(Collectors.joining(", "))),
                reckoning.empty().entrySet().stream()
                        .map(it -> new Empty(
                                it.getKey(),
                                words.text(
                                        "campaigns.crowd.empty",
                                        examples.name(reader, it.getKey()),
                                        words.format().number(it.getValue()),
                                        count)))
                        .toList());
    }

    private String reason(Verdict verdict, int count, int all) {
        String why = words.text("campaigns.left-out." + verdict.code());
        String within = why.substring(0, 1).toLowerCase(words.locale()) + why.substring(1);
        return count == all ? within : within + " — " + words.format().number(count);
    }

    /** Phones of the first who lack a value that the text needs. */
    List<String> lacking(Who who, Draft draft, String field) {
        Texts.Reader reader = texts.counting(who.account(), draft, texts.reader(who.account()));
        if (draft.text().length() > Limits.TEXT
                || !(reader.read(draft.text()) instanceof Texts.Reading.Understood(Template template))) {
            return List.of();
        }
        return Reckoning.of(audience(who, draft, reader), template).lacking(field, LISTED).stream()
                .map(it -> it.person().phone())
                .toList();
    }

    private People audience(Who who, Draft draft, Texts.Reader reader) {
        return audience.of(
                who,
                draft,
                reader.placeholders().stream().map(Texts.Placeholder::field).collect(Collectors.toSet()));
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
