package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Has the parts of long messages stored, and answers them: each when it is stored, the one that makes the message whole when that is accepted. */
@Component
class PartDesk {
    private final Gathering gathering;
    private final Answering answering;

    PartDesk(Gathering gathering, Answering answering) {
        this.gathering = gathering;
        this.answering = answering;
    }

    void take(Program program, SmppSession session, List<Pdu.Request> submits, List<GatheringStore.Incoming> parts) {
        long batch = program.answers().begin();
        long begun = System.nanoTime();
        gathering.take(parts).whenComplete((stored, failure) -> {
            if (failure != null) {
                answering.close(program, session, batch, answering.refusals(submits, failure));
                return;
            }
            List<Pdu.Response> now = new ArrayList<>(submits.size());
            List<CompletableFuture<Pdu.Response>> later = new ArrayList<>(0);
            for (int i = 0; i < submits.size(); i++) {
                Pdu.Request submit = submits.get(i);
                String id = Long.toString(stored.get(i).id());
                CompletableFuture<Integer> whole = stored.get(i).whole();
                if (whole == null) {
                    now.add(Answering.accepted(submit, id));
                } else {
                    later.add(whole.thenApply(status -> status == CommandStatus.ESME_ROK
                            ? Answering.accepted(submit, id)
                            : submit.refusal(status)));
                }
            }
            answering.took(submits.size(), begun);
            if (!now.isEmpty()) {
                program.respond(session, now);
            }
            CompletableFuture.allOf(later.toArray(CompletableFuture[]::new))
                    .whenComplete((_, _) -> answering.close(
                            program,
                            session,
                            batch,
                            later.stream().map(CompletableFuture::join).toList()));
        });
    }
}
