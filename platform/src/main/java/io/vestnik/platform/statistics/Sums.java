package io.vestnik.platform.statistics;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What messages come to.
 *
 * @param states how many stand in each state; those without a message may be left out
 * @param parts of all of them
 * @param charged what their owner was debited
 * @param marks with how many of them recipients did something
 */
public record Sums(Map<MessageState, Long> states, long parts, Money charged, Map<MessageMark, Long> marks) {
    /** No message. */
    public static final Sums NONE = new Sums(Map.of(), 0, Money.ZERO, Map.of());

    public Sums {
        states = Map.copyOf(states);
        marks = Map.copyOf(marks);
    }

    /** All messages. */
    public long messages() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those in one of these states. */
    public long of(Collection<MessageState> some) {
        return some.stream().mapToLong(this::of).sum();
    }

    /** Those in this state. */
    public long of(MessageState state) {
        return states.getOrDefault(state, 0L);
    }

    public long of(MessageMark mark) {
        return marks.getOrDefault(mark, 0L);
    }

    /** Those that somebody's phone got, whatever was done with them afterwards. */
    public long delivered() {
        return of(MessageState.DELIVERED) + of(MessageState.READ);
    }

    /** Both together. */
    public Sums plus(Sums other) {
        Map<MessageState, Long> stateSums = new EnumMap<>(MessageState.class);
        stateSums.putAll(states);
        other.states.forEach((state, messages) -> stateSums.merge(state, messages, Long::sum));
        Map<MessageMark, Long> markSums = new EnumMap<>(MessageMark.class);
        markSums.putAll(marks);
        other.marks.forEach((mark, messages) -> markSums.merge(mark, messages, Long::sum));
        return new Sums(stateSums, parts + other.parts, charged.plus(other.charged), markSums);
    }

    /** The same, saying nothing of money. */
    public Sums withoutMoney() {
        return new Sums(states, parts, Money.ZERO, marks);
    }

    /** Only those in these states; what they cost and what was done with them is not known by state. */
    public Sums only(Collection<MessageState> some) {
        Map<MessageState, Long> left = new EnumMap<>(MessageState.class);
        states.forEach((state, messages) -> {
            if (some.contains(state)) {
                left.put(state, messages);
            }
        });
        return new Sums(left, 0, Money.ZERO, Map.of());
    }
}
