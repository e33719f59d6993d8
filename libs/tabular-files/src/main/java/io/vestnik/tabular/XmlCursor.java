package io.vestnik.tabular;

import java.io.CharConversionException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A walk over an XML part whose author is not trusted: no entities, nothing fetched, nothing that grows with the part. */
final class XmlCursor implements Closeable {

    /** Longer than any honest tag; a cell's characters may each be written as a reference of ten bytes. */
    private static final int LONGEST_TAG = 1024 * 1024;

    /** The parser keeps every name it met; SpreadsheetML has some hundreds with all its extensions. */
    private static final int MAX_NAMES = 2_000;

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream part;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int namespaces;

    XmlCursor(InputStream part, ReadLimits limits) {
        this.part = part;
        int longest = (int) Math.max(LONGEST_TAG, Math.min(Integer.MAX_VALUE, limits.cellChars() * 10L));
        try {
            this.reader = FACTORY.createXMLStreamReader(new XmlGuard(part, longest), "UTF-8");
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("jdk.xml.maxElementDepth", "64");
        factory.setProperty("jdk.xml.elementAttributeLimit", "200");
        return factory;
    }

    /** Moves on; returns one of {@link XMLStreamConstants}. */
    int next() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                countNames();
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private void countNames() {
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        namespaces += reader.getNamespaceCount();
        if (names.size() > MAX_NAMES || namespaces > MAX_NAMES) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "XML with over " + MAX_NAMES + " names");
        }
    }

    /** Moves to the beginning of the next element of any name; false at the end of the part. */
    boolean nextElement() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** The name of the element, without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** The value of an attribute by its name without a prefix, or null. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The value of an attribute, or "" where it is absent. */
    String attributeOrNothing(String name) {
        String value = attribute(name);
        return value == null ? "" : value;
    }

    /** Adds the text of the current event; refuses where it becomes longer than {@code mostChars}. */
    void appendTo(StringBuilder text, int mostChars) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > mostChars) {
            throw new UnreadableTableException(
                    RefusalReason.CELL_TOO_LARGE, "a text over " + mostChars + " characters");
        }
    }

    /** Reads to the end of the element {@code parent} and returns the text of all {@code t} in it but the phonetic ones. */
    String texts(String parent, int mostChars) {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    phonetic += name().equals("rPh") ? 1 : 0;
                    inText = phonetic == 0 && name().equals("t");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        appendTo(text, mostChars);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    if (name().equals(parent)) {
                        return Escapes.undo(text.toString());
                    }
                    phonetic -= name().equals("rPh") ? 1 : 0;
                }
                default -> {}
            }
        }
    }

    /** Broken content is a reason to refuse, a broken disk is not. */
    static RuntimeException broken(XMLStreamException e) {
        Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        if (cause instanceof IOException io
                && !(io instanceof ZipException
                        || io instanceof EOFException
                        || io instanceof CharConversionException)) {
            return new UncheckedIOException(io);
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new UnreadableTableException(RefusalReason.DAMAGED, "broken XML or packing at line " + line, e);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
