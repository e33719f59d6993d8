package io.vestnik.platform.statistics.domain;

import java.util.List;

/**
 * Counts as people asked for them.
 *
 * @param total of all messages, each once, also where a message stands in several lines or some lines are not told
 * @param cut whether there are more lines than are told
 * @param counted up to when
 */
public record Report(List<Line> lines, Sums total, boolean cut, Counted counted) {
    public Report {
        lines = List.copyOf(lines);
    }
}
