package io.vestnik.smpp;

import java.util.Optional;

/** States of a message (SMPP 3.4 §5.2.28), with the word that Appendix B gives them in a receipt's text. */
public enum MessageState {
    ENROUTE(1, "ENROUTE"),
    DELIVERED(2, "DELIVRD"),
    EXPIRED(3, "EXPIRED"),
    DELETED(4, "DELETED"),
    UNDELIVERABLE(5, "UNDELIV"),
    ACCEPTED(6, "ACCEPTD"),
    UNKNOWN(7, "UNKNOWN"),
    REJECTED(8, "REJECTD");

    private static final MessageState[] ALL = values();

    private final int code;
    private final String word;

    MessageState(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** The value of message_state, 1 to 8. */
    public int code() {
        return code;
    }

    /** The seven letters of {@code stat:} in a receipt. */
    public String word() {
        return word;
    }

    /** The state of a code; empty for codes the standard does not know. */
    public static Optional<MessageState> of(int code) {
        return code >= 1 && code <= ALL.length ? Optional.of(ALL[code - 1]) : Optional.empty();
    }

    /** The state of a receipt's word: case does not matter, whole and cut spellings are taken (DELIVERED, UNDELIVERABLE). */
    public static Optional<MessageState> ofWord(String word) {
        if (word.length() < 5) {
            return Optional.empty();
        }
        for (MessageState state : ALL) {
            if (begins(word, state.word) || begins(word, state.name())) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    // "DELIV", "DELIVRD", "DELIVERED", "UNDELIV", "UNDELIVERED" are all in use; five letters tell the states apart
    private static boolean begins(String word, String known) {
        return word.regionMatches(true, 0, known, 0, 5);
    }
}
