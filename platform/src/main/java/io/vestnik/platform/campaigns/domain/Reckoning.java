package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.domain.FirstThousand.People;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.texts.Template;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.Encoding;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextMeter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a text comes to for some people.
 *
 * @param reached those who would get it, in order
 * @param reasons how many would not, by why; the most frequent first
 * @param fewest parts of the shortest text; 0 when nobody is reached
 * @param most parts of the longest text
 * @param narrow how many texts are UCS-2
 * @param empty how many of those reached lack a value that the text needs, by field; fields that nobody lacks are not there
 * @param longest the place in {@code reached} of the longest text; 0 when nobody is reached
 * @param firstEmpty the place of the first who lacks something; none when nobody does
 */
public record Reckoning(
        List<Addressee> reached,
        SequencedMap<Verdict, Integer> reasons,
        long parts,
        Money cost,
        int fewest,
        int most,
        int narrow,
        Map<String, Integer> empty,
        int longest,
        @Nullable Integer firstEmpty) {
    public Reckoning {
        reached = List.copyOf(reached);
    }

    /** How many would not get it. */
    public int leftOut() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Renders the text for each of them. */
    public static Reckoning of(People people, Template template) {
        Counter counter = new Counter(template);
        people.people().forEach(counter::add);
        return counter.reckoning();
    }

    /** Those reached who have no value of this field, so many at most. */
    public List<Addressee> lacking(String field, int limit) {
        return reached.stream().filter(it -> lacks(it, field)).limit(limit).toList();
    }

    private static boolean lacks(Addressee addressee, String field) {
        String value = addressee.person().fields().get(field);
        return value == null || value.isBlank();
    }

    private static SequencedMap<Verdict, Integer> mostFirst(Map<Verdict, Integer> counted) {
        SequencedMap<Verdict, Integer> sorted = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<Verdict, Integer>comparingByValue().reversed())
                .forEach(it -> sorted.put(it.getKey(), it.getValue()));
        return sorted;
    }

    private static final class Counter {
        private final Template template;
        private final TextMeter meter = new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);
        private final List<Addressee> reached = new ArrayList<>();
        private final Map<String, Integer> empty = new LinkedHashMap<>();
        private final Map<Verdict, Integer> leftOut = new EnumMap<>(Verdict.class);
        private long parts;
        private Money cost = Money.ZERO;
        private int fewest;
        private int most;
        private int narrow;
        private int longest;
        private int length = -1;
        private @Nullable Integer firstEmpty;

        Counter(Template template) {
            this.template = template;
        }

        void add(Addressee addressee) {
            String text = template.render(addressee.person().fields());
            int taken = meter.measure(text);
            Verdict verdict = addressee.verdict(text, taken);
            if (verdict != Verdict.SEND) {
                leftOut.merge(verdict, 1, Integer::sum);
                return;
            }
            int place = reached.size();
            reached.add(addressee);
            parts += taken;
            cost = cost.plus(addressee.network().perPart().times(taken));
            fewest = place == 0 ? taken : Math.min(fewest, taken);
            most = Math.max(most, taken);
            if (meter.encoding() == Encoding.UCS2) {
                narrow++;
            }
            if (text.length() > length) {
                length = text.length();
                longest = place;
            }
            for (String field : template.needs()) {
                if (lacks(addressee, field)) {
                    empty.merge(field, 1, Integer::sum);
                    if (firstEmpty == null) {
                        firstEmpty = place;
                    }
                }
            }
        }

        Reckoning reckoning() {
            return new Reckoning(
                    reached, mostFirst(leftOut), parts, cost, fewest, most, narrow, empty, longest, firstEmpty);
        }
    }
}
