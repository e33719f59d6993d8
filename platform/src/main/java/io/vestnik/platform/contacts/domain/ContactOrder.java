package io.vestnik.platform.contacts.domain;

/** In which order contacts are listed; where two are alike, by when they were added. Who has no surname comes last. */
public record ContactOrder(By by, boolean descending) {

    /** What it goes by. */
    public enum By {
        PHONE,
        SURNAME,
        ADDED
    }

    /** The newest first. */
    public static final ContactOrder NEWEST = new ContactOrder(By.ADDED, true);

    /** By phone. */
    public static final ContactOrder PHONES = new ContactOrder(By.PHONE, false);
}
