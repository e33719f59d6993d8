package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import java.util.EnumMap;
import java.util.Map;

/** By how much the counters of messages that are alike change; it grows while facts are added up. */
public final class Change {
    private final Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
    private final Map<MessageMark, Long> marks = new EnumMap<>(MessageMark.class);
    private long parts;
    private long charged;

    void stand(MessageState state, long messages) {
        states.merge(state, messages, Long::sum);
    }

    void mark(MessageMark mark, long messages) {
        marks.merge(mark, messages, Long::sum);
    }

    void parts(long more) {
        parts += more;
    }

    void charge(Money more) {
        charged += more.units();
    }

    public long of(MessageState state) {
        return states.getOrDefault(state, 0L);
    }

    public long of(MessageMark mark) {
        return marks.getOrDefault(mark, 0L);
    }

    public long parts() {
        return parts;
    }

    public Money charged() {
        return new Money(charged);
    }

    /** Whether something changes. */
    public boolean any() {
        return parts != 0
                || charged != 0
                || states.values().stream().anyMatch(it -> it != 0)
                || marks.values().stream().anyMatch(it -> it != 0);
    }
}
