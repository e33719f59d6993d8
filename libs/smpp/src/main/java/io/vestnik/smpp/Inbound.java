package io.vestnik.smpp;

import java.util.ArrayList;
import java.util.List;

/**
 * Sorts what comes in and tells the listener, batch by batch; counts the requests that wait for our answer, and holds the
 * reading while they are too many.
 */
final class Inbound {
    private final Course course;
    private final Link link;
    private final Role role;

    // Guarded by the link's lock.
    private int pending;
    private long pendingBytes;
    private boolean full;

    Inbound(Course course, Link link, Role role) {
        this.course = course;
        this.link = link;
        this.role = role;
    }

    /** Puts one frame of a bound session where it belongs. */
    void sort(Decoded decoded, int length, Batch batch) {
        switch (decoded) {
            case UnbindResp _ -> course.phases.unbindAnswered();
            case EnquireLinkResp _ -> {}
            case Pdu.Response response -> batch.response(response);
            case EnquireLink enquiry -> batch.reply(enquiry.refusal(CommandStatus.ESME_ROK));
            case Unbind unbind -> course.phases.peerUnbinds(unbind.sequence());
            case Bind bind -> batch.reply(bind.refusal(CommandStatus.ESME_RALYBND));
            case Pdu.Request request -> request(request, length, batch);
            case AlertNotification notice when role instanceof ClientRole -> batch.notice(notice);
            case Pdu.Notice notice -> batch.reply(new GenericNack(notice.sequence(), CommandStatus.ESME_RINVBNDSTS));
            case Malformed malformed -> malformed(malformed, batch);
        }
    }

    private void request(Pdu.Request request, int length, Batch batch) {
        int status = course.refusalOf(request);
        if (status == CommandStatus.ESME_ROK) {
            batch.request(request, length);
        } else {
            batch.reply(request.refusal(status));
        }
    }

    private static void malformed(Malformed malformed, Batch batch) {
        if (!malformed.isResponse()) {
            batch.reply(Refusals.of(malformed.commandId(), malformed.sequence(), malformed.status()));
        } else if (malformed.status() != CommandStatus.ESME_RINVCMDID) {
            batch.garbled(malformed);
        }
    }

    /** Settles the batch with the window, then tells the listener: answers first, since a receipt may follow its answer. */
    void dispatch(Batch batch, Session session, Bound bound, Window window) {
        List<Answer> answers = new ArrayList<>(batch.responses.size());
        List<Unanswered> unreadable = new ArrayList<>(0);
        List<Pdu.Response> strays = new ArrayList<>(0);
        link.lock.lock();
        try {
            for (Pdu.Response response : batch.responses) {
                Submission submission = window.take(response);
                if (submission == null) {
                    strays.add(response);
                } else {
                    answers.add(new Answer(submission, response));
                }
            }
            for (Malformed garbled : batch.garbled) {
                Submission submission = window.take(garbled);
                if (submission != null) {
                    unreadable.add(new Unanswered(submission, garbled.sequence(), Unanswered.Fate.ANSWERED_UNREADABLY));
                }
            }
            for (Pdu.Response reply : batch.replies) {
                link.queueReply(reply, reply.sequence());
            }
            pending += batch.requests.size();
            pendingBytes += batch.requestBytes;
            full = pending >= bound.settings().inboundRequests()
                    || pendingBytes >= bound.settings().inboundBytes()
                    || link.isPressed();
        } finally {
            link.lock.unlock();
        }
        tell(session, bound.listener(), answers, unreadable, strays, batch);
    }

    private static void tell(
            Session session,
            SessionListener listener,
            List<Answer> answers,
            List<Unanswered> unreadable,
            List<Pdu.Response> strays,
            Batch batch) {
        if (!answers.isEmpty()) {
            listener.answers(session, answers);
        }
        if (!unreadable.isEmpty()) {
            listener.expired(session, unreadable);
        }
        if (!strays.isEmpty()) {
            listener.strays(session, strays);
        }
        if (!batch.requests.isEmpty()) {
            listener.requests(session, batch.requests);
        }
        if (!batch.notices.isEmpty()) {
            listener.notices(session, batch.notices);
        }
    }

    /** That many requests were answered; true if reading should go on that was held for them. Under the link's lock. */
    boolean answered(int count, SessionSettings settings) {
        int answered = Math.min(count, pending);
        if (answered > 0) {
            // Which request an answer is for is not looked up: each settles the average of those that wait.
            pendingBytes -= pendingBytes * answered / pending;
            pending -= answered;
        }
        return full && isRoomy(settings);
    }

    /** Answers to what came before the bind. */
    void dispatchUnbound(Batch batch) {
        link.lock.lock();
        try {
            for (Pdu.Response reply : batch.replies) {
                link.queueReply(reply, reply.sequence());
            }
            full = link.isPressed();
        } finally {
            link.lock.unlock();
        }
    }

    /** Takes note that there is room again, if there is; half of each budget, so that reading does not flutter. */
    boolean clearIfRoomy(SessionSettings settings) {
        link.lock.lock();
        try {
            if (full && isRoomy(settings)) {
                full = false;
            }
            return !full;
        } finally {
            link.lock.unlock();
        }
    }

    private boolean isRoomy(SessionSettings settings) {
        return pending <= settings.inboundRequests() / 2
                && pendingBytes <= settings.inboundBytes() / 2
                && !link.isPressed();
    }

    /** Requests that wait for our answer. Under the link's lock. */
    int pending() {
        return pending;
    }

    int allowedRequests(SessionSettings settings) {
        link.lock.lock();
        try {
            return settings.inboundRequests() - pending;
        } finally {
            link.lock.unlock();
        }
    }

    int allowedBytes(SessionSettings settings) {
        link.lock.lock();
        try {
            return (int) Math.max(0, settings.inboundBytes() - pendingBytes);
        } finally {
            link.lock.unlock();
        }
    }
}
