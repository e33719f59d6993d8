package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.SubmitMulti;
import io.vestnik.smpp.SubmitSm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what one read of a connection brought: offers it to the path together, and answers it together after the commit. */
@Component
class SubmitDesk {
    private final Pipeline pipeline;
    private final SubmitReading reading;
    private final Answering answering;
    private final PartDesk parts;
    private final Beside beside;

    SubmitDesk(Pipeline pipeline, SubmitReading reading, Answering answering, PartDesk parts, Beside beside) {
        this.pipeline = pipeline;
        this.reading = reading;
        this.answering = answering;
        this.parts = parts;
        this.beside = beside;
    }

    /** Who serves what is no single message. */
    @Component
    record Beside(MultiDesk multi, QuestionDesk questions, Overwriting overwriting, Resubmitting resubmitting) {}

    /** What one read brought, sorted. */
    private static final class Sorted {
        private final List<Pdu.Response> refused = new ArrayList<>(0);
        private final List<Pdu.Response> throttled = new ArrayList<>(0);
        private final List<Pdu.Request> offered;
        private final List<NewMessage> messages;
        private final List<Pdu.Request> cut = new ArrayList<>(0);
        private final List<GatheringStore.Incoming> parts = new ArrayList<>(0);
        private final List<Pdu.Request> questions = new ArrayList<>(0);
        private boolean overwrites;

        Sorted(int size) {
            offered = new ArrayList<>(size);
            messages = new ArrayList<>(size);
        }

        void add(Pdu.Request request, SubmitReading.Read read) {
            switch (read) {
                case SubmitReading.Read.Message(NewMessage message) -> {
                    offered.add(request);
                    messages.add(message);
                    overwrites |= isOverwriting(request);
                }
                case SubmitReading.Read.Part(GatheringStore.Incoming part) -> {
                    cut.add(request);
                    parts.add(part);
                }
                case SubmitReading.Read.Refused(int status) -> refused.add(request.refusal(status));
            }
        }
    }

    void take(Program program, SmppSession session, List<Pdu.Request> requests) {
        Sorted sorted = new Sorted(requests.size());
        int allowed = program.pace().take(MultiDesk.weight(requests), System.nanoTime());
        for (Pdu.Request request : requests) {
            int weight = MultiDesk.weight(request);
            int granted = Math.min(weight, allowed);
            allowed -= granted;
            if (granted == 0) {
                sorted.throttled.add(request.refusal(CommandStatus.ESME_RTHROTTLED));
            } else {
                sort(program, session, request, granted, sorted);
            }
        }
        answering.refuse(program, session, sorted.refused);
        answering.throttle(program, session, sorted.throttled);
        if (!sorted.messages.isEmpty()) {
            offer(program, session, sorted);
        }
        if (!sorted.parts.isEmpty()) {
            parts.take(program, session, sorted.cut, sorted.parts);
        }
        if (!sorted.questions.isEmpty()) {
            beside.questions().take(program, session, sorted.questions);
        }
    }

    private void sort(Program program, SmppSession session, Pdu.Request request, int granted, Sorted sorted) {
        switch (Operation.of(request.commandId()).served()) {
            case AS_MESSAGE -> {
                switch (request) {
                    case SubmitSm submit -> sorted.add(submit, reading.read(program, submit));
                    case DataSm data -> sorted.add(data, reading.read(program, data));
                    case SubmitMulti multi -> beside.multi().take(program, session, multi, granted);
                    case Pdu.Request other -> sorted.refused.add(other.refusal(CommandStatus.ESME_RINVCMDID));
                }
            }
            case AS_QUESTION -> sorted.questions.add(request);
            case AS_SESSION, BY_PROGRAM, BY_NOBODY -> sorted.refused.add(request.refusal(CommandStatus.ESME_RINVCMDID));
        }
    }

    private void offer(Program program, SmppSession session, Sorted sorted) {
        long batch = program.answers().begin();
        long begun = System.nanoTime();
        CompletableFuture<List<Acceptance>> offered = Resubmitting.concerns(program, sorted.messages)
                ? beside.resubmitting().accept(program, sorted.messages)
                : pipeline.accept(sorted.messages);
        offered.whenComplete((accepted, failure) -> {
            List<Pdu.Response> responses = answers(sorted.offered, accepted, failure);
            List<Overwriting.Newer> newer = sorted.overwrites
                    ? Overwriting.Newer.of(sorted.messages, accepted, i -> isOverwriting(sorted.offered.get(i)))
                    : List.of();
            if (newer.isEmpty()) {
                answering.close(program, session, batch, responses);
            } else {
                beside.overwriting()
                        .overwrite(newer)
                        .whenComplete((_, _) -> answering.close(program, session, batch, responses));
            }
            answering.took(sorted.offered.size(), begun);
        });
    }

    private List<Pdu.Response> answers(
            List<Pdu.Request> offered, @Nullable List<Acceptance> accepted, @Nullable Throwable failure) {
        int[] statuses = answering.statuses(offered.size(), accepted, failure);
        List<Pdu.Response> responses = new ArrayList<>(offered.size());
        for (int i = 0; i < offered.size(); i++) {
            Acceptance acceptance = accepted == null ? null : accepted.get(i);
            responses.add(
                    acceptance instanceof Acceptance.Accepted taken
                            ? Answering.accepted(offered.get(i), taken.id().toString())
                            : offered.get(i).refusal(statuses[i]));
        }
        return responses;
    }

    private static boolean isOverwriting(Pdu.Request request) {
        return request instanceof SubmitSm submit && submit.replaceIfPresent() != 0;
    }
}
