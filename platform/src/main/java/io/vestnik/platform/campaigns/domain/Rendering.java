package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes each recipient's text, counts its parts and decides whether it is sent. */
@Component
class Rendering {
    private static final int[] ONE_TEXT = {};

    private final Texts texts;
    private final AudiencePrices prices;
    private final WritingRules rules;
    private final SenderChoice names;

    Rendering(Texts texts, AudiencePrices prices, WritingRules rules, SenderChoice names) {
        this.names = names;
        this.texts = texts;
        this.prices = prices;
        this.rules = rules;
    }

    /**
     * Renders for these people.
     *
     * @param reserve the name where the main one is not let through; none where there is none
     */
    List<AudienceLine> render(
            FrozenPreview preview, @Nullable String reserve, List<Recipient> people, Counting counting) {
        Writer writer = writer(preview);
        List<AudienceLine> lines = new ArrayList<>(people.size());
        Map<Integer, WritingRules.Reason> stopped = stopped(preview, reserve, people, counting);
        for (int place = 0; place < people.size(); place++) {
            Recipient person = people.get(place);
            String text = writer.text(person);
            int parts = writer.parts(text);
            Network network = network(preview, reserve, person, counting);
            Verdict verdict = verdict(stopped.get(place), text, parts, network);
            if (verdict == Verdict.SEND) {
                counting.send(network, parts);
                counting.tried(writer.each(), network.perPart());
                counting.consider(person.phone(), text, parts, network.perPart(), writer.lacks(person));
            } else {
                counting.leaveOut(verdict);
            }
            String own = preview.personal() && verdict == Verdict.SEND ? writer.kept(text) : null;
            lines.add(
                    new AudienceLine(person.phone(), verdict, Math.min(parts, Short.MAX_VALUE), network.mccMnc(), own));
        }
        return lines;
    }

    /** The same lines, those to be sent to each in the wave of their clock. */
    List<AudienceLine> zoned(FrozenPreview preview, List<AudienceLine> lines, boolean byRecipient, Counting counting) {
        Split split = preview.split();
        return lines.stream()
                .map(line -> {
                    if (line.verdict() != Verdict.SEND) {
                        return line;
                    }
                    boolean waits = split != null && split.of(line.phone()) == Split.REST;
                    return line.in(counting.zone(byRecipient ? prices.originOf(line.phone()) : null, waits));
                })
                .toList();
    }

    private Writer writer(FrozenPreview preview) {
        List<Writer> writers = preview.texts().stream()
                .<Writer>map(
                        text -> preview.personal() ? new Personal(template(preview.account(), text)) : new Common(text))
                .toList();
        Split split = preview.split();
        return split == null ? writers.getFirst() : new Several(writers, split);
    }

    private Network network(FrozenPreview preview, @Nullable String reserve, Recipient person, Counting counting) {
        Origin origin = prices.originOf(person.phone());
        return counting.network(
                origin.mccMnc(),
                _ -> names.named(preview.account(), preview.sender(), reserve, priced(preview, origin)));
    }

    private Network priced(FrozenPreview preview, Origin origin) {
        Network network = prices.price(preview.account(), preview.type(), origin);
        return preview.test() ? network.free() : network;
    }

    private Map<Integer, WritingRules.Reason> stopped(
            FrozenPreview preview, @Nullable String reserve, List<Recipient> people, Counting counting) {
        if (!rules.concern(preview.account())) {
            return Map.of();
        }
        return rules.refused(people.stream()
                .map(person -> new WritingRules.Letter(
                        preview.account(),
                        WritingRules.SMS,
                        Objects.requireNonNullElse(
                                network(preview, reserve, person, counting).reserve(), preview.sender()),
                        preview.type(),
                        person.phone()))
                .toList());
    }

    private Template template(AccountId account, String text) {
        return switch (texts.read(account, text)) {
            case Texts.Reading.Understood understood -> understood.template();
            case Texts.Reading.Refused refused ->
                throw new IllegalStateException("Placeholders that are gone: " + refused.faults());
        };
    }

