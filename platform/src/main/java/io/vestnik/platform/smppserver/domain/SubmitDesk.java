package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.SubmitSm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes what one read of a connection brought: offers it to the path together, and answers it together after the commit. */
@Component
class SubmitDesk {
    private static final Logger log = LoggerFactory.getLogger(SubmitDesk.class);

    private final Pipeline pipeline;
    private final SubmitReading reading;
    private final Postman postman;
    private final ServerFigures figures;
    private final Gathering gathering;

    SubmitDesk(Pipeline pipeline, SubmitReading reading, Postman postman, ServerFigures figures, Gathering gathering) {
        this.gathering = gathering;
        this.pipeline = pipeline;
        this.reading = reading;
        this.postman = postman;
        this.figures = figures;
    }

    void take(Program program, SmppSession session, List<Pdu.Request> requests) {
        List<Pdu.Response> refused = new ArrayList<>(0);
        List<SubmitSm> offered = new ArrayList<>(requests.size());
        List<NewMessage> messages = new ArrayList<>(requests.size());
        List<SubmitSm> cut = new ArrayList<>(0);
        List<GatheringStore.Incoming> parts = new ArrayList<>(0);
        int allowed = program.pace().take(requests.size(), System.nanoTime());
        for (Pdu.Request request : requests) {
            if (!(request instanceof SubmitSm submit)) {
                refused.add(request.refusal(CommandStatus.ESME_RINVCMDID));
            } else if (allowed-- <= 0) {
                refused.add(submit.refusal(CommandStatus.ESME_RTHROTTLED));
            } else {
                switch (reading.read(program, submit)) {
                    case SubmitReading.Read.Message(NewMessage message) -> {
                        offered.add(submit);
                        messages.add(message);
                    }
                    case SubmitReading.Read.Part(GatheringStore.Incoming part) -> {
                        cut.add(submit);
                        parts.add(part);
                    }
                    case SubmitReading.Read.Refused(int status) -> refused.add(submit.refusal(status));
                }
            }
        }
        if (!refused.isEmpty()) {
            figures.refused(refused.size());
            session.respond(refused);
        }
        if (!messages.isEmpty()) {
            offer(program, session, offered, messages);
        }
        if (!parts.isEmpty()) {
            gather(program, session, cut, parts);
        }
    }

    private void gather(
            Program program, SmppSession session, List<SubmitSm> submits, List<GatheringStore.Incoming> parts) {
        long batch = program.answers().begin();
        long begun = System.nanoTime();
        gathering.take(parts).whenComplete((stored, failure) -> {
            if (failure != null) {
                answer(program, session, batch, refusals(submits, failure));
                return;
            }
            List<Pdu.Response> now = new ArrayList<>(submits.size());
            List<CompletableFuture<Pdu.Response>> later = new ArrayList<>(0);
            for (int i = 0; i < submits.size(); i++) {
                SubmitSm submit = submits.get(i);
                String id = Long.toString(stored.get(i).id());
                CompletableFuture<Integer> whole = stored.get(i).whole();
                if (whole == null) {
                    now.add(submit.accepted(id));
                } else {
                    later.add(whole.thenApply(
                            status -> status == CommandStatus.ESME_ROK ? submit.accepted(id) : submit.refusal(status)));
                }
            }
            figures.answered(submits.size(), System.nanoTime() - begun);
            if (!now.isEmpty()) {
                session.respond(now);
            }
            CompletableFuture.allOf(later.toArray(CompletableFuture[]::new))
                    .whenComplete((_, _) -> answer(
                            program,
                            session,
                            batch,
                            later.stream().map(CompletableFuture::join).toList()));
        });
    }

    private void answer(Program program, SmppSession session, long batch, List<Pdu.Response> responses) {
        try {
            if (!responses.isEmpty()) {
                session.respond(responses);
            }
        } catch (RuntimeException | Error e) {
            log.error("Answers could not be written; the connection is closed", e);
            session.close();
        } finally {
            program.answers().end(batch);
            postman.answersWritten(program);
        }
    }

    private void offer(Program program, SmppSession session, List<SubmitSm> submits, List<NewMessage> messages) {
        long batch = program.answers().begin();
        long begun = System.nanoTime();
        pipeline.accept(messages).whenComplete((accepted, failure) -> {
            answer(program, session, batch, failure == null ? answers(submits, accepted) : refusals(submits, failure));
            figures.answered(submits.size(), System.nanoTime() - begun);
        });
    }

    private List<Pdu.Response> answers(List<SubmitSm> submits, @Nullable List<Acceptance> accepted) {
        List<Pdu.Response> responses = new ArrayList<>(submits.size());
        int refused = 0;
        for (int i = 0; i < submits.size(); i++) {
            SubmitSm submit = submits.get(i);
            Acceptance acceptance =
                    accepted == null ? new Acceptance.Refused(Acceptance.Reason.ACCOUNT_CLOSED) : accepted.get(i);
            switch (acceptance) {
                case Acceptance.Accepted taken ->
                    responses.add(submit.accepted(taken.id().toString()));
                case Acceptance.Refused(Acceptance.Reason reason) -> {
                    refused++;
                    responses.add(submit.refusal(Refusal.status(reason)));
                }
            }
        }
        figures.refused(refused);
        return responses;
    }

    private List<Pdu.Response> refusals(List<SubmitSm> submits, Throwable failure) {
        if (!Refusal.passes(failure)) {
            log.error("{} messages of programs could not be stored", submits.size(), failure);
        }
        figures.refused(submits.size());
        int status = Refusal.status(failure);
        List<Pdu.Response> responses = new ArrayList<>(submits.size());
        for (SubmitSm submit : submits) {
            responses.add(submit.refusal(status));
        }
        return responses;
    }
}
