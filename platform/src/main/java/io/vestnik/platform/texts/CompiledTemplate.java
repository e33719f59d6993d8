package io.vestnik.platform.texts;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text taken apart once: plain pieces, and between them the fields whose values go there. */
final class CompiledTemplate implements Template {
    /** Room for a name or so in each gap; a longer value only makes the builder grow. */
    private static final int USUAL_VALUE = 16;

    private final String source;
    private final String[] pieces;
    private final Gap[] gaps;
    private final int room;
    private final Set<String> fields;

    /**
     * Puts a template together.
     *
     * @param pieces one more than there are gaps: what stands before, between and after them; may be empty
     */
    CompiledTemplate(String source, List<String> pieces, List<Gap> gaps) {
        if (pieces.size() != gaps.size() + 1) {
            throw new IllegalArgumentException(pieces.size() + " pieces around " + gaps.size() + " gaps");
        }
        this.source = source;
        this.pieces = pieces.toArray(String[]::new);
        this.gaps = gaps.toArray(Gap[]::new);
        this.room = pieces.stream().mapToInt(String::length).sum() + gaps.size() * USUAL_VALUE;
        Set<String> names = new LinkedHashSet<>();
        gaps.forEach(gap -> names.add(gap.field));
        this.fields = Collections.unmodifiableSet(names);
    }

    @Override
    public String render(Map<String, String> values) {
        if (gaps.length == 0) {
            return pieces[0];
        }
        StringBuilder text = new StringBuilder(room);
        for (int i = 0; i < gaps.length; i++) {
            String value = values.get(gaps[i].field);
            text.append(pieces[i]).append(value == null || value.isBlank() ? gaps[i].otherwise : value);
        }
        return text.append(pieces[gaps.length]).toString();
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public String source() {
        return source;
    }

    /**
     * A place for a value.
     *
     * @param otherwise what stands there when the value is missing; may be empty
     */
    record Gap(String field, String otherwise) {}
}
