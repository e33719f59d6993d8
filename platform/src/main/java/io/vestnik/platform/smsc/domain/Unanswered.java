package io.vestnik.platform.smsc.domain;

/** Whether messages were stored is not known yet: they may be, or will be. */
public final class Unanswered extends RuntimeException {
    Unanswered(Throwable cause) {
        super("Not answered in time", cause);
    }
}
