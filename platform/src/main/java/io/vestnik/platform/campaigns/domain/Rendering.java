package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes each recipient's text, counts its parts and decides whether it is sent. */
@Component
class Rendering {
    private final Texts texts;
    private final AudiencePrices prices;
    private final WritingRules rules;

    Rendering(Texts texts, AudiencePrices prices, WritingRules rules) {
        this.texts = texts;
        this.prices = prices;
        this.rules = rules;
    }

    List<AudienceLine> render(FrozenPreview preview, List<Recipient> people, Counting counting) {
        Writer writer = preview.personal() ? new Personal(template(preview)) : new Common(preview.text());
        List<AudienceLine> lines = new ArrayList<>(people.size());
        Map<Integer, WritingRules.Reason> stopped = stopped(preview, people);
        for (int place = 0; place < people.size(); place++) {
            Recipient person = people.get(place);
            String text = writer.text(person);
            int parts = writer.parts(text);
            Network network = counting.network(
                    prices.networkOf(person.phone()),
                    mccMnc -> prices.price(preview.account(), preview.type(), mccMnc));
            Verdict verdict = verdict(stopped.get(place), text, parts, network);
            if (verdict == Verdict.SEND) {
                counting.send(network, parts);
                counting.consider(person.phone(), text, parts, network.perPart(), writer.lacks(person));
            } else {
                counting.leaveOut(verdict);
            }
            String own = preview.personal() && verdict == Verdict.SEND ? text : null;
            lines.add(
                    new AudienceLine(person.phone(), verdict, Math.min(parts, Short.MAX_VALUE), network.mccMnc(), own));
        }
        return lines;
    }

    /** The same lines, those to be sent to each in the wave of their clock. */
    List<AudienceLine> zoned(List<AudienceLine> lines, Counting counting) {
        return lines.stream()
                .map(line ->
                        line.verdict() == Verdict.SEND ? line.in(counting.zone(prices.originOf(line.phone()))) : line)
                .toList();
    }

    private Map<Integer, WritingRules.Reason> stopped(FrozenPreview preview, List<Recipient> people) {
        if (!rules.concern(preview.account())) {
            return Map.of();
        }
        return rules.refused(people.stream()
                .map(person -> new WritingRules.Letter(
                        preview.account(), WritingRules.SMS, preview.sender(), preview.type(), person.phone()))
                .toList());
    }

    private Template template(FrozenPreview preview) {
        return switch (texts.read(preview.account(), preview.text())) {
            case Texts.Reading.Understood understood -> understood.template();
            case Texts.Reading.Refused refused ->
                throw new IllegalStateException("Placeholders that are gone: " + refused.faults());
        };
    }

    /** Whose values the text needs. */
    Set<String> fields(FrozenPreview preview) {
        return preview.personal() ? template(preview).fields() : Set.of();
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
