package io.vestnik.platform.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts as people asked for them.
 *
 * @param total of all messages, each once, also where a message stands in several lines or some lines are not told
 * @param cut whether there are more lines than are told
 * @param currency what was charged is told in, ISO 4217; none where accounts have several: then it is not told
 * @param counted up to when
 */
public record Report(
        List<Line> lines, Sums total, boolean cut, @Nullable String currency, Counted counted)
        implements Statistics.Answer {
    public Report {
        lines = List.copyOf(lines);
    }
}
