package io.vestnik.platform.notices;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A letter of plain text.
 *
 * @param to one address, at most 254 characters
 * @param subject one line of at most 200 characters
 * @param text at most 100,000 characters
 * @param attachment none where it is of words alone
 */
public record Letter(
        String to, String subject, String text, @Nullable Attachment attachment) {
    /** Of words alone. */
    public Letter(String to, String subject, String text) {
        this(to, subject, text, null);
    }

    /**
     * A file that comes with it.
     *
     * @param content where it lies on this machine
     */
    public record Attachment(String name, String contentType, Path content) {}

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 100_000;

    public Letter {
        if (to.length() > LONGEST_ADDRESS || !to.matches("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+")) {
            throw new IllegalArgumentException("Not one address");
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.matches("(?s).*[\\r\\n].*")) {
            throw new IllegalArgumentException("A subject is one line of at most " + LONGEST_SUBJECT);
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text has at most " + LONGEST_TEXT);
        }
    }

    /** Not the text: it may hold a link that is a secret. */
    @Override
    public String toString() {
        return "Letter[to=" + masked() + ", subject=" + subject + "]";
    }

    /** The address as logs may show it. */
    String masked() {
        return to.charAt(0) + "***" + to.substring(to.lastIndexOf('@'));
    }
}
