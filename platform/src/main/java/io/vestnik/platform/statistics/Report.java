package io.vestnik.platform.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts as people asked for them.
 *
 * @param total of all messages, each once, also where a message stands in several lines or some lines are not told; by a tag or an
 *     author, of those mailings that were looked at
 * @param cut whether it is not all: there are more than {@link Statistics#MOST_LINES} lines, or so many mailings in these days that a
 *     tag or an author was looked for on the newest alone
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