    /** Whose values the text needs. */
    Set<String> fields(FrozenPreview preview) {
        return preview.personal()
                ? preview.texts().stream()
                        .flatMap(text -> template(preview.account(), text).fields().stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static TextMeter meter() {
        return new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);
    }

    /** Writes for one recipient after another. */
    private sealed interface Writer {
        String text(Recipient person);

        int parts(String text);

        /** The fields that the text asks for and this recipient has nothing in. */
        List<String> lacks(Recipient person);

        /** The parts of each of several texts for the one written for last; empty where there is one text. */
        default int[] each() {
            return ONE_TEXT;
        }

        /** What has to be kept of the one written for last. */
        default String kept(String text) {
            return text;
        }
    }

    /** Who takes part in a trial reads their own text; of the rest all are kept, and the dearest is paid for. */
    private static final class Several implements Writer {
        private final List<Writer> writers;
        private final Split split;
        private final int[] each;
        private List<String> texts = List.of();
        private int place;
        private int shown;

        Several(List<Writer> writers, Split split) {
            this.writers = writers;
            this.split = split;
            this.each = new int[writers.size()];
        }

        @Override
        public String text(Recipient person) {
            texts = writers.stream()
                    .map(writer -> Wording.oneOf(writer.text(person)))
                    .toList();
            place = split.of(person.phone());
            shown = Math.max(place, 0);
            for (int i = 0; i < each.length; i++) {
                each[i] = writers.get(i).parts(texts.get(i));
                if (place == Split.REST && each[i] > each[shown]) {
                    shown = i;
                }
            }
            boolean says = place != Split.REST || texts.stream().noneMatch(String::isBlank);
            return says ? texts.get(shown) : "";
        }

        @Override
        public int parts(String text) {
            return each[shown];
        }

        @Override
        public List<String> lacks(Recipient person) {
            return writers.get(shown).lacks(person);
        }

        @Override
        public int[] each() {
            return each;
        }

        @Override
        public String kept(String text) {
            return place == Split.REST ? Wording.together(texts) : text;
        }
    }

    /** Everybody reads the same: it is counted once. */
    private record Common(String text, int parts) implements Writer {
        Common(String text) {
            this(text, meter().measure(text));
        }

        @Override
        public String text(Recipient person) {
            return text;
        }

        @Override
        public int parts(String common) {
            return parts;
        }

        @Override
        public List<String> lacks(Recipient person) {
            return List.of();
        }
    }

    private record Personal(Template template, TextMeter meter) implements Writer {
        Personal(Template template) {
            this(template, Rendering.meter());
        }

        @Override
        public String text(Recipient person) {
            return template.render(person.fields());
        }

        @Override
        public int parts(String text) {
            return meter.measure(text);
        }

        @Override
        public List<String> lacks(Recipient person) {
            Map<String, String> values = person.fields();
            for (String field : template.needs()) {
                if (!values.containsKey(field)) {
                    return template.needs().stream()
                            .filter(it -> !values.containsKey(it))
                            .toList();
                }
            }
            return List.of();
        }
    }

    /** What becomes of one who may be stopped and reads this text. */
    static Verdict verdict(WritingRules.@Nullable Reason stopped, String text, int parts, Network network) {
        if (stopped != null) {
            return switch (stopped) {
                case ABOVE -> Verdict.STOPPED_ABOVE;
                case GROUP -> Verdict.STOP_GROUP;
                case EVERYTHING, CHANNEL, SENDER, ERASED -> Verdict.STOPPED;
            };
        }
        if (text.isBlank()) {
            return Verdict.EMPTY_TEXT;
        }
        if (parts > Limits.PARTS) {
            return Verdict.TOO_LONG;
        }
        if (!Characters.storable(text)) {
            return Verdict.BAD_CHARACTERS;
        }
        return network.verdict();
    }
}
