package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.Findings;
import io.vestnik.phone.PhoneFinder;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Walks through a text of any length and finds the phones in it, a megabyte at a time. */
final class TextPhones implements Closeable {
    /** What stands behind the piece that is looked through, so that a number at its end is seen whole. */
    private static final int BEHIND = 8_192;

    private static final int READ = 1 << 16;

    private final Reader text;
    private final Country home;
    private final char[] buffer = new char[READ];
    private String piece = "";
    private boolean ended;

    TextPhones(Reader text, Country home) {
        this.text = text;
        this.home = home;
    }

    /** A piece of the text and what was found in it; places count from the beginning of the piece. */
    record Found(String piece, Findings findings) {}

    /** The next piece; none at the end. */
    Optional<Found> next() throws IOException {
        fill();
        if (piece.isEmpty()) {
            return Optional.empty();
        }
        Found found = new Found(piece, PhoneFinder.find(piece, home));
        piece = piece.substring(found.findings().readTo());
        return Optional.of(found);
    }

    private void fill() throws IOException {
        if (ended || piece.length() >= PhoneFinder.LONGEST + BEHIND) {
            return;
        }
        StringBuilder more = new StringBuilder(PhoneFinder.LONGEST + BEHIND + READ).append(piece);
        while (!ended && more.length() < PhoneFinder.LONGEST + BEHIND) {
            int read = text.read(buffer, 0, READ);
            ended = read < 0;
            more.append(buffer, 0, Math.max(0, read));
        }
        piece = more.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
