package io.vestnik.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Divides texts into parts for a route of the given alphabet and way of concatenation; safe for many threads. */
public final class TextSplitter {
    static final int DEFAULT_CODING = 0;
    static final int UCS2_CODING = 8;

    private final RouteAlphabet alphabet;
    private final Concatenation concatenation;
    private final boolean flash;

    public TextSplitter(RouteAlphabet alphabet, Concatenation concatenation) {
        this(alphabet, concatenation, false);
    }

    private TextSplitter(RouteAlphabet alphabet, Concatenation concatenation, boolean flash) {
        this.alphabet = alphabet;
        this.concatenation = concatenation;
        this.flash = flash;
    }

    /** Divides flashes: with a message class the alphabet is that of GSM 03.38, whatever a route means by data_coding 0. */
    public static TextSplitter ofFlashes(Concatenation concatenation) {
        return new TextSplitter(RouteAlphabet.GSM, concatenation, true);
    }

    /**
     * The parts of a text in order, as many as {@link TextMeter} counts; the reference is cut to the bits that fit.
     *
     * <p>The text must fit 255 parts: who accepts texts has counted them and refused longer ones.
     */
    public List<Part> split(String text, int reference) {
        TextMeter meter = new TextMeter(alphabet, concatenation);
        int total = meter.measure(text);
        if (total > PartPlace.MOST_PARTS) {
            throw new IllegalArgumentException(total + " parts, " + PartPlace.MOST_PARTS + " can be numbered");
        }
        Encoding encoding = meter.encoding();
        int cut = reference & concatenation.largestReference();
        if (total == 1) {
            return List.of(part(text, 0, text.length(), encoding, new PartPlace(cut, 1, 1)));
        }
        int room = concatenation.unitsPerPart(encoding);
        List<Part> parts = new ArrayList<>(total);
        int from = 0;
        for (int sequence = 1; sequence <= total; sequence++) {
            int to = PartBoundary.next(text, from, encoding, room);
            parts.add(part(text, from, to, encoding, new PartPlace(cut, total, sequence)));
            from = to;
        }
        return List.copyOf(parts);
    }

    private Part part(String text, int from, int to, Encoding encoding, PartPlace place) {
        boolean udh = place.total() > 1 && concatenation != Concatenation.SAR;
        int header = udh ? ConcatenationElement.headerLength(concatenation) : 0;
        byte[] data = new byte[header + bytes(text, from, to, encoding)];
        if (udh) {
            ConcatenationElement.writeHeader(concatenation, place, data);
        }
        switch (encoding) {
            case GSM7 -> writeDefault(text, from, to, data, header);
            case UCS2 -> writeUnits(text, from, to, data, header);
        }
        return new Part(data, udh, DataCoding.of(encoding, flash), place);
    }

    private int bytes(String text, int from, int to, Encoding encoding) {
        return switch (encoding) {
            case UCS2 -> (to - from) * 2;
            case GSM7 -> alphabet == RouteAlphabet.GSM ? PartBoundary.septets(text, from, to) : to - from;
        };
    }

    private void writeDefault(String text, int from, int to, byte[] data, int at) {
        switch (alphabet) {
            case GSM -> GsmAlphabet.write(text, from, to, data, at);
            // ASCII is the lower half of Latin-1, and the meter let nothing else through.
            case LATIN1, ASCII -> {
                byte[] bytes = text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(bytes, 0, data, at, bytes.length);
            }
        }
    }

    private static void writeUnits(String text, int from, int to, byte[] data, int at) {
        int next = at;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            data[next++] = (byte) (c >> 8);
            data[next++] = (byte) c;
        }
    }
}
