package io.vestnik.smpp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timers of a bound session (SMPP 3.4 §7.2): answers, enquire_link, inactivity, writing. On the loop's thread. */
final class Watch {
    private final long askAfter;
    private final long goneAfter;
    private final long answerWithin;
    private final long writeWithin;
    private long heardAt;
    private long askedAt;
    private boolean asked;

    Watch(SessionSettings settings, long now) {
        askAfter = settings.enquireInterval().toNanos();
        goneAfter = settings.inactivity().toNanos();
        answerWithin = settings.responseTimeout().toNanos();
        writeWithin = settings.writeTimeout().toNanos();
        heardAt = now;
    }

    void heard(long now) {
        heardAt = now;
        asked = false;
    }

    /** Looks at all timers; returns why the session must end, or null. */
    @Nullable
    CloseReason look(long now, Session session, Link link, boolean held) {
        if (link.blockedFor(now) >= writeWithin) {
            return new CloseReason(CloseReason.Cause.STALLED, "no octet was taken for too long");
        }
        if (held) {
            // What we do not read cannot be held against the other side.
            heard(now);
            return null;
        }
        expire(now, session, link);
        return judge(now, session, link);
    }

    private static void expire(long now, Session session, Link link) {
        List<Unanswered> expired;
        link.lock.lock();
        try {
            expired = session.window().expire(now);
        } finally {
            link.lock.unlock();
        }
        if (!expired.isEmpty()) {
            session.bound().listener().expired(session, expired);
        }
    }

    private @Nullable CloseReason judge(long now, Session session, Link link) {
        long silent = now - heardAt;
        if (goneAfter > 0 && silent >= goneAfter) {
            return new CloseReason(CloseReason.Cause.SILENT, "nothing came for too long");
        }
        if (asked && now - askedAt >= answerWithin) {
            return new CloseReason(CloseReason.Cause.SILENT, "nothing came after enquire_link");
        }
        if (!asked && askAfter > 0 && silent >= askAfter) {
            asked = true;
            askedAt = now;
            link.lock.lock();
            try {
                link.queueReply(new EnquireLink(), session.window().nextSequence());
            } finally {
                link.lock.unlock();
            }
        }
        return null;
    }
}
