package io.vestnik.smpp;

/**
 * A request that will get no answer from this session any more.
 *
 * @param sequence the number it was sent under, to match an answer that comes late (see {@link SessionListener#strays})
 */
public record Unanswered(Submission submission, int sequence, Fate fate) {
    /** How far a request came. */
    public enum Fate {
        /** Not one whole copy of it was handed to the network: it is safe to send it again. */
        NEVER_SENT,

        /** It was handed to the network, wholly or it could still be: the other side may have taken it. */
        POSSIBLY_SENT,

        /** An answer came but could not be read: the other side did handle it, well or badly. */
        ANSWERED_UNREADABLY
    }
}
