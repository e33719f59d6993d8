package io.vestnik.platform.pipeline;

/** What codes of failures mean, and what people can do about them, in the viewer's language. */
public interface ErrorWords {
    /**
     * What it means; the code itself where nobody knows.
     *
     * @param code a network's, or our own word, such as {@code lifetime}
     * @param receipt whether the network had taken the message before
     */
    String words(String code, boolean receipt);

    /** What to do about it, in a sentence. */
    String advice(String code, boolean receipt);
}
