package io.vestnik.platform.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What a client's program gave to know its message by, and where it wants to hear of it; every fact carries it.
 *
 * @param reference the client's own id, at most 64 characters; may repeat
 * @param callback who is told, as an address of at most 500 characters: {@code https://…} or {@code http://…} is called,
 *     {@code smpp:SYSTEM_ID} gets a receipt on its binds
 * @param registered the flags of registered_delivery, SMPP 3.4 §5.2.17; 0 asks for nothing
 */
public record Feedback(@Nullable String reference, @Nullable String callback, int registered) {
    /** Nobody waits for news. */
    public static final Feedback NONE = new Feedback(null, null, 0);

    private static final String OURS = "vestnik:";

    /** Of a message that is for the eyes of its recipient alone: nobody reads its text in any list, and nobody searches it. */
    public static final Feedback SECRET = reference(OURS + "secret");

    private static final int LONGEST_CALLBACK = 500;
    private static final int LONGEST_REFERENCE = 64;

    public Feedback {
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("A reference has at most 64 characters");
        }
        if (callback != null && callback.length() > LONGEST_CALLBACK) {
            throw new IllegalArgumentException("A callback has at most 500 characters");
        }
        if (registered < 0 || registered > 255) {
            throw new IllegalArgumentException("registered_delivery is one octet");
        }
    }

    /** Whether only the platform itself gives such a reference: doors take none that begins so. */
    public static boolean isReserved(String reference) {
        return reference.startsWith(OURS);
    }

    /** Only a reference. */
    public static Feedback reference(@Nullable String reference) {
        return reference == null ? NONE : new Feedback(reference, null, 0);
    }
}
