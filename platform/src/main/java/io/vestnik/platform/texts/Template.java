package io.vestnik.platform.texts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A text that was read: renders it for one recipient after another; safe to share between threads. */
public interface Template {
    /** The text for a recipient with these values by field; a missing or blank value gives the placeholder's default. */
    String render(Map<String, String> values);

    /** The fields whose values it may put in; none when everybody reads the same. */
    Set<String> fields();

    /** Those of the fields without which a placeholder has only its default to say: a patronymic beside a name is not one. */
    Set<String> needs();

    /** The text as it was written. */
    String source();

    /** Where words stand in the source, in order: everything but names of placeholders and of their forms. */
    List<Stretch> words();

    /** The source with its words put through this, one stretch after another; placeholders stay. */
    String reworded(UnaryOperator<String> words);

    /** The source with its words put through this, and with placeholders that say their values in Latin letters too. */
    String latin(UnaryOperator<String> words);

    /** A part of a source, from an index in UTF-16 units up to another. */
    record Stretch(int from, int to) {
        public Stretch {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("No stretch: " + from + " to " + to);
            }
        }
    }
}
