package io.vestnik.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of an XML part on their way to the parser, which keeps a whole tag, text, comment or instruction in the heap: none
 * may be longer than {@code longest} bytes. A document type, the door to entities, and UTF-16 are refused.
 */
final class XmlGuard extends FilterInputStream {

    /** Where the byte before left us; text and tags need no telling apart, a '<' inside a tag is an error to the parser. */
    private enum Place {
        CONTENT,
        OPENED,
        DECLARED,
        COMMENT,
        SECTION,
        INSTRUCTION
    }

    private final int longest;
    private Place place = Place.CONTENT;
    private int run;
    private int before;
    private int beforeThat;

    XmlGuard(InputStream in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            check(value);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = in.read(buffer, offset, length);
        for (int i = offset; i < offset + got; i++) {
            check(buffer[i]);
        }
        return got;
    }

    private void check(int value) {
        if (value == 0) {
            throw broken("XML in another encoding than UTF-8");
        }
        if (++run > longest) {
            throw broken("XML with a tag or text over " + longest + " bytes");
        }
        place = switch (place) {
            case CONTENT -> value == '<' ? opened() : Place.CONTENT;
            case OPENED -> value == '!' ? Place.DECLARED : value == '?' ? Place.INSTRUCTION : Place.CONTENT;
            case DECLARED -> declared(value);
            case COMMENT -> endsWith('-', '-', value);
            case SECTION -> endsWith(']', ']', value);
            case INSTRUCTION -> endsWith(beforeThat, '?', value);
        };
        beforeThat = before;
        before = value;
    }

    private Place opened() {
        run = 0;
        return Place.OPENED;
    }

    private Place declared(int value) {
        return switch (value) {
            case '-' -> Place.COMMENT;
            case '[' -> Place.SECTION;
            default -> throw broken("XML with a document type");
        };
    }

    private Place endsWith(int third, int second, int value) {
        return value == '>' && before == second && beforeThat == third ? Place.CONTENT : place;
    }

    private static UnreadableTableException broken(String detail) {
        return new UnreadableTableException(RefusalReason.DAMAGED, detail);
    }
}
