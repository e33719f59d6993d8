package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.domain.FirstThousand.People;
import io.vestnik.platform.campaigns.domain.Limits;
import io.vestnik.platform.campaigns.domain.Reckoning;
import io.vestnik.platform.campaigns.web.Measure.Mark;
import io.vestnik.platform.campaigns.web.Measure.Narrow;
import io.vestnik.platform.campaigns.web.Measure.Remedy;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.Encoding;
import io.vestnik.sms.FriendlyText;
import io.vestnik.sms.Offenders;
import io.vestnik.sms.TextSize;
import io.vestnik.sms.Transliteration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a text is UCS-2, and how it would be written shorter. */
final class Remedies {
    /** More letters of another alphabet than so are no slip: the text is written in it. */
    private static final int SLIPS = 10;

    private static final int MOST_TOLD = 6;

    /** An address leads nowhere in other letters. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"'«»]+");

    private final CampaignTexts words;
    private final Texts.Reader reader;
    private final People people;
    private final Map<String, String> example;
    private final String currency;

    /**
     * Prepares for one measure.
     *
     * @param example values by which a text is measured while there is nobody
     */
    Remedies(CampaignTexts words, Texts.Reader reader, People people, Map<String, String> example, String currency) {
        this.words = words;
        this.reader = reader;
        this.people = people;
        this.example = example;
        this.currency = currency;
    }

    /**
     * Why there is less room in a part; null where there is not.
     *
     * @param size of the text that is looked at
     */
    @Nullable
    Narrow narrow(Template template, Reckoning reckoning, TextSize size) {
        if (size.encoding() == Encoding.GSM7 && reckoning.narrow() == 0) {
            return null;
        }
        List<Mark> marks = marks(template);
        if (marks.isEmpty()) {
            return new Narrow(
                    reckoning.reached().isEmpty()
                            ? words.text("campaigns.narrow.value")
                            : words.text(
                                    "campaigns.narrow.values",
                                    words.format().number(reckoning.narrow()),
                                    words.format().number(reckoning.reached().size())),
                    List.of());
        }
        int total = marks.stream().mapToInt(Mark::count).sum();
        if (total > SLIPS || !isInLatin(template, marks)) {
            return new Narrow(words.text("campaigns.narrow", marks.getFirst().character()), List.of());
        }
        return new Narrow(words.format().count(total, "campaigns.narrow.few"), marks);
    }

    /** Whether letters of other alphabets are fewer than those of the network's. */
    private static boolean isInLatin(Template template, List<Mark> marks) {
        int strange = marks.stream()
                .filter(mark -> Character.isLetter(mark.character().codePointAt(0)))
                .mapToInt(Mark::count)
                .sum();
        long letters = template.words().stream()
                .mapToLong(it -> template.source()
                        .substring(it.from(), it.to())
                        .chars()
                        .filter(Character::isLetter)
                        .count())
                .sum();
        return strange * 2L <= letters;
    }

    /** The characters of the words that are written; placeholders do not count. */
    private static List<Mark> marks(Template template) {
        Map<Integer, Mark> marks = new LinkedHashMap<>();
        for (Template.Stretch stretch : template.words()) {
            String written = template.source().substring(stretch.from(), stretch.to());
            for (Offenders.Letter letter : Offenders.of(written).letters()) {
                int from = stretch.from() + letter.places().getFirst();
                Mark mark = new Mark(
                        letter.character(),
                        letter.count(),
                        letter.latin() != null,
                        from,
                        from + letter.character().length());
                marks.merge(
                        letter.codePoint(),
                        mark,
                        (had, more) -> new Mark(
                                had.character(), had.count() + more.count(), had.cyrillic(), had.from(), had.to()));
            }
        }
        return List.copyOf(marks.values());
    }

    /** Those that change something; plain characters only where that saves. */
    List<Remedy> of(Template template, Reckoning now) {
        List<Remedy> remedies = new ArrayList<>();
        String plain = template.reworded(it -> rewritten(it, FriendlyText::apply));
        if (!plain.equals(template.source())) {
            Remedy remedy = remedy("plain", template, plain, now, replaced(template));
            if (remedy != null) {
                remedies.add(remedy);
            }
        }
        String latin = template.latin(it -> rewritten(it, Remedies::latin));
        boolean values = now.narrow() > 0 && marks(template).isEmpty();
        if (!latin.equals(template.source()) && (values || hasCyrillic(template))) {
            Remedy remedy = remedy("latin", template, latin, now, "");
            if (remedy != null && !latin.equals(plain)) {
                remedies.add(remedy);
            }
        }
        return remedies;
    }

    private static boolean hasCyrillic(Template template) {
        return template.words().stream()
                .map(it -> template.source().substring(it.from(), it.to()))
                .anyMatch(it -> !rewritten(it, Transliteration.PASSPORT::apply).equals(it));
    }

    private static String latin(String written) {
        return FriendlyText.apply(Transliteration.PASSPORT.apply(written));
    }

    /** Everything but addresses put through this. */
    private static String rewritten(String written, UnaryOperator<String> rewriting) {
        Matcher address = ADDRESS.matcher(written);
        StringBuilder text = new StringBuilder(written.length());
        int from = 0;
        while (address.find()) {
            text.append(rewriting.apply(written.substring(from, address.start())))
                    .append(address.group());
            from = address.end();
        }
        return text.append(rewriting.apply(written.substring(from))).toString();
    }

    private @Nullable Remedy remedy(String kind, Template template, String text, Reckoning now, String what) {
        if (text.length() > Limits.TEXT || !(reader.read(text) instanceof Texts.Reading.Understood(Template changed))) {
            return null;
        }
        Reckoning then = Reckoning.of(people, changed);
        Template counted =
                reader.read(template.source()) instanceof Texts.Reading.Understood(Template read) ? read : template;
        TextSize before = TextSize.of(counted.render(example));
        TextSize after = TextSize.of(changed.render(example));
        boolean examples = now.reached().isEmpty();
        long parts = examples ? before.parts() - after.parts() : now.parts() - then.parts();
        boolean leaves = examples
                ? before.encoding() == Encoding.UCS2 && after.encoding() == Encoding.GSM7
                : then.narrow() < now.narrow();
        if (parts < 0 || (parts == 0 && !leaves)) {
            return null;
        }
        return new Remedy(kind, text, saving(parts, examples, now, then), what);
    }

    private String saving(long parts, boolean examples, Reckoning now, Reckoning then) {
        if (parts == 0) {
            return words.text("campaigns.remedy.room");
        }
        String counted = words.format().count(parts, "shell.parts");
        if (examples) {
            return words.text("campaigns.remedy.saves", counted);
        }
        Money saved = now.cost().minus(then.cost());
        return words.text(
                "campaigns.remedy.saves-money",
                counted,
                words.format().money(saved, currency),
                words.format().number(now.reached().size()));
    }

    /** {@code – → -}, as many as fit a line. */
    private static String replaced(Template template) {
        return template.words().stream()
                .flatMap(it -> Offenders.of(template.source().substring(it.from(), it.to())).letters().stream())
                .filter(letter -> letter.plain() != null && !letter.character().isBlank())
                .map(letter -> letter.character() + " → " + letter.plain())
                .distinct()
                .limit(MOST_TOLD)
                .collect(Collectors.joining(", "));
    }
}
