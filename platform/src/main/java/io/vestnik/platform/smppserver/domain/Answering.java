package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EnquireLink;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.SubmitMulti;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Unbind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers programs: what was stored by its id, what was not by the status that says why. */
@Component
class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Postman postman;
    private final ServerFigures figures;

    Answering(Postman postman, ServerFigures figures) {
        this.postman = postman;
        this.figures = figures;
    }

    /** Requests that were not taken; nothing of theirs is open. */
    void refuse(Program program, SmppSession session, List<Pdu.Response> refusals) {
        if (!refusals.isEmpty()) {
            figures.refused(refusals.size());
            program.respond(session, refusals);
        }
    }

    /** Requests beyond its rate: a few hear it at once, of a flood most a second later. */
    void throttle(Program program, SmppSession session, List<Pdu.Response> refusals) {
        int atOnce = refusals.isEmpty() ? 0 : program.pace().refuseAtOnce(refusals.size());
        refuse(program, session, refusals.subList(0, atOnce));
        if (atOnce < refusals.size()) {
            List<Pdu.Response> late = refusals.subList(atOnce, refusals.size());
            LATER.execute(() -> refuse(program, session, late));
        }
    }

    /** Writes the answers of a batch and closes it: receipts that waited for them may leave. */
    void close(Program program, SmppSession session, long batch, List<Pdu.Response> responses) {
        try {
            if (!responses.isEmpty()) {
                program.respond(session, responses);
            }
        } catch (RuntimeException | Error e) {
            log.error("Answers could not be written; the connection is closed", e);
            session.close();
        } finally {
            program.answers().end(batch);
            postman.answersWritten(program);
        }
    }

    /** How long a batch took. */
    void took(int messages, long since) {
        figures.answered(messages, System.nanoTime() - since);
    }

    /** The statuses of messages that the path was offered. */
    int[] statuses(int offered, @Nullable List<Acceptance> accepted, @Nullable Throwable failure) {
        int[] statuses = new int[offered];
        int refused = 0;
        if (accepted == null) {
            int status = CommandStatus.ESME_RSYSERR;
            if (failure != null) {
                status = Refusal.status(failure);
                if (!Refusal.passes(failure)) {
                    log.error("{} messages of programs could not be stored", offered, failure);
                }
            }
            Arrays.fill(statuses, status);
            refused = offered;
        } else {
            for (int i = 0; i < offered; i++) {
                if (accepted.get(i) instanceof Acceptance.Refused(Acceptance.Reason reason)) {
                    statuses[i] = Refusal.status(reason);
                    refused++;
                }
            }
        }
        figures.refused(refused);
        return statuses;
    }

    /** The answers to requests of which nothing could be stored. */
    List<Pdu.Response> refusals(List<Pdu.Request> requests, Throwable failure) {
        int[] statuses = statuses(requests.size(), null, failure);
        List<Pdu.Response> refusals = new ArrayList<>(statuses.length);
        for (int i = 0; i < statuses.length; i++) {
            refusals.add(requests.get(i).refusal(statuses[i]));
        }
        return refusals;
    }

    /** The answer that takes a submit_sm or a data_sm under this id. */
    static Pdu.Response accepted(Pdu.Request request, String id) {
        return switch (request) {
            case SubmitSm submit -> submit.accepted(id);
            case DataSm data -> data.accepted(id);
            case SubmitMulti _, Bind _, Unbind _, DeliverSm _, QuerySm _, CancelSm _, ReplaceSm _, EnquireLink _ ->
                throw new IllegalArgumentException("No single message: " + request.commandId());
        };
    }
}
