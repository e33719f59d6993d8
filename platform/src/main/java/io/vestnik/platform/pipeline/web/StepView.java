package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.channels.Described;
import io.vestnik.platform.shell.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a message's life, ready to be drawn.
 *
 * @param pause since the step before; none for the first
 * @param day the day, where it is another than that of the step before
 */
public record StepView(
        Tone tone,
        String title,
        Instant at,
        String clock,
        @Nullable String day,
        @Nullable String pause,
        Body body) {

    /** What stands below its title. */
    public record Body(List<Line> lines, List<Unit> units) {
        public Body {
            lines = List.copyOf(lines);
            units = List.copyOf(units);
        }
    }

    /** Something about it. */
    public record Line(String label, String value) {}

    /** What went over the wire: its octets, and what they mean. */
    public record Unit(String title, String dump, List<Described.Field> fields) {
        public Unit {
            fields = List.copyOf(fields);
        }
    }
}
