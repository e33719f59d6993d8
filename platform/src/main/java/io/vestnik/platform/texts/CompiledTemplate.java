package io.vestnik.platform.texts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A text taken apart once: plain pieces, and between them the values that go there, each with its form. */
final class CompiledTemplate implements Template {
    /** Room for a name or so in each gap; a longer value only makes the builder grow. */
    private static final int USUAL_VALUE = 16;

    private final String source;
    private final Outline outline;
    private final String[] pieces;
    private final Gap[] gaps;
    private final int room;
    private final Set<String> fields;
    private final Set<String> needs;

    /**
     * Puts a template together.
     *
     * @param pieces one more than there are gaps: what stands before, between and after them; may be empty
     */
    CompiledTemplate(String source, Outline outline, List<String> pieces, List<Gap> gaps) {
        if (pieces.size() != gaps.size() + 1) {
            throw new IllegalArgumentException(pieces.size() + " pieces around " + gaps.size() + " gaps");
        }
        this.source = source;
        this.outline = outline;
        this.pieces = pieces.toArray(String[]::new);
        this.gaps = gaps.toArray(Gap[]::new);
        this.room = pieces.stream().mapToInt(String::length).sum() + gaps.size() * USUAL_VALUE;
        this.fields = names(gaps.stream().map(Gap::fields).flatMap(List::stream).toList());
        this.needs = names(gaps.stream().map(gap -> gap.fields.getFirst()).toList());
    }

    private static Set<String> names(Collection<String> fields) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(fields));
    }

    @Override
    public String render(Map<String, String> values) {
        if (gaps.length == 0) {
            return pieces[0];
        }
        StringBuilder text = new StringBuilder(room);
        for (int i = 0; i < gaps.length; i++) {
            text.append(pieces[i]);
            if (!gaps[i].form.append(text, values)) {
                text.append(gaps[i].otherwise);
            }
        }
        return text.append(pieces[gaps.length]).toString();
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Stretch> words() {
        return outline.words;
    }

    @Override
    public String reworded(UnaryOperator<String> words) {
        return rewritten(words, List.of());
    }

    @Override
    public String latin(UnaryOperator<String> words) {
        return rewritten(words, outline.additions);
    }

    private String rewritten(UnaryOperator<String> words, List<Addition> additions) {
        StringBuilder text = new StringBuilder(source.length() + source.length() / 4);
        List<Addition> left = new ArrayList<>(additions);
        int at = 0;
        for (Stretch stretch : outline.words) {
            at = copy(text, at, stretch.from(), left);
            text.append(words.apply(source.substring(stretch.from(), stretch.to())));
            at = stretch.to();
        }
        copy(text, at, source.length(), left);
        return text.toString();
    }

    /** Copies what is no word, with what is added to placeholders there. */
    private int copy(StringBuilder text, int from, int to, List<Addition> additions) {
        int at = from;
        while (!additions.isEmpty() && additions.getFirst().at <= to) {
            Addition addition = additions.removeFirst();
            text.append(source, at, addition.at).append(addition.text);
            at = addition.at;
        }
        text.append(source, at, to);
        return to;
    }

    /**
     * A place for a value.
     *
     * @param fields whose values its form writes; the first is the one that it cannot do without
     * @param otherwise what stands there when the value is missing; may be empty
     */
    record Gap(Form form, List<String> fields, String otherwise) {
        Gap {
            fields = List.copyOf(fields);
        }
    }

    /** Something to be added to the source. */
    record Addition(int at, String text) {}

    /**
     * Where things stand in the source.
     *
     * @param words what is read by people
     * @param additions what makes placeholders say their values in Latin letters; none where they do
     */
    record Outline(List<Stretch> words, List<Addition> additions) {
        Outline {
            words = List.copyOf(words);
            additions = List.copyOf(additions);
        }
    }
}
