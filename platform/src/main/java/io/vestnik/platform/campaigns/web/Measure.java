package io.vestnik.platform.campaigns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form shows of a text while it is written.
 *
 * @param letters of the text as somebody reads it
 * @param left letters that still fit into the last part
 * @param personal whether others read other texts
 * @param fault why the text cannot be sent to anybody; null where it can
 * @param unreadable what of the typed numbers is none; null where all are numbers
 * @param crowd what it comes to for the first of the audience; null while there is nobody
 * @param narrow why there is room for less in a part; null where there is not
 * @param remedies ways to write it shorter
 */
record Measure(
        int letters,
        int parts,
        int left,
        boolean personal,
        @Nullable String fault,
        @Nullable String unreadable,
        @Nullable Crowd crowd,
        @Nullable Narrow narrow,
        List<Remedy> remedies,
        Look look) {
    Measure {
        remedies = List.copyOf(remedies);
    }

    /** The same, with what of the typed numbers is none. */
    Measure withUnreadable(@Nullable String lines) {
        return new Measure(letters, parts, left, personal, fault, lines, crowd, narrow, remedies, look);
    }

    /**
     * The text for the first of an audience, in words.
     *
     * @param total how many they are, with parts and price
     * @param spread from how many parts to how many; null where all are alike
     * @param leftOut how many would not get it; null where all would
     */
    record Crowd(
            String total, @Nullable String spread, @Nullable String leftOut, List<Empty> empty) {
        Crowd {
            empty = List.copyOf(empty);
        }
    }

    /** How many lack a value. */
    record Empty(String field, String words) {}

    /**
     * Why the text is UCS-2.
     *
     * @param words in a sentence
     * @param marks the characters, where they are few enough to be told one by one
     */
    record Narrow(String words, List<Mark> marks) {
        Narrow {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A character that makes a text UCS-2.
     *
     * @param cyrillic whether it is a letter of another alphabet, which may look like a Latin one
     * @param from its first place in the text that is written, up to {@code to}
     */
    record Mark(String character, int count, boolean cyrillic, int from, int to) {}

    /**
     * A way to write the text shorter.
     *
     * @param kind {@code plain} or {@code latin}
     * @param text what would be written
     * @param words what it saves
     * @param what which characters become which; empty where they are many
     */
    record Remedy(String kind, String text, String words, String what) {}

    /**
     * The text as one person reads it.
     *
     * @param to whose phone it is; null for an example
     * @param at which of the audience it is, from 0
     * @param of how many can be looked at; 0 for an example
     * @param longest the place of the longest text
     * @param empty the place of one who lacks a value; null where nobody does
     */
    record Look(
            String text,
            @Nullable String to,
            int parts,
            int at,
            int of,
            int longest,
            @Nullable Integer empty) {
        /** Nobody is there yet: the text with examples. */
        static Look example(String text, int parts) {
            return new Look(text, null, parts, 0, 0, 0, null);
        }

        public int previous() {
            return at == 0 ? of - 1 : at - 1;
        }

        public int next() {
            return at == of - 1 ? 0 : at + 1;
        }
    }
}
