package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.contacts.GroupId;

/**
 * What is said to people when something of an account fails or works again.
 *
 * @param id 0 for one that is not stored yet
 * @param name 1 to {@link #LONGEST_NAME} letters
 * @param group who is told
 * @param failure 1 to {@link #LONGEST_TEXT} letters; {@code {name}}, {@code {host}} and {@code {info}} stand for what a program tells
 * @param recovery the same for when it works again
 */
public record EventNotice(long id, String name, GroupId group, String failure, String recovery, int version) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_TEXT = 1_000;

    public EventNotice {
        if (name.isBlank() || name.length() > LONGEST_NAME || !isText(failure) || !isText(recovery)) {
            throw new IllegalArgumentException("Not a notice");
        }
    }

    /** Whether it may be said. */
    public static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT;
    }
}
